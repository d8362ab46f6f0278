package dev.genplan.syntax;

/** Where tokens on the same line have a space between them. */
final class FormatSpaces {

  private FormatSpaces() {}

  /** Whether a space stands before a token that does not start a line. */
  static boolean before(FormatTokens tokens, int token) {
    if (tokens.isComment(token)) {
      return true;
    }
    TokenKind before = tokens.kind(token - 1);
    TokenKind kind = tokens.kind(token);
    return switch (kind) {
      case COMMA -> before == TokenKind.OPEN_BRACE;
      case COLON, DOT, RANGE, SLASH, PERCENT, CLOSE_BRACKET -> false;
      case CLOSE_BRACE -> before != TokenKind.OPEN_BRACE;
      // `8B` is eight thousand million, `80GB` and `80 GB` are the same.
      case NAME -> before == TokenKind.NUMBER ? !tokens.gap(token).isEmpty() : behind(before);
      default -> behind(before);
    };
  }

  private static boolean behind(TokenKind before) {
    return switch (before) {
      case DOT, RANGE, SLASH, OPEN_BRACKET -> false;
      default -> true;
    };
  }
}
