package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A judging model is of the line of models that made the answers, or that wrote what they were
 * learned from. Source: Zheng et al., arXiv:2306.05685, section 3.3, self-enhancement bias.
 */
public final class JudgeSameFamily implements Rule {

  private static final Localized ITSELF =
      Localized.of(
          "`{0}` judges `{1}`; both are of the family `{3}`, and judges favor answers like"
              + " their own. Take a judge of another family, or let people check some",
          "`{0}` 评判 `{1}`，两者同属 `{3}` 系列，而裁判模型偏爱与自己相似的回答。请换一个其他系列的裁判模型，或由人抽查");
  private static final Localized MADE_OF =
      Localized.of(
          "`{0}` judges `{1}`, which is made of `{2}`; both are of the family `{3}`, and judges favor"
              + " answers like their own. Take a judge of another family, or let people check some",
          "`{0}` 评判由 `{2}` 得到的 `{1}`，两者同属 `{3}` 系列，而裁判模型偏爱与自己相似的回答。请换一个其他系列的裁判模型，或由人抽查");
  private static final Localized LEARNED_FROM =
      Localized.of(
          "`{0}` judges `{1}`, which has learned from `{2}`; both are of the family `{3}`, and judges"
              + " favor answers like their own. Take a judge of another family, or let people check some",
          "`{0}` 评判从 `{2}` 学来的 `{1}`，两者同属 `{3}` 系列，而裁判模型偏爱与自己相似的回答。请换一个其他系列的裁判模型，或由人抽查");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "judge-same-family",
        Category.EVALUATION,
        Severity.WARNING,
        "A judge is of the family of the model it judges, or of its teacher.",
        "裁判模型与被评判的模型或其教师模型同属一个系列。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Set<Symbol> seenByPeople = new HashSet<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (evaluation.isJudgedByPeople()) {
        evaluation.model().ifPresent(seenByPeople::add);
      }
    }
    for (Evaluation evaluation : Evaluation.all(plan)) {
      Optional<Symbol> model = evaluation.model().filter(it -> !seenByPeople.contains(it));
      List<Link> judges = evaluation.judges();
      if (model.isPresent() && judges.size() == 1 && !evaluation.statesAgreement(judges.get(0))) {
        check(evaluation, model.get(), judges.get(0), reporter);
      }
    }
  }

  private static void check(Evaluation evaluation, Symbol model, Link judge, Reporter reporter) {
    Symbol judging = judge.symbol().orElseThrow();
    Optional<String> family = Model.familyOf(judging);
    boolean bothSides =
        evaluation
            .symbol()
            .target("baseline")
            .flatMap(Model::familyOf)
            .filter(other -> family.filter(other::equals).isPresent())
            .isPresent();
    if (family.isEmpty() || bothSides) {
      return;
    }
    Optional<Symbol> base = model.plan().lineage().base(model);
    Optional<Symbol> relative =
        base.filter(it -> isOf(it, family.get())).or(() -> teacher(model, base, family.get()));
    if (relative.isPresent()) {
      Localized message =
          relative.get() == model ? ITSELF : relative.equals(base) ? MADE_OF : LEARNED_FROM;
      reporter.report(
          evaluation.symbol(),
          judge.location(),
          message.with(judging.name(), model.name(), relative.get().name(), family.get()));
    }
  }

  /** A model of the family that wrote what something was trained on. */
  private static Optional<Symbol> teacher(Symbol model, Optional<Symbol> base, String family) {
    Set<Symbol> ingredients = model.plan().lineage().ingredients(model);
    return model.plan().all("model").stream()
        .filter(it -> isOf(it, family) && ingredients.contains(it))
        .filter(it -> base.filter(it::equals).isEmpty())
        .filter(it -> !new Model(it).role().equals("draft"))
        .findFirst();
  }

  private static boolean isOf(Symbol model, String family) {
    return model.makes().filter(made -> made.fits(FlowType.MODEL)).isPresent()
        && new Model(model).family().filter(family::equals).isPresent();
  }
}
