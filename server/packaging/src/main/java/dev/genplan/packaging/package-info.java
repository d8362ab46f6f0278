/** What is done to the program after it is compiled, so that it starts faster. */
package dev.genplan.packaging;
