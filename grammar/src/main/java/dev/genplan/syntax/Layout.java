package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Prepares the tokens of a chunk for the parser: leaves out white space, comments and the line ends
 * inside lists, and makes braces and brackets balance. A brace or bracket that is missing is put in
 * as a token without text; one too many is taken out; what is nested too deeply is left out as a
 * whole.
 */
final class Layout {

  /** Deeper nesting is not read: the parser works recursively. */
  static final int MAX_DEPTH = 64;

  private record Open(PlanToken token, int type, int indent, boolean leadsLine) {}

  private final String text;
  private final int base;
  private final List<PlanToken> raw;
  private final List<PlanToken> out;
  private final List<LocalDiagnostic> errors;
  private final Deque<Open> open = new ArrayDeque<>();
  private final boolean balanced;
  private int lineStart;

  private Layout(String text, int base, List<PlanToken> raw, List<LocalDiagnostic> errors) {
    this.text = text;
    this.base = base;
    this.raw = raw;
    this.out = new ArrayList<>(raw.size());
    this.errors = errors;
    this.balanced = balances(raw);
  }

  /**
   * The tokens for the parser.
   *
   * @param text the whole file
   * @param base offset of the chunk
   * @param raw all tokens of the chunk without white space and comments, line ends included
   * @param errors takes what is wrong with braces and brackets
   */
  static List<PlanToken> of(
      String text, int base, List<PlanToken> raw, List<LocalDiagnostic> errors) {
    Layout layout = new Layout(text, base, raw, errors);
    layout.run();
    return layout.out;
  }

  private static boolean balances(List<PlanToken> raw) {
    int depth = 0;
    for (PlanToken token : raw) {
      if (token.getType() == GenPlanLexer.OPEN_BRACE) {
        depth++;
      } else if (token.getType() == GenPlanLexer.CLOSE_BRACE && --depth < 0) {
        return false;
      }
    }
    return depth == 0;
  }

  private void run() {
    for (int i = 0; i < raw.size(); i++) {
      PlanToken token = raw.get(i);
      boolean leadsLine = i == 0 || raw.get(i - 1).getType() == GenPlanLexer.LINE_END;
      if (leadsLine && inList() && endsList(i)) {
        closeBrackets(token);
      }
      switch (token.getType()) {
        case GenPlanLexer.LINE_END -> {
          lineStart = token.start() + token.length();
          if (!inList()) {
            out.add(token);
          }
        }
        case GenPlanLexer.OPEN_BRACE, GenPlanLexer.OPEN_BRACKET -> {
          if (open.size() >= MAX_DEPTH) {
            i = skipDeep(i);
          } else {
            open.push(new Open(token, token.getType(), indent(), leadsLine));
            out.add(token);
          }
        }
        case GenPlanLexer.CLOSE_BRACE -> closeBrace(token, leadsLine);
        case GenPlanLexer.CLOSE_BRACKET -> closeBracket(token);
        default -> out.add(token);
      }
    }
    closeAll();
  }

  private boolean inList() {
    return !open.isEmpty() && open.peek().type() == GenPlanLexer.OPEN_BRACKET;
  }

  private int indent() {
    int at = base + lineStart;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at - base - lineStart;
  }

  /** Whether a line cannot go on with a list: it starts like a member, or closes a block. */
  private boolean endsList(int first) {
    int type = raw.get(first).getType();
    if (type == GenPlanLexer.CLOSE_BRACE) {
      return true;
    }
    if (type != GenPlanLexer.NAME || first + 1 >= raw.size()) {
      return false;
    }
    int at = first + 1;
    while (at + 1 < raw.size()
        && raw.get(at).getType() == GenPlanLexer.DOT
        && raw.get(at + 1).getType() == GenPlanLexer.NAME) {
      at += 2;
    }
    if (at >= raw.size()) {
      return false;
    }
    return switch (raw.get(at).getType()) {
      case GenPlanLexer.COLON, GenPlanLexer.OPERATOR, GenPlanLexer.EQUALS -> true;
      case GenPlanLexer.NAME -> at == first + 1;
      default -> false;
    };
  }

  private void closeBrackets(PlanToken before) {
    while (inList()) {
      Open bracket = open.pop();
      errors.add(SyntaxErrors.UNCLOSED_BRACKET.at(bracket.token().span()));
      close(GenPlanLexer.CLOSE_BRACKET);
    }
    out.add(new PlanToken(GenPlanLexer.LINE_END, before.start(), 0));
  }

  private void close(int type) {
    int at = out.isEmpty() ? 0 : out.get(out.size() - 1).end();
    for (int i = out.size() - 1; i >= 0; i--) {
      if (out.get(i).getType() != GenPlanLexer.LINE_END) {
        at = out.get(i).end();
        break;
      }
    }
    out.add(new PlanToken(type, at, 0));
  }

  private void closeBrace(PlanToken token, boolean leadsLine) {
    while (inList()) {
      errors.add(SyntaxErrors.UNCLOSED_BRACKET.at(open.pop().token().span()));
      close(GenPlanLexer.CLOSE_BRACKET);
    }
    if (!balanced && leadsLine) {
      int indent = indent();
      while (open.size() > 1 && open.peek().indent() > indent && hasIndent(indent)) {
        errors.add(SyntaxErrors.UNCLOSED_BRACE.at(open.pop().token().span()));
        close(GenPlanLexer.CLOSE_BRACE);
      }
    }
    if (open.isEmpty()) {
      errors.add(SyntaxErrors.STRAY_BRACE.at(token.span()));
      return;
    }
    open.pop();
    out.add(token);
  }

  private boolean hasIndent(int indent) {
    return open.stream().anyMatch(each -> each.indent() == indent);
  }

  private void closeBracket(PlanToken token) {
    if (inList()) {
      open.pop();
      out.add(token);
    } else {
      errors.add(SyntaxErrors.STRAY_BRACKET.at(token.span()));
    }
  }

  private void closeAll() {
    while (!open.isEmpty()) {
      Open last = open.pop();
      boolean brace = last.type() == GenPlanLexer.OPEN_BRACE;
      errors.add(
          (brace ? SyntaxErrors.UNCLOSED_BRACE : SyntaxErrors.UNCLOSED_BRACKET)
              .at(last.token().span()));
      close(brace ? GenPlanLexer.CLOSE_BRACE : GenPlanLexer.CLOSE_BRACKET);
    }
  }

  /**
   * Leaves out everything up to the counterpart of the token at {@code first}; returns its index.
   */
  private int skipDeep(int first) {
    int depth = 0;
    int last = first;
    for (; last < raw.size(); last++) {
      int type = raw.get(last).getType();
      if (type == GenPlanLexer.OPEN_BRACE || type == GenPlanLexer.OPEN_BRACKET) {
        depth++;
      } else if (type == GenPlanLexer.CLOSE_BRACE || type == GenPlanLexer.CLOSE_BRACKET) {
        if (--depth == 0) {
          break;
        }
      }
    }
    int end = Math.min(last, raw.size() - 1);
    errors.add(
        SyntaxErrors.TOO_DEEP.at(
            new Span(raw.get(first).start(), raw.get(first).end()), MAX_DEPTH));
    return end;
  }
}
