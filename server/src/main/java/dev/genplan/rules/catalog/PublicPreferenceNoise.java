package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * A public set of comparisons that a model has judged, without a cleaning step. Source:
 * argilla/ultrafeedback-binarized-preferences, dataset card: wrong scores in the original.
 */
public final class PublicPreferenceNoise implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` learns from `{1}`, comparisons that a model judged, as published; such sets had wrong"
              + " scores before. Take a cleaned release, or check 100 of them, and state `cleaning`",
          "`{0}` 直接使用 `{1}`，即由模型评判的公开比较数据；这类数据曾有过错误的得分。请用清洗过的版本，或抽查 100 条，并写明 `cleaning`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "public-preference-noise",
            Category.DATA,
            Severity.INFORMATION,
            "Public comparisons by a model are used as they are.",
            "直接使用由模型标注的公开比较数据。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      if (!training.symbol().is("align") && !training.symbol().is("reward")) {
        continue;
      }
      for (Link link : training.symbol().valueLinks("data")) {
        Optional<Symbol> whole =
            link.symbol().map(data -> new Dataset(data).whole()).filter(data -> data.is("dataset"));
        boolean noisy =
            whole.isPresent()
                && new Dataset(whole.get()).content().filter("preferences"::equals).isPresent()
                && whole.get().attributes().words("origin").contains("synthetic")
                && whole.get().attributes().has("source")
                && !whole.get().attributes().has("cleaning");
        if (noisy) {
          reporter.report(
              training.symbol(),
              link.location(),
              MESSAGE.with(training.symbol().name(), whole.get().name()));
        }
      }
    }
  }
}
