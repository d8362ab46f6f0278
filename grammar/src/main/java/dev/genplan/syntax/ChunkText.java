package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanLexer;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The text of a chunk by what the parser has recognized in it. */
final class ChunkText {

  /** How much of a text a message quotes, in UTF-16 units. */
  private static final int SHORT = 40;

  private final RawTokens raw;
  private final Map<String, String> names;

  /**
   * @param names the names met so far in the file, in normalization form C by how they are written:
   *     most of them come again and again
   */
  ChunkText(RawTokens raw, Map<String, String> names) {
    this.raw = raw;
    this.names = names;
  }

  RawTokens raw() {
    return raw;
  }

  String text(Span span) {
    return raw.text(span.start(), span.end());
  }

  String text(ParseTree tree) {
    return raw.text(start(tree), end(tree));
  }

  /** The text of a range as a name: in normalization form C. */
  String name(Span span) {
    return names.computeIfAbsent(text(span), ChunkText::normalized);
  }

  private static String normalized(String name) {
    boolean ascii = name.chars().allMatch(unit -> unit < 0x80);
    return ascii ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** The text of a range, cut to what a message can hold. */
  String shortened(Span span) {
    String all = text(span);
    int line = Scan.lineEnd(all, 0, all.length());
    if (line == all.length() && line <= SHORT) {
      return all;
    }
    int cut = Math.min(line, SHORT);
    if (cut > 0 && Character.isHighSurrogate(all.charAt(cut - 1))) {
      cut--;
    }
    return all.substring(0, cut).stripTrailing() + "…";
  }

  static PlanToken first(ParseTree tree) {
    return (PlanToken)
        (tree instanceof TerminalNode leaf
            ? leaf.getSymbol()
            : ((ParserRuleContext) tree).getStart());
  }

  static PlanToken last(ParseTree tree) {
    return (PlanToken)
        (tree instanceof TerminalNode leaf
            ? leaf.getSymbol()
            : ((ParserRuleContext) tree).getStop());
  }

  static int start(ParseTree tree) {
    return first(tree).start();
  }

  static int end(ParseTree tree) {
    return last(tree).end();
  }

  static Span span(ParseTree tree) {
    return new Span(start(tree), end(tree));
  }

  /** From the start of one thing to the end of another. */
  static Span span(ParseTree first, ParseTree last) {
    return new Span(start(first), end(last));
  }

  /** What lies between two things that follow each other. */
  static Span between(ParseTree before, ParseTree behind) {
    int from = last(before).end();
    int to = first(behind).start();
    return new Span(from, to);
  }

  /** The type that the lexer gave to what is now a text or a piece of junk. */
  int rawType(PlanToken token) {
    return raw.type(token.raw());
  }

  /** Whether there is nothing but white space and line ends between two offsets. */
  boolean isBlank(int from, int to) {
    return raw.text(from, to).isBlank();
  }

  /** The doc comment on the lines directly above a token; empty if there is none. */
  String docAbove(PlanToken token) {
    int line = lineEndBefore(token.raw());
    if (line < 1 || raw.type(line - 1) != GenPlanLexer.DOC_COMMENT) {
      return "";
    }
    Deque<String> lines = new ArrayDeque<>();
    while (line >= 1 && raw.type(line - 1) == GenPlanLexer.DOC_COMMENT) {
      int above = lineEndBefore(line - 1);
      if (above < 0 && spaceBefore(line - 1) > 0) {
        break;
      }
      String comment = raw.text(line - 1).substring(3);
      lines.push((comment.startsWith(" ") ? comment.substring(1) : comment).stripTrailing());
      line = above;
    }
    return String.join("\n", lines);
  }

  /** The line end directly before a token, but for white space; -1 if something else is there. */
  private int lineEndBefore(int token) {
    int before = spaceBefore(token) - 1;
    return before >= 0 && raw.type(before) == GenPlanLexer.LINE_END ? before : -1;
  }

  private int spaceBefore(int token) {
    return token > 0 && raw.type(token - 1) == GenPlanLexer.SPACE ? token - 1 : token;
  }

  /** Whether a text could stand as a name. */
  static boolean isName(String word) {
    for (int at = 0; at < word.length(); ) {
      int codePoint = word.codePointAt(at);
      if (!isNamePart(TextStream.classOf(codePoint), at == 0)) {
        return false;
      }
      at += Character.charCount(codePoint);
    }
    return !word.isEmpty();
  }

  /** Whether a character of a class of {@link TextStream} can stand in a name. */
  static boolean isNamePart(int kind, boolean first) {
    boolean letter =
        kind == TextStream.START || (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z');
    return letter
        || (!first
            && (kind == TextStream.PART
                || kind == '-'
                || kind == '_'
                || (kind >= '0' && kind <= '9')));
  }
}
