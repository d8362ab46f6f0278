/** What is found in a plan: the data of a diagnostic, without knowledge of who shows it. */
package dev.genplan.diagnostics;
