package dev.genplan.cli;

/** What the program ends with. */
final class ExitCode {

  /** Nothing to object to. */
  static final int CLEAN = 0;

  /** Errors in plans, more warnings than allowed, or files that are not formatted. */
  static final int FINDINGS = 1;

  /** Wrong usage, files that cannot be read, an error of the program itself. */
  static final int FAILURE = 2;

  private ExitCode() {}
}
