package dev.genplan.syntax;

import static dev.genplan.syntax.parser.GenPlanLexer.*;

/**
 * Recognizes identifiers of the outside world that lack their quotes: {@code google/flan-t5-base},
 * {@code ./data/train}, {@code llama3:8b}, {@code 1.2.3}. They are one mistake, not many.
 */
final class Outside {

  private static final String SIGNS = "@~+&?$*!%_-\\";

  private Outside() {}

  /**
   * The end of the identifier that starts with a token.
   *
   * @return the token behind it, or {@code token} if an ordinary value starts here
   */
  static int end(RawTokens raw, int token) {
    int end = token;
    boolean outside = false;
    boolean letters = false;
    while (belongs(raw, end)) {
      int type = raw.type(end);
      outside |= isForeign(raw, token, end, type);
      letters |= type == NAME;
      end++;
    }
    return outside && (letters || isVersion(raw, token, end)) ? end : token;
  }

  private static boolean belongs(RawTokens raw, int token) {
    return switch (raw.type(token)) {
      case NAME, NUMBER, DATE, ODD_DATE, DASH_RANGE, DOT, RANGE, SLASH, PERCENT -> true;
      case COLON -> touchesWord(raw, token + 1);
      case UNKNOWN -> SIGNS.indexOf(raw.first(token)) >= 0;
      default -> false;
    };
  }

  private static boolean touchesWord(RawTokens raw, int token) {
    return switch (raw.type(token)) {
      case NAME, NUMBER, DATE, SLASH -> true;
      default -> false;
    };
  }

  /** Whether no ordinary value has this token in this place. */
  private static boolean isForeign(RawTokens raw, int first, int token, int type) {
    int before = token == first ? EOF : raw.type(token - 1);
    int start = raw.type(first);
    return switch (type) {
      case SLASH -> start != NUMBER && start != DASH_RANGE;
      case COLON -> token > first;
      case UNKNOWN -> raw.first(token) == '@' || raw.first(token) == '\\';
      case NUMBER -> before == NUMBER && raw.first(token) == '.';
      case NAME -> before == DATE;
      default -> false;
    };
  }

  /** Whether it is made of numbers and dots: {@code 1.2.3}. */
  private static boolean isVersion(RawTokens raw, int first, int end) {
    return end - first > 1 && raw.type(first) == NUMBER && raw.type(first + 1) == NUMBER;
  }
}
