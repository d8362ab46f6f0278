package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * The judge of a feedback or an alignment is the very model whose answers it judges: it tends to
 * prefer its own kind and shares its blind spots. Source: Zheng et al., arXiv:2306.05685, section
 * 3.3, self-enhancement bias, of which they have too few data to be sure.
 */
public final class SelfJudge implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` judges the answers of `{1}` by `{1}` itself, which tends to prefer its own style and"
              + " shares its blind spots; take another judge, or check a sample with people",
          "`{0}` 让 `{1}` 评判自己的回答，它往往偏爱自己的风格，也有同样的盲点；请换一个裁判模型，或由人抽查");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "self-judge",
            Category.FLOW,
            Severity.INFORMATION,
            "A model is judged by itself.",
            "模型由自己来评判。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (String kind : List.of("feedback", "align")) {
      for (Symbol stage : plan.all(kind)) {
        boolean meant =
            stage.attributes().has("principles")
                || stage
                    .attributes()
                    .word("purpose")
                    .filter(List.of("ablation", "experiment")::contains)
                    .isPresent()
                || (stage.attributes().has("annotators")
                    && !stage.attributes().isNone("annotators"));
        if (!meant) {
          judgedBySelf(stage)
              .ifPresent(
                  judge ->
                      reporter.report(
                          stage,
                          judge.location(),
                          MESSAGE.with(stage.name(), judge.path().text())));
        }
      }
    }
  }

  private static Optional<Link> judgedBySelf(Symbol stage) {
    List<Symbol> models = stage.targets("model");
    return stage.valueLinks("judge").stream()
        .filter(
            judge -> models.size() == 1 && judge.symbol().filter(models.get(0)::equals).isPresent())
        .findFirst();
  }
}
