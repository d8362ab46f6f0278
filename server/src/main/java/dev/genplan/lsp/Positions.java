package dev.genplan.lsp;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.TextLines;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.Range;

/**
 * Between offsets in UTF-16 units, as used everywhere inside, and the protocol's lines and columns
 * in the units that were agreed on with the client. Nothing else converts either.
 */
enum Positions {
  UTF_8(PositionEncodingKind.UTF8),
  UTF_16(PositionEncodingKind.UTF16),
  UTF_32(PositionEncodingKind.UTF32);

  private final String kind;

  Positions(String kind) {
    this.kind = kind;
  }

  /** The protocol's name of the units. */
  String kind() {
    return kind;
  }

  /**
   * The units to agree on: the first of the client's that are known here, for it is better off with
   * its own.
   *
   * @param offered by the client, its favorite first; empty where it only knows UTF-16
   */
  static Positions of(List<String> offered) {
    for (String each : offered) {
      for (Positions known : values()) {
        if (known.kind.equals(each)) {
          return known;
        }
      }
    }
    return UTF_16;
  }

  /** The position of an offset. */
  Position position(LineIndex lines, int offset) {
    int line = lines.line(offset);
    int column = offset - lines.start(line);
    return new Position(line, this == UTF_16 ? column : units(lines.text(line), 0, column));
  }

  /** The range of a span. */
  Range range(LineIndex lines, Span span) {
    return new Range(position(lines, span.start()), position(lines, span.end()));
  }

  /** The offset of a position; what lies behind the end of a line or of the text is its end. */
  int offset(TextLines lines, Position position) {
    int line = Math.max(0, position.getLine());
    int column = Math.max(0, position.getCharacter());
    return this == UTF_16
        ? whole(lines, lines.offset(line, column))
        : lines.offset(line, column(lines.text(line), column));
  }

  /** An offset in the middle of a character is taken for that of the character. */
  private static int whole(TextLines text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && Character.isSurrogatePair(text.unit(offset - 1), text.unit(offset));
    return inside ? offset - 1 : offset;
  }

  /** The span of a range; one that ends before it starts is empty. */
  Span span(TextLines lines, Range range) {
    int start = offset(lines, range.getStart());
    return new Span(start, Math.max(start, offset(lines, range.getEnd())));
  }

  /** How many units lie between two offsets of a text. */
  int units(String text, int from, int to) {
    if (this == UTF_16) {
      return to - from;
    }
    int units = 0;
    int end = Math.min(to, text.length());
    for (int at = from; at < end; ) {
      int codePoint = text.codePointAt(at);
      units += width(codePoint);
      at += Character.charCount(codePoint);
    }
    return units;
  }

  /** How many UTF-16 units the first units of a line are; a character is never split. */
  private int column(String line, int units) {
    int at = 0;
    int counted = 0;
    while (at < line.length()) {
      int codePoint = line.codePointAt(at);
      counted += width(codePoint);
      if (counted > units) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private int width(int codePoint) {
    return switch (this) {
      case UTF_8 -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
      case UTF_16 -> Character.charCount(codePoint);
      case UTF_32 -> 1;
    };
  }
}
