/** Shows what was found: for people, for other programs, and where to read on. */
package dev.genplan.report;
