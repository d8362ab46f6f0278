package dev.genplan.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A piece of text as ANTLR's lexer sees it: by code point, but counted in UTF-16 units, so that no
 * offset is ever converted. One character is given for all that the grammar does not tell apart,
 * see {@code GenPlanLexer.g4}.
 */
final class TextStream implements CharStream {

  static final char START = '\u0001';
  static final char PART = '\u0002';
  static final char OTHER = '\u0003';
  static final char WHITE = '\u0004';
  static final char OPEN_QUOTE = '\u0005';
  static final char CLOSE_QUOTE = '\u0006';
  static final char AT_LEAST = '\u0007';
  static final char AT_MOST = '\b';
  static final char SINGLE_QUOTE = '\u000E';
  static final char DASH = '\u000F';

  /** What is given for each ASCII character. */
  private static final char[] ALIKE = alike();

  private final String text;
  private final int from;
  private final int to;
  private int position;

  /**
   * @param from offset in the text at which the piece starts
   * @param to offset behind the piece
   */
  TextStream(String text, int from, int to) {
    this.text = text;
    this.from = from;
    this.to = to;
    this.position = from;
  }

  private static char[] alike() {
    char[] alike = new char[0x80];
    for (char c = 0; c < alike.length; c++) {
      alike[c] = (char) lexed(c);
    }
    return alike;
  }

  /**
   * The character that the lexer is given for a code point. ANTLR works out the steps of its
   * automaton when it first takes them, each character by itself: with all letters alike, the first
   * file takes a third of the time.
   */
  static int lexed(int codePoint) {
    return switch (codePoint) {
      case '!', '$', '&', '(', ')', '?', '^', '|', 0x7F -> OTHER;
      case 'E', 'e' -> 'e';
      case 'B', 'M', 'T', 'k' -> 'k';
      default -> {
        if (codePoint >= '0' && codePoint <= '9') {
          yield '0';
        }
        boolean letter =
            (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
        yield letter ? 'a' : classOf(codePoint);
      }
    };
  }

  /** The character that stands for a code point in the grammar. */
  static int classOf(int codePoint) {
    if (codePoint < 0x80) {
      return codePoint < ' ' && codePoint != '\t' && codePoint != '\n' && codePoint != '\r'
          ? OTHER
          : codePoint;
    }
    char ascii = ascii(codePoint);
    if (ascii != 0) {
      return ascii;
    }
    if (Character.isUnicodeIdentifierStart(codePoint)) {
      return START;
    }
    if (Character.isUnicodeIdentifierPart(codePoint)
        && !Character.isIdentifierIgnorable(codePoint)) {
      return PART;
    }
    return Character.isSpaceChar(codePoint) || codePoint == 0xFEFF ? WHITE : OTHER;
  }

  /** The ASCII counterpart of a mark as Chinese keyboards write it, 0 if it is none. */
  static char ascii(int codePoint) {
    return switch (codePoint) {
      case '：' -> ':';
      case '，' -> ',';
      case '；', '、' -> ';';
      case '｛' -> '{';
      case '｝' -> '}';
      case '［' -> '[';
      case '］' -> ']';
      case '“' -> OPEN_QUOTE;
      case '”' -> CLOSE_QUOTE;
      case '≥' -> AT_LEAST;
      case '≤' -> AT_MOST;
      case '‘', '’' -> SINGLE_QUOTE;
      case '–', '—', '～' -> DASH;
      default -> 0;
    };
  }

  @Override
  public void consume() {
    position += Character.charCount(codePointAt(position));
  }

  /** What is given for the code point at an offset, which is within the piece. */
  private int lexedAt(int offset) {
    char unit = text.charAt(offset);
    return unit < 0x80 ? ALIKE[unit] : lexed(codePointAt(offset));
  }

  /** The code point, without reading past the end of the piece. */
  private int codePointAt(int offset) {
    char unit = text.charAt(offset);
    return Character.isHighSurrogate(unit) && offset + 1 < to ? text.codePointAt(offset) : unit;
  }

  @Override
  public int LA(int ahead) {
    if (ahead == 1) {
      return position < to ? lexedAt(position) : EOF;
    }
    int offset = position;
    for (int i = 1; i < ahead; i++) {
      if (offset >= to) {
        return EOF;
      }
      offset += Character.charCount(codePointAt(offset));
    }
    for (int i = 0; i > ahead; i--) {
      if (offset <= from) {
        return 0;
      }
      offset = text.offsetByCodePoints(offset, -1);
    }
    return offset < to ? lexedAt(offset) : EOF;
  }

  /** Moves to an offset within the piece. */
  @Override
  public void seek(int index) {
    position = from + index;
  }

  @Override
  public int index() {
    return position - from;
  }

  @Override
  public int size() {
    return to - from;
  }

  String whole() {
    return text;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public String getText(Interval interval) {
    return text.substring(from + interval.a, Math.min(to, from + interval.b + 1));
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }
}
