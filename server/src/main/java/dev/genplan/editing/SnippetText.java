package dev.genplan.editing;

/** The protocol's syntax of snippets. */
public final class SnippetText {
  private SnippetText() {}

  /** A text in which nothing is a place to fill in. */
  public static String literal(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
  }
}
