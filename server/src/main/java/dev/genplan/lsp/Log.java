package dev.genplan.lsp;

/** What goes wrong in the server itself, on standard error, where editors collect it. */
final class Log {
  private Log() {}

  /** A defect of the server, with its trace. */
  static void error(String what, Throwable why) {
    System.err.println("genplan: " + what);
    why.printStackTrace();
  }

  /** What the other end has done wrong, or what else is worth one line. */
  static void warning(String what) {
    System.err.println("genplan: " + what);
  }
}
