package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Web or synthetic text is trained on, a public benchmark measures the outcome, and nothing has
 * removed what they share. Source: Tülu 3, arXiv:2411.15124, section 3.2: several public sets
 * contain test items.
 */
public final class NoDecontamination implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is {1} text, and `{2}`, a public benchmark, measures what is trained on it: some of its"
              + " items may stand in it. Remove them, and state `cleaning: decontamination`",
          "`{0}` 是{1}文本，而用公开基准 `{2}` 评测由它训练的模型：其中可能就有基准的题目。请去除，并写明 `cleaning: decontamination`");
  private static final Localized WEB = Localized.of("web", "网络");
  private static final Localized SYNTHETIC = Localized.of("synthetic", "合成");
  private static final Message ADD = Message.of("Remove the benchmark's items", "去除基准中的题目");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-decontamination",
            Category.DATA,
            Severity.WARNING,
            "Training text may contain a public benchmark that measures the outcome.",
            "训练文本可能含有用来评测的公开基准。")
        .yieldingTo("train-eval-overlap")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> seen = new HashSet<>();
    for (Evaluation evaluation : View.all(plan, "evaluate", Evaluation::new)) {
      Optional<Symbol> benchmark =
          evaluation.testData().stream()
              .flatMap(link -> link.symbol().stream())
              .map(NoDecontamination::whole)
              .filter(data -> new Dataset(data).isBenchmark())
              .findFirst();
      if (benchmark.isEmpty() || !evaluation.isPresent()) {
        continue;
      }
      for (Training training : Training.all(plan)) {
        if (evaluation.measures(training.symbol())) {
          training.symbol().valueLinks("data").stream()
              .flatMap(link -> link.symbol().stream())
              .map(NoDecontamination::whole)
              .filter(data -> kind(data).isPresent() && !isClean(data) && seen.add(data))
              .forEach(data -> report(data, benchmark.get(), reporter));
        }
      }
    }
  }

  private static Symbol whole(Symbol data) {
    return new Dataset(data).whole();
  }

  private static Optional<Localized> kind(Symbol data) {
    if (data.attributes().words("origin").contains("synthetic")) {
      return Optional.of(SYNTHETIC);
    }
    return data.attributes().words("origin").contains("web") ? Optional.of(WEB) : Optional.empty();
  }

  private static boolean isClean(Symbol data) {
    return data.attributes().words("cleaning").contains("decontamination")
        || data.attributes().isUnknown("cleaning");
  }

  private static void report(Symbol data, Symbol benchmark, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(
            data, "origin", MESSAGE.with(data.name(), kind(data).orElseThrow(), benchmark.name()));
    if (!data.attributes().has("cleaning")) {
      SourceEdits.addMember(data, "cleaning: decontamination")
          .ifPresent(edit -> finding.fix(new Fix(ADD, false, List.of(edit))));
    }
  }
}
