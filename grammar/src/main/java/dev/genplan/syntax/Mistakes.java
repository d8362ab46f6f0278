package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.PlanToken.Fault;
import dev.genplan.syntax.parser.GenPlanLexer;
import dev.genplan.syntax.parser.GenPlanParser;
import dev.genplan.syntax.parser.GenPlanParser.ExtraContext;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;

/** Takes what is wrong with a chunk, and says it of what is too much or in the wrong place. */
final class Mistakes {

  private final ChunkText source;
  private final List<PlanToken> tokens;
  private final List<LocalDiagnostic> errors;
  private Optional<Boolean> skipped = Optional.empty();
  private int count;

  /**
   * @param source the chunk's text
   * @param tokens what the parser has read
   * @param errors takes what is wrong
   */
  Mistakes(ChunkText source, List<PlanToken> tokens, List<LocalDiagnostic> errors) {
    this.source = source;
    this.tokens = tokens;
    this.errors = errors;
  }

  /** Takes an error that lies in the member being built. */
  void report(LocalDiagnostic error) {
    errors.add(error);
    count++;
  }

  /** Number of errors in the member being built, without those of the members in its block. */
  int count() {
    return count;
  }

  /** Starts, or goes back to, a member in which so many errors have been found. */
  void goOnFrom(int found) {
    count = found;
  }

  /**
   * Whether something was left out because it nests too deeply, and perhaps with it what would have
   * closed the rest.
   */
  boolean skipped() {
    if (skipped.isEmpty()) {
      boolean found = tokens.stream().anyMatch(token -> token.fault() == Fault.TOO_DEEP);
      skipped = Optional.of(found);
    }
    return skipped.get();
  }

  /** A block whose opening brace was forgotten or stands a line too low. */
  void opened(PlanToken open) {
    if (open.isVirtual()) {
      Span head = lineBefore(open);
      report(
          SyntaxErrors.FORGOTTEN_BRACE.inserting(head, open.start(), " {", source.shortened(head)));
    } else if (open.fault() == Fault.BRACE_ON_NEXT_LINE) {
      late(SyntaxErrors.BRACE_ON_NEXT_LINE, open);
    }
  }

  /** A block or list that is never closed. */
  void closed(PlanToken open, PlanToken close, SyntaxErrors error) {
    if (close.isVirtual() && !skipped()) {
      report(error.at(open.span()));
    }
  }

  /** A value or brace that stands on the line below the one it belongs to. */
  void late(SyntaxErrors error, PlanToken token) {
    PlanToken before = before(token);
    LocalDiagnostic found = error.at(token.span(), source.shortened(lineBefore(token)));
    boolean blank = source.isBlank(before.end(), token.start());
    Span gap = new Span(before.end(), token.start());
    report(
        blank
            ? found.withFixes(
                LocalFix.replace(Message.of("Join the lines", "合并为一行"), true, gap, " "))
            : found);
  }

  /** What stands before a token in the same member. */
  private Span lineBefore(PlanToken token) {
    int index = token.getTokenIndex() - 1;
    int end = tokens.get(index).end();
    while (index > 0 && !tokens.get(index - 1).separates()) {
      index--;
    }
    return new Span(tokens.get(index).start(), end);
  }

  /**
   * Says what is wrong with what stands between two members or elements.
   *
   * @param error what to say if nothing stands there
   * @param newLine whether a line end belongs there rather than a comma
   */
  void separator(PlanToken token, SyntaxErrors error, boolean newLine) {
    if (token.fault() == Fault.WRONG_SEPARATOR) {
      wrongSeparator(token);
    } else if (token.fault() == Fault.NOT_SEPARATED) {
      Span next = behind(token).span();
      Span gap = new Span(before(token).end(), next.start());
      Span comma = new Span(gap.start(), gap.start());
      LocalFix fix =
          newLine && before(token).getType() == GenPlanParser.CLOSE_BRACE
              ? LocalFix.replace(Message.of("Start a new line", "另起一行"), true, gap, "\n")
              : LocalFix.replace(
                  Message.of("Insert a comma", "插入逗号"),
                  true,
                  comma,
                  gap.length() == 0 ? ", " : ",");
      errors.add(error.at(next, source.shortened(next)).withFixes(fix));
    }
  }

