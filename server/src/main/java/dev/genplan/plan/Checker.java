package dev.genplan.plan;

/** x. */
public final class Checker {
  private Checker() {}

  /** x. */
  public static java.util.List<dev.genplan.diagnostics.LocalDiagnostic> check(
      dev.genplan.syntax.Chunk c) {
    return java.util.List.of();
  }
}
