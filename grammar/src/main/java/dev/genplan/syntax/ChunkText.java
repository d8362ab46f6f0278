package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The text of a chunk by the offsets of its tokens. */
final class ChunkText {

  private static final int SHORT = 40;

  private final String text;
  private final int base;
  private final Tokens tokens;
  private final List<PlanToken> parsed;

  /**
   * @param text the whole file
   * @param base offset of the chunk in it
   * @param tokens all tokens of the chunk
   * @param parsed the tokens that the parser has seen
   */
  ChunkText(String text, int base, Tokens tokens, List<PlanToken> parsed) {
    this.text = text;
    this.base = base;
    this.tokens = tokens;
    this.parsed = parsed;
  }

  String text(Span span) {
    return text.substring(base + span.start(), base + span.end());
  }

  String text(ParseTree tree) {
    return text(span(tree));
  }

  /** The text of a range, cut to what a message can hold. */
  String shortened(Span span) {
    String all = text(span);
    int line = 0;
    while (line < all.length() && all.charAt(line) != '\n' && all.charAt(line) != '\r') {
      line++;
    }
    if (line == all.length() && all.length() <= SHORT) {
      return all;
    }
    int cut = Math.min(line, SHORT);
    if (cut > 0 && Character.isHighSurrogate(all.charAt(cut - 1))) {
      cut--;
    }
    return all.substring(0, cut).stripTrailing() + "…";
  }

  char charAt(int offset) {
    return text.charAt(base + offset);
  }

  int start(ParseTree tree) {
    return tree instanceof TerminalNode leaf
        ? ((PlanToken) leaf.getSymbol()).start()
        : ((PlanToken) ((ParserRuleContext) tree).getStart()).start();
  }

  int end(ParseTree tree) {
    return tree instanceof TerminalNode leaf
        ? ((PlanToken) leaf.getSymbol()).end()
        : ((PlanToken) ((ParserRuleContext) tree).getStop()).end();
  }

  Span span(ParseTree tree) {
    int start = start(tree);
    return new Span(start, Math.max(start, end(tree)));
  }

  /** Units between the start of the line and an offset. */
  int column(int offset) {
    int at = base + offset;
    int start = at;
    while (start > 0 && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\r') {
      start--;
    }
    return at - start;
  }

  /** Whether the parser's token at an index is a colon or a comparison. */
  boolean isAssign(int index) {
    if (index >= parsed.size()) {
      return false;
    }
    int type = parsed.get(index).getType();
    return type == GenPlanParser.COLON
        || type == GenPlanParser.OPERATOR
        || type == GenPlanParser.EQUALS;
  }

  Operator operator(Span span) {
    return switch (text(span)) {
      case ">=", "≥" -> Operator.AT_LEAST;
      case "<=", "≤" -> Operator.AT_MOST;
      case ">" -> Operator.MORE;
      case "<" -> Operator.LESS;
      default -> Operator.EQUAL;
    };
  }

  /**
   * The end of the run of characters without white space, comma and brackets that an offset is in.
   */
  int runEnd(int offset) {
    int at = offset;
    int limit = tokens.end(tokens.size() - 1);
    while (at < limit && " \t\r\n,{}[]".indexOf(charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  /** The doc comment on the lines directly above an offset; empty if there is none. */
  String docBefore(int offset) {
    Deque<String> lines = new ArrayDeque<>();
    int token = skipSpace(tokens.at(offset) - 1);
    while (token >= 1 && tokens.kind(token) == TokenKind.LINE_END) {
      int above = token - 1;
      if (tokens.kind(above) != TokenKind.DOC_COMMENT) {
        break;
      }
      token = skipSpace(above - 1);
      if (token >= 0 && tokens.kind(token) != TokenKind.LINE_END) {
        break;
      }
      String line = text(new Span(tokens.start(above), tokens.end(above))).substring(3);
      lines.push(line.startsWith(" ") ? line.substring(1).stripTrailing() : line.stripTrailing());
    }
    return String.join("\n", lines);
  }

  private int skipSpace(int token) {
    return token >= 0 && tokens.kind(token) == TokenKind.SPACE ? token - 1 : token;
  }

  /** Whether a text could stand as a name. */
  static boolean isName(String word) {
    if (word.isEmpty()) {
      return false;
    }
    for (int at = 0; at < word.length(); ) {
      int codePoint = word.codePointAt(at);
      int kind = TextStream.classOf(codePoint);
      boolean letter =
          kind == TextStream.START || (kind >= 'a' && kind <= 'z') || (kind >= 'A' && kind <= 'Z');
      boolean part =
          kind == TextStream.PART || kind == '-' || kind == '_' || (kind >= '0' && kind <= '9');
      if (!letter && (at == 0 || !part)) {
        return false;
      }
      at += Character.charCount(codePoint);
    }
    return true;
  }
}