  private void wrongSeparator(PlanToken token) {
    boolean ends =
        switch (behind(token).getType()) {
          case GenPlanParser.LINE_END,
              GenPlanParser.CLOSE_BRACE,
              GenPlanParser.CLOSE_BRACKET,
              GenPlanParser.EOF ->
              true;
          default -> false;
        };
    errors.add(
        SyntaxErrors.WRONG_SEPARATOR.fixed(
            token.span(), token.span(), ends ? "" : spaced(",", token), source.text(token.span())));
  }

  /** A mark, with a space behind it if there is none yet. */
  String spaced(String mark, PlanToken token) {
    return behind(token).start() == token.end() ? mark + " " : mark;
  }

  PlanToken before(PlanToken token) {
    return tokens.get(token.getTokenIndex() - 1);
  }

  private PlanToken behind(PlanToken token) {
    return tokens.get(token.getTokenIndex() + 1);
  }

  /** Says that nothing can follow what is complete. */
  void extras(List<ExtraContext> extras) {
    if (extras.isEmpty() || count > 0) {
      return;
    }
    for (ExtraContext extra : extras) {
      if (fault(extra)) {
        return;
      }
    }
    Span all = ChunkText.span(extras.get(0), extras.get(extras.size() - 1));
    report(SyntaxErrors.UNEXPECTED_TEXT.at(all, source.shortened(all)));
  }

  void unexpected(ParserRuleContext context, SyntaxErrors error) {
    if (!fault(context)) {
      Span span = ChunkText.span(context);
      report(error.at(span, source.shortened(span)));
    }
  }

  /** Reports the first thing in a range that has a message of its own; whether there was one. */
  boolean fault(ParserRuleContext context) {
    int last = ChunkText.last(context).getTokenIndex();
    for (int i = ChunkText.first(context).getTokenIndex(); i <= last; i++) {
      PlanToken token = tokens.get(i);
      if (token.getType() == GenPlanParser.OPEN_BRACE) {
        return false;
      }
      if (token.getType() == GenPlanParser.JUNK && junk(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean junk(PlanToken token) {
    switch (token.fault()) {
      case STRAY_BRACE -> report(SyntaxErrors.STRAY_BRACE.at(token.span()));
      case STRAY_BRACKET -> report(SyntaxErrors.STRAY_BRACKET.at(token.span()));
      case TOO_DEEP -> {
        Span open = new Span(token.start(), token.start() + 1);
        report(SyntaxErrors.TOO_DEEP.at(open, Layout.MAX_DEPTH));
      }
      default -> {
        return withoutNumber(token) || invalidCharacter(token);
      }
    }
    return true;
  }

  /** A range or a bound that lacks its number. */
  private boolean withoutNumber(PlanToken token) {
    if (token.getTokenIndex() == 0) {
      return false;
    }
    PlanToken before = before(token);
    boolean expected =
        switch (source.rawType(token)) {
          case GenPlanLexer.OPERATOR -> before.separates() || isMark(before.getType());
          case GenPlanLexer.RANGE ->
              isAmount(before.getType()) && behind(token).getType() != GenPlanParser.NUMBER;
          default -> false;
        };
    if (!expected) {
      return false;
    }
    report(SyntaxErrors.EXPECTED_NUMBER.at(token.span(), source.text(token.span())));
    return true;
  }

  private static boolean isMark(int type) {
    return switch (type) {
      case GenPlanParser.COLON,
          GenPlanParser.EQUALS,
          GenPlanParser.OPERATOR,
          GenPlanParser.OPEN_BRACKET ->
          true;
      default -> false;
    };
  }

  private static boolean isAmount(int type) {
    return switch (type) {
      case GenPlanParser.NUMBER,
          GenPlanParser.MAGNITUDE,
          GenPlanParser.PERCENT,
          GenPlanParser.UNIT ->
          true;
      default -> false;
    };
  }

  private boolean invalidCharacter(PlanToken token) {
    if (source.rawType(token) != GenPlanLexer.UNKNOWN) {
      return false;
    }
    String text = source.text(token.span());
    Optional<String> meant = FullWidth.meant(text);
    if (meant.isPresent()) {
      report(
          SyntaxErrors.FULL_WIDTH_CHARACTER.fixed(
              token.span(), token.span(), meant.get(), text, meant.get()));
    } else {
      report(SyntaxErrors.INVALID_CHARACTER.at(token.span(), FullWidth.visible(text)));
    }
    return true;
  }
}
