package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.GeneralPurpose;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.TrainingCompute;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A model of somebody else is trained on with more than a third of the compute of its training, so
 * that the EU takes the team for the provider of the change. Source: Commission guidelines on
 * general-purpose AI models, C(2025) 7719, first published on 18 July 2025.
 */
public final class GpaiModifier implements Rule {

  private static final Localized OF_ORIGINAL =
      Localized.of(
          "`{0}` trains `{1}` on with at least {2} FLOP, more than a third of the {3} of its training: in"
              + " the EU that makes you the provider of the change (AI Act, Article 53). Have it looked at"
              + " by lawyers",
          "`{0}` 对 `{1}` 的后续训练至少用了 {2} FLOP，超过其原训练 {3} FLOP 的三分之一：在欧盟，你会因此成为该改动的提供者（《人工智能法》第 53 条）。请交法务评估");
  private static final Localized OF_THRESHOLD =
      Localized.of(
          "`{0}` trains `{1}` on with at least {2} FLOP; what its training took is not known, and a third"
              + " of 1e23 makes you the provider of the change in the EU (AI Act, Article 53). State the"
              + " `flops` of `{1}`, or have it looked at by lawyers",
          "`{0}` 对 `{1}` 的后续训练至少用了 {2} FLOP；其原训练计算量未知，超过 1e23 的三分之一时，在欧盟会因此成为该改动的提供者（《人工智能法》第 53 条）。请写明 `{1}` 的 `flops`，或交法务评估");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "gpai-modifier",
            Category.GOVERNANCE,
            Severity.INFORMATION,
            "A model is changed so much that its change has a provider of its own in the EU.",
            "对模型的改动之大，在欧盟会被视为该改动的提供者。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (Project.of(plan).filter(Project::isUnderAiAct).isEmpty()) {
      return;
    }
    Set<Symbol> seen = new HashSet<>();
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Symbol> thing = deployment.model().filter(each -> deployment.isOffered());
      Optional<Symbol> base = thing.flatMap(plan.lineage()::base);
      if (base.isPresent()) {
        TrainingCompute added = TrainingCompute.of(thing.get());
        if (!added.stages().isEmpty() && seen.add(added.stages().get(0))) {
          check(base.get(), added, reporter);
        }
      }
    }
  }

  private static void check(Symbol base, TrainingCompute added, Reporter reporter) {
    OptionalDouble original = TrainingCompute.of(new Model(base));
    double whole = original.orElse(GeneralPurpose.INDICATIVE);
    if (whole < GeneralPurpose.INDICATIVE || added.flop() <= whole / 3) {
      return;
    }
    Symbol stage = added.stages().get(0);
    String flop = Figures.scientific(added.flop());
    Message message =
        original.isPresent()
            ? OF_ORIGINAL.with(stage.name(), base.name(), flop, Figures.scientific(whole))
            : OF_THRESHOLD.with(stage.name(), base.name(), flop);
    reporter.report(stage, message);
  }
}
