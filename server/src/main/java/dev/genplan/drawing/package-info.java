/** Draws what {@code diagram} shows, as SVG, HTML, Mermaid and DOT. */
package dev.genplan.drawing;
