package dev.genplan.editing.actions;

import dev.genplan.analysis.Analysis;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where actions are asked for.
 *
 * @param analysis of the file
 * @param range what is selected; empty at a caret
 * @param language in which something is inserted that people read
 * @param suppose what would be found if the file had another text
 */
public record Place(
    Analysis analysis, Span range, Language language, Function<String, Analysis> suppose) {

  Plan plan() {
    return analysis.plan();
  }

  String file() {
    return plan().file();
  }

  String text() {
    return plan().source().tree().text();
  }

  /** The findings that the selection touches. */
  List<Diagnostic> findings() {
    return analysis.diagnostics().stream()
        .filter(found -> touches(found.location().span()))
        .toList();
  }

  /** Whether the selection touches a range of the file. */
  boolean touches(Span span) {
    return span.touches(range.start()) || range.touches(span.start());
  }

  /** The innermost declaration, split or stage in which the selection lies. */
  Optional<Symbol> symbol() {
    return around(range);
  }

  /** The innermost declaration, split or stage in which a range lies. */
  Optional<Symbol> around(Span span) {
    Optional<Symbol> innermost = Optional.empty();
    for (Symbol symbol : plan().own()) {
      if (symbol.locate(symbol.node()).span().contains(span)) {
        innermost = Optional.of(symbol);
      }
    }
    return innermost;
  }

  /** The declaration at whose head the selection is: its keyword or its name. */
  Optional<Symbol> head() {
    return symbol()
        .filter(
            symbol -> {
              int start = symbol.base() + symbol.node().start();
              int end = symbol.base() + symbol.node().name().orElse(symbol.node().keyword()).end();
              return new Span(start, end).touches(range.start());
            });
  }
}
