package dev.genplan.syntax;

/**
 * A line as the formatter writes it. A text in several lines counts as part of the line it starts
 * on.
 *
 * @param first the first token
 * @param last the last token that is no comment; the only one of a comment on a line of its own
 * @param comment whether a comment follows
 * @param shape what stands on it
 * @param mark the colon of a property, the operator of a criterion, the opening brace of a block;
 *     {@link FormatTokens#NONE} on other lines
 */
record FormatLine(int first, int last, boolean comment, Shape shape, int mark) {

  /** What stands on a line. Only lines with one member, or its start, have a shape. */
  enum Shape {
    /** {@code word: value}. */
    PROPERTY,
    /** {@code word word: value}. */
    LABELLED,
    CRITERION,
    /** {@code word { word: value }} on one line. */
    SETTINGS,
    /** Any other {@code word { }} on one line. */
    SECTION,
    /** {@code word word { }} on one line. */
    DECLARATION,
    OTHER
  }

  private static final int STEP = 2;

  /** Columns before a line that starts with a token. */
  static int indent(FormatTokens tokens, int token) {
    return STEP * tokens.depth(token);
  }

  /** The line of some tokens; one that is left as it is has no shape. */
  static FormatLine of(FormatTokens tokens, int first, int end, boolean frozen) {
    int last = end - 1;
    boolean comment = last > first && tokens.isComment(last);
    if (comment) {
      last--;
    }
    FormatLine plain = new FormatLine(first, last, comment, Shape.OTHER, FormatTokens.NONE);
    return frozen || !plain.hasOneMember(tokens) ? plain : plain.shaped(tokens);
  }

  /** The last token, be it a comment or not. */
  int end() {
    return comment ? last + 1 : last;
  }

  private boolean hasOneMember(FormatTokens tokens) {
    int around = tokens.enclosing(first);
    if (!tokens.is(first, TokenKind.NAME)
        || (around != FormatTokens.NONE && tokens.is(around, TokenKind.OPEN_BRACKET))) {
      return false;
    }
    for (int i = first; i < last; i++) {
      if (isSeparator(tokens, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a token is a comma between members that start on this line. */
  boolean isSeparator(FormatTokens tokens, int token) {
    return token < last
        && tokens.is(token, TokenKind.COMMA)
        && tokens.depth(token) == tokens.depth(first);
  }

  private FormatLine shaped(FormatTokens tokens) {
    int mark = behindPath(tokens, first);
    boolean named = tokens.is(mark, TokenKind.NAME);
    if (named) {
      mark++;
    }
    if (mark >= last) {
      return this;
    }
    return switch (tokens.kind(mark)) {
      case COLON -> with(named ? Shape.LABELLED : Shape.PROPERTY, mark);
      case OPERATOR -> with(Shape.CRITERION, mark);
      case OPEN_BRACE -> block(tokens, named, mark);
      default -> this;
    };
  }

  private FormatLine block(FormatTokens tokens, boolean named, int brace) {
    if (tokens.partner(brace) > last) {
      return this;
    }
    if (named) {
      return with(Shape.DECLARATION, brace);
    }
    int mark = behindPath(tokens, brace + 1);
    boolean settings = tokens.is(mark, TokenKind.COLON) || tokens.is(mark + 1, TokenKind.COLON);
    return with(settings ? Shape.SETTINGS : Shape.SECTION, brace);
  }

  private static int behindPath(FormatTokens tokens, int first) {
    int next = first + 1;
    while (tokens.is(next, TokenKind.DOT)) {
      next += 2;
    }
    return next;
  }

  private FormatLine with(Shape found, int at) {
    return new FormatLine(first, last, comment, found, at);
  }

  /** Whether every bracket on the line has its counterpart there, and no text goes on behind it. */
  boolean isWhole(FormatTokens tokens) {
    for (int i = first; i <= last; i++) {
      int partner = tokens.partner(i);
      if (tokens.spansLines(i)
          || (partner != FormatTokens.NONE && (partner < first || partner > last))) {
        return false;
      }
    }
    return true;
  }
}
