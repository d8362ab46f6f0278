/** The command line: reads what was asked for, calls, and shows the answer. */
package dev.genplan.cli;
