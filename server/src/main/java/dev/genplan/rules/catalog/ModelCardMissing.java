package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Weights are given to others without a model card. Sources: Mitchell et al., Model Cards for Model
 * Reporting, arXiv:1810.03993; CycloneDX 1.6, modelCard.
 */
public final class ModelCardMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` releases `{1}` without a model card: those who take it cannot know what it is for, where"
              + " it fails and on what it was tested. Add `model-card` to `documents`",
          "`{0}` 发布 `{1}` 却没有模型卡：使用者无从得知它的用途、局限与测试情况。请在 `documents` 中加入 `model-card`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "model-card-missing",
            Category.GOVERNANCE,
            Severity.WARNING,
            "Weights are released without a model card.",
            "发布权重而没有模型卡。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Symbol> thing = deployment.model();
      if (deployment.isRelease()
          && thing.isPresent()
          && !deployment.documents().contains("model-card")) {
        Symbol symbol = deployment.symbol();
        Reporter.Finding finding =
            reporter.report(
                symbol, "documents", MESSAGE.with(symbol.name(), thing.get().qualifiedName()));
        Repairs.addDocuments(symbol, List.of("model-card")).ifPresent(finding::fix);
      }
    }
  }
}
