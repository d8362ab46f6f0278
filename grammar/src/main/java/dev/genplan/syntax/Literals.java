package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanLexer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads what is written in texts, dates and numbers. */
final class Literals {

  private final ChunkText source;
  private final Mistakes mistakes;

  Literals(ChunkText source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
  }

  // Text

  Value.Text text(TerminalNode leaf) {
    PlanToken token = ChunkText.first(leaf);
    String written = source.text(token.span());
    return switch (source.rawType(token)) {
      case GenPlanLexer.SINGLE_TEXT -> singleQuoted(token, written);
      case GenPlanLexer.OPEN_TEXT -> unclosed(token, written);
      case GenPlanLexer.TEXT_BLOCK -> block(token, written);
      default -> {
        String inside = written.substring(1, written.length() - 1);
        checkEscapes(inside, token.start() + 1);
        yield text(token, unescape(inside), false);
      }
    };
  }

  private static Value.Text text(PlanToken token, String text, boolean multiline) {
    return new Value.Text(text, multiline, Optional.empty(), token.start(), token.end());
  }

  private Value.Text singleQuoted(PlanToken token, String written) {
    String inside = written.substring(1, written.length() - 1);
    String right = quoted(inside);
    Span span = token.span();
    mistakes.report(SyntaxErrors.SINGLE_QUOTES.fixed(span, span, right, right));
    return text(token, inside, false);
  }

  private Value.Text unclosed(PlanToken token, String written) {
    String quote = written.startsWith("\"") ? "\"" : "”";
    mistakes.report(SyntaxErrors.UNCLOSED_TEXT.inserting(token.span(), token.end(), quote, quote));
    return text(token, unescape(written.substring(1)), false);
  }

  private Value.Text block(PlanToken token, String written) {
    boolean closed = Scan.isClosedTextBlock(written);
    if (!closed) {
      Span open = new Span(token.start(), token.start() + 3);
      mistakes.report(SyntaxErrors.UNCLOSED_TEXT_BLOCK.at(open));
    }
    String inside = written.substring(3, closed ? written.length() - 3 : written.length());
    checkEscapes(inside, token.start() + 3);
    return text(token, unescape(withoutIndentation(inside)), true);
  }

  /**
   * The lines of a text without the white space that all of them start with, without the line end
   * behind the opening quotes and the one before the closing quotes.
   */
  private static String withoutIndentation(String inside) {
    int first = Scan.lineEnd(inside, 0, inside.length());
    if (first == inside.length()) {
      return inside;
    }
    String head = inside.substring(0, first);
    String body =
        inside.substring(Scan.behindLineEnd(inside, first, inside.length())).stripIndent();
    String tail = body.endsWith("\n") ? body.substring(0, body.length() - 1) : body;
    return head.isBlank() ? tail : head.stripTrailing() + "\n" + tail;
  }

  private void checkEscapes(String inside, int offset) {
    for (int at = inside.indexOf('\\'); at >= 0; at = inside.indexOf('\\', at + 2)) {
      boolean known = at + 1 < inside.length() && "nt\"\\".indexOf(inside.charAt(at + 1)) >= 0;
      if (!known) {
        int end = Math.min(inside.length(), at + 2);
        end += end < inside.length() && Character.isLowSurrogate(inside.charAt(end)) ? 1 : 0;
        Span span = new Span(offset + at, offset + end);
        mistakes.report(
            SyntaxErrors.INVALID_ESCAPE.inserting(
                span, span.start(), "\\", inside.substring(at, end).strip()));
      }
    }
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      char next = unit == '\\' && at + 1 < text.length() ? text.charAt(at + 1) : '\0';
      switch (next) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case '"', '\\' -> out.append(next);
        default -> out.append(unit);
      }
      at += "nt\"\\".indexOf(next) >= 0 ? 1 : 0;
    }
    return out.toString();
  }

  /** The text as it is written in a plan. */
  static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return "\"" + escaped + "\"";
  }

  /** An identifier of the outside world without quotes. */
  Value.Text unquoted(PlanToken token) {
    String text = source.text(token.span());
    String right = quoted(text);
    mistakes.report(SyntaxErrors.UNQUOTED.fixed(token.span(), token.span(), right, text));
    return text(token, text, false);
  }

  // Dates

  /** A date, or nothing if there is no such day, which is reported. */
  Optional<Value> date(PlanToken token, Optional<Block> block, int end) {
    Span span = token.span();
    String written = source.text(span);
    String[] parts = written.replace('/', '-').replace('.', '-').split("-", -1);
    try {
      int year = Integer.parseInt(parts[0]);
      int month = Integer.parseInt(parts[1]);
      int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      if (parts[0].length() != 4) {
        mistakes.report(SyntaxErrors.DATE_FORMAT.at(span, "2026-12-01"));
        return Optional.empty();
      }
      LocalDate.of(year, month, parts.length > 2 ? day : 1);
      String right = format(year, month, day);
      if (!right.equals(written)) {
        mistakes.report(SyntaxErrors.DATE_FORMAT.fixed(span, span, right, right));
      }
      return Optional.of(new Value.Date(year, month, day, block, token.start(), end));
    } catch (DateTimeException | NumberFormatException e) {
      mistakes.report(SyntaxErrors.INVALID_DATE.at(span, source.shortened(span)));
    }
    return Optional.empty();
  }

  private static String format(int year, int month, int day) {
    String text = padded(year, 4) + '-' + padded(month, 2);
    return day == 0 ? text : text + '-' + padded(day, 2);
  }

  /** Every date passes here, and the first use of {@code String.format} takes milliseconds. */
  private static String padded(int number, int digits) {
    String text = String.valueOf(number);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  // Numbers

  double number(PlanToken token) {
    Span span = token.span();
    String written = source.text(span);
    if (written.indexOf(',') >= 0 || written.indexOf('，') >= 0) {
      String right = written.replaceAll("[,，]", "_");
      mistakes.report(SyntaxErrors.COMMA_IN_NUMBER.fixed(span, span, right, right));
      return number(right);
    }
    if (written.startsWith(".") || written.startsWith("-.")) {
      String right = written.replaceFirst("\\.", "0.");
      mistakes.report(SyntaxErrors.LEADING_DOT.fixed(span, span, right, right));
    }
    double number = number(written);
    if (Double.isInfinite(number)) {
      mistakes.report(SyntaxErrors.NUMBER_TOO_LARGE.at(span, source.shortened(span)));
      return Math.copySign(Double.MAX_VALUE, number);
    }
    return number;
  }

  static double number(String written) {
    return Double.parseDouble(written.indexOf('_') < 0 ? written : written.replace("_", ""));
  }
}
