package dev.genplan.syntax;

/** What a token is. */
public enum TokenKind {
  NAME,
  NUMBER,
  DATE,
  TEXT,
  PERCENT,
  COLON,
  COMMA,
  DOT,
  RANGE,
  SLASH,
  OPERATOR,
  OPEN_BRACE,
  CLOSE_BRACE,
  OPEN_BRACKET,
  CLOSE_BRACKET,
  LINE_END,
  SPACE,
  COMMENT,
  DOC_COMMENT,
  /**
   * What belongs to no other kind: a character without meaning, {@code =} and {@code ;}, a text in
   * one line that is not closed or in other quotes, an address without quotes, a comment as other
   * languages have it.
   */
  UNKNOWN;

  /** Whether the parser does not see it: white space within a line, and comments. */
  public boolean isTrivia() {
    return this == SPACE || this == COMMENT || this == DOC_COMMENT;
  }
}
