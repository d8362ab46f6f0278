package dev.genplan.lsp;

/** What goes wrong in the server itself, on standard error, where editors collect it. */
final class Log {
  private Log() {}

  static void error(String what, Throwable why) {
    System.err.println("genplan: " + what);
    why.printStackTrace();
  }
}
