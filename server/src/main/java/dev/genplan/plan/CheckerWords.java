package dev.genplan.plan;

import dev.genplan.catalog.Benchmarks;
import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.Aliases;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.List;
import java.util.Optional;

/** Speaks of values and metrics that nobody knows. */
final class CheckerWords {

  private final CheckerFindings findings;

  CheckerWords(CheckerFindings findings) {
    this.findings = findings;
  }

  /**
   * Speaks of a word that is not in the list it should be from. In an open list that is only noted,
   * unless it is one of its words with other capitals or dashes.
   */
  void unknown(WordList words, String property, Span span, String written) {
    Optional<Word> respelled = CheckerNames.respelled(written, words.words(), Word::text);
    if (respelled.isPresent()) {
      called(Severity.ERROR, span, written, respelled.get().text());
      return;
    }
    Optional<String> alias = Aliases.word(words, written);
    if (alias.isPresent()) {
      Severity severity = words.isOpen() ? Severity.INFORMATION : Severity.ERROR;
      called(severity, span, written, alias.get());
      return;
    }
    List<String> names = CheckerPhrases.names(words);
    Optional<String> near = Nearest.of(written, names);
    if (words.isOpen()) {
      unknownOpen(property, span, written, near);
      return;
    }
    Message unknown =
        Localized.of("`{0}` does not take `{1}`", "`{0}` 不接受 `{1}`").with(property, written);
    List<String> kinds = property.equals("method") ? CheckerKinds.withMethod(written) : List.of();
    if (!kinds.isEmpty()) {
      findings.add(
          CheckerCode.UNKNOWN_WORD,
          span,
          Localized.of("{0} here; it is a method of {1}", "{0}，它是 {1} 的方法")
              .with(unknown, CheckerPhrases.and(kinds)));
    } else if (near.isPresent()) {
      findings.add(
          CheckerCode.UNKNOWN_WORD,
          span,
          CheckerPhrases.didYouMean(unknown, near.get()),
          CheckerFixes.suggest(span, near.get()));
    } else {
      findings.add(
          CheckerCode.UNKNOWN_WORD,
          span,
          Localized.of("{0}; it takes {1}", "{0}，可用的有 {1}")
              .with(unknown, CheckerPhrases.words(names)));
    }
  }

  private void called(Severity severity, Span span, String written, String name) {
    findings.add(
        CheckerCode.UNKNOWN_WORD,
        severity,
        span,
        CheckerPhrases.called(written, name),
        List.of(CheckerFixes.rename(span, name)));
  }

  private void unknownOpen(String property, Span span, String written, Optional<String> near) {
    Message unknown =
        Localized.of("`{0}` is not a known word of `{1}`", "`{1}` 中没有已知的词 `{0}`")
            .with(written, property);
    findings.add(
        CheckerCode.UNKNOWN_WORD,
        Severity.INFORMATION,
        span,
        near.isPresent()
            ? CheckerPhrases.didYouMean(unknown, near.get())
            : Localized.of("{0}; no rule looks at it", "{0}，不会有规则检查它").with(unknown),
        near.map(name -> List.of(CheckerFixes.suggest(span, name))).orElse(List.of()));
  }

  /** Notes a metric that nobody knows, and what may have been meant. */
  static void unknownMetric(CheckerFindings findings, Span span, String written) {
    Message unknown = Localized.of("`{0}` is not a known metric", "`{0}` 不是已知指标").with(written);
    Optional<String> near = Nearest.of(written, Metrics.all().stream().map(Metric::name).toList());
    if (Benchmarks.find(written).isPresent()) {
      findings.add(
          CheckerCode.UNKNOWN_METRIC,
          span,
          Localized.of(
                  "`{0}` is a benchmark; declare it as a `dataset` and say what is measured on it:"
                      + " `{0}.accuracy`",
                  "`{0}` 是评测集，请声明为 `dataset`，并写明测什么：`{0}.accuracy`")
              .with(written));
    } else if (near.isPresent()) {
      findings.add(
          CheckerCode.UNKNOWN_METRIC,
          span,
          CheckerPhrases.didYouMean(unknown, near.get()),
          CheckerFixes.suggest(span, near.get()));
    } else {
      findings.add(
          CheckerCode.UNKNOWN_METRIC,
          span,
          Localized.of("{0}; its direction and its range are not checked", "{0}，不会检查它的方向和取值范围")
              .with(unknown));
    }
  }
}
