/** How findings and plans are shown to people and programs. */
package dev.genplan.report;
