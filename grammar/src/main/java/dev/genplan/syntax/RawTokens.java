package dev.genplan.syntax;

import static dev.genplan.syntax.parser.GenPlanLexer.*;

import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.List;

/** The tokens of a chunk as the lexer gave them. Offsets count from the start of the chunk. */
final class RawTokens {

  private final String text;
  private final int base;
  private final int[] types;
  private final int[] starts;

  /**
   * @param text the whole file
   * @param base where the chunk starts in it
   * @param types the lexer's token types
   * @param starts where the tokens start, and behind them the chunk's length
   */
  RawTokens(String text, int base, int[] types, int[] starts) {
    this.text = text;
    this.base = base;
    this.types = types;
    this.starts = starts;
  }

  int size() {
    return types.length;
  }

  /** The type of a token; {@code EOF} behind the last one. */
  int type(int token) {
    return token < types.length ? types[token] : EOF;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return starts[token + 1];
  }

  /** Number of UTF-16 units of the chunk. */
  int length() {
    return starts[types.length];
  }

  char first(int token) {
    return text.charAt(base + starts[token]);
  }

  String text(int token) {
    return text(starts[token], starts[token + 1]);
  }

  String text(int start, int end) {
    return text.substring(base + start, base + end);
  }

  /** Whether there is no line end between two offsets. */
  boolean isOneLine(int from, int to) {
    return Scan.lineEnd(text, base + from, base + to) == base + to;
  }

  /**
   * The first token at or behind the given one that is no white space within a line and no comment.
   */
  int visible(int from) {
    int token = from;
    while (token < types.length && isHidden(types[token])) {
      token++;
    }
    return token;
  }

  /** As {@link #visible}, but over line ends, too. */
  int visibleOnAnyLine(int from) {
    int token = from;
    while (token < types.length && (types[token] == LINE_END || isHidden(types[token]))) {
      token++;
    }
    return token;
  }

  /** Whether the parser never sees tokens of a type. */
  static boolean isHidden(int type) {
    return switch (type) {
      case SPACE, COMMENT, DOC_COMMENT, BLOCK_COMMENT, HASH_COMMENT -> true;
      default -> false;
    };
  }

  /** Whether a type is quoted text in any of its forms. */
  static boolean isText(int type) {
    return switch (type) {
      case TEXT, OPEN_TEXT, TEXT_BLOCK, SINGLE_TEXT -> true;
      default -> false;
    };
  }

  /** Whether a member starts here: {@code word:}, {@code word word}, {@code word >=}. */
  boolean startsMember(int token) {
    if (type(token) != NAME) {
      return false;
    }
    int next = visible(token + 1);
    return type(next) == NAME || isKeyMark(behindPath(token));
  }

  /** Whether a path starts here with a colon, an equals sign or a comparison behind it. */
  boolean startsKey(int token) {
    return type(token) == NAME && isKeyMark(behindPath(token));
  }

  /** The first visible token behind the path that starts here, if it is written without spaces. */
  int behindPath(int token) {
    int next = token + 1;
    while (type(next) == DOT && type(next + 1) == NAME) {
      next += 2;
    }
    return visible(next);
  }

  private boolean isKeyMark(int token) {
    return switch (type(token)) {
      case COLON, EQUALS, OPERATOR -> true;
      default -> false;
    };
  }

  /** The full-width marks that are read as their ASCII counterparts. */
  List<Span> fullWidth() {
    List<Span> found = new ArrayList<>(0);
    for (int i = 0; i < types.length; i++) {
      if (first(i) < 0x80) {
        continue;
      }
      switch (types[i]) {
        case COLON,
            COMMA,
            OPEN_BRACE,
            CLOSE_BRACE,
            OPEN_BRACKET,
            CLOSE_BRACKET,
            OPERATOR,
            OPEN_TEXT ->
            found.add(new Span(starts[i], starts[i] + 1));
        case TEXT -> {
          found.add(new Span(starts[i], starts[i] + 1));
          if (text.charAt(base + end(i) - 1) != '"') {
            found.add(new Span(end(i) - 1, end(i)));
          }
        }
        default -> {}
      }
    }
    return found;
  }

  /** What each token is for those who read a chunk's tokens without its tree. */
  Tokens toTokens() {
    TokenKind[] kinds = new TokenKind[types.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = kind(types[i]);
    }
    return new Tokens(kinds, starts);
  }

  private static TokenKind kind(int type) {
    return switch (type) {
      case NAME -> TokenKind.NAME;
      case NUMBER, DASH_RANGE -> TokenKind.NUMBER;
      case DATE, ODD_DATE -> TokenKind.DATE;
      case TEXT, TEXT_BLOCK -> TokenKind.TEXT;
      case PERCENT -> TokenKind.PERCENT;
      case COLON -> TokenKind.COLON;
      case COMMA -> TokenKind.COMMA;
      case DOT -> TokenKind.DOT;
      case RANGE -> TokenKind.RANGE;
      case SLASH -> TokenKind.SLASH;
      case OPERATOR -> TokenKind.OPERATOR;
      case OPEN_BRACE -> TokenKind.OPEN_BRACE;
      case CLOSE_BRACE -> TokenKind.CLOSE_BRACE;
      case OPEN_BRACKET -> TokenKind.OPEN_BRACKET;
      case CLOSE_BRACKET -> TokenKind.CLOSE_BRACKET;
      case LINE_END -> TokenKind.LINE_END;
      case SPACE -> TokenKind.SPACE;
      case COMMENT -> TokenKind.COMMENT;
      case DOC_COMMENT -> TokenKind.DOC_COMMENT;
      default -> TokenKind.UNKNOWN;
    };
  }
}
