package dev.genplan.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What surrounds a run of the program.
 *
 * @param directory the working directory, absolute
 * @param variables environment variables
 * @param in standard input
 * @param out where results go
 * @param err where everything else goes
 * @param outIsTerminal whether results are shown to a person
 * @param today the day it is
 */
public record Environment(
    Path directory,
    Map<String, String> variables,
    InputStream in,
    PrintWriter out,
    PrintWriter err,
    boolean outIsTerminal,
    Supplier<LocalDate> today) {

  /** An environment variable; empty if it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }
}
