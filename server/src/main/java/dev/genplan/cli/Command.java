package dev.genplan.cli;

import dev.genplan.text.Localized;
import org.apache.commons.cli.Options;

/** One of the things that the program does. */
interface Command {

  /** The word by which it is called. */
  String name();

  /** What it does, in a few words. */
  Localized summary();

  /** What {@code --help} shows: usage, options, exit codes. */
  Localized help();

  /** The options it takes besides those that all commands take. */
  Options options();

  /**
   * Does it.
   *
   * @return the exit code
   * @throws UsageException if the arguments make no sense
   */
  int run(Invocation invocation) throws UsageException;
}
