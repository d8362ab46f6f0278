package dev.genplan.rules.catalog;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Weights that were rounded are rounded again. Source: llama.cpp, tools/quantize/README.md, on
 * {@code --allow-requantize}.
 */
public final class Requantize implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` rounds `{1}` to `{2}`, which is stored as `{3}` already: errors add up, and quality can drop"
              + " far below that of one rounding. Start from the weights in 16 bits",
          "`{0}` 把 `{1}` 量化为 `{2}`，而它已经是 `{3}` 格式：误差叠加，质量可能远不如只量化一次。请从 16 位权重开始");
  private static final Localized FIRST = Localized.of("rounded to `{0}` here", "在此处量化为 `{0}`");
  private static final Localized USE = Localized.of("Start from `{0}`", "改为从 `{0}` 开始");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "requantize",
            Category.DEPLOYMENT,
            Severity.WARNING,
            "Weights that are quantized already are quantized again.",
            "对已经量化的权重再次量化。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Optimization stage : View.all(plan, "optimize", Optimization::new)) {
      List<Link> models = stage.symbol().valueLinks("model");
      if (models.size() == 1 && plan.course().of(stage.symbol()) != Course.Presence.SKIPPED) {
        Optional<Format> after = format(stage);
        Optional<StoredWeights> before = models.get(0).symbol().flatMap(StoredWeights::of);
        if (after.isPresent() && before.filter(it -> it.format().quantized()).isPresent()) {
          report(stage.symbol(), models.get(0), before.get(), after.get(), reporter);
        }
      }
    }
  }

  /** What weights are rounded to after training; simulated in training, it is none yet. */
  private static Optional<Format> format(Optimization stage) {
    for (Tag method : stage.methods()) {
      boolean rounds =
          method.word().equals("convert")
              || (method.word().equals("quantize") && !method.options().isWord("variant", "qat"));
      Optional<Format> format =
          method.options().word("format").flatMap(Formats::find).filter(Format::quantized);
      if (rounds && format.isPresent()) {
        return format;
      }
    }
    return Optional.empty();
  }

  private static void report(
      Symbol stage, Link model, StoredWeights before, Format after, Reporter reporter) {
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                model.location(),
                MESSAGE.with(
                    stage.name(), model.path().text(), after.name(), before.format().name()))
            .related(before.maker().location(), FIRST.with(before.format().name()));
    List<Link> start = before.maker().valueLinks("model");
    if (before.maker().is("optimize")
        && start.size() == 1
        && before.maker().repeat().equals(stage.repeat())) {
      String name = start.get(0).path().text();
      finding.fix(new Fix(USE.with(name), false, List.of(new Edit(model.location(), name))));
    }
  }
}
