package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Product;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Something is handed to others who cannot see what it is made of, nor whether it arrived
 * unchanged. Sources: CycloneDX 1.6, machine-learning bill of materials; NIST AI 600-1, section
 * 2.12, value chain.
 */
public final class BomMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` hands out `{1}`, made of {2} models and datasets, with neither a bill of materials nor"
              + " a signature: add `bom` or `signature` to `documents`",
          "`{0}` 交付 `{1}`，其中用到 {2} 个模型和数据集，却既没有物料清单也没有签名：请在 `documents` 中加入 `bom` 或 `signature`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "bom-missing",
            Category.GOVERNANCE,
            Severity.HINT,
            "A release has neither a bill of materials nor a signature.",
            "发布内容既没有物料清单，也没有签名。")
        .yieldingTo("model-card-missing", "training-summary-missing")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Product product : Product.of(plan)) {
      Symbol symbol = product.symbol();
      if (!symbol.is("deploy") || !isHandedOut(new Deployment(symbol))) {
        continue;
      }
      Optional<Symbol> thing = new Deployment(symbol).model();
      int parts = product.models().size() + product.datasets().size();
      if (thing.isPresent() && parts > 0) {
        Reporter.Finding finding =
            reporter.report(
                symbol,
                "documents",
                MESSAGE.with(symbol.name(), thing.get().qualifiedName(), parts));
        Repairs.addDocuments(symbol, List.of("bom")).ifPresent(finding::fix);
      }
    }
  }

  private static boolean isHandedOut(Deployment deployment) {
    boolean shipped =
        deployment.isRelease() || (deployment.mode().equals("edge") && deployment.facesUsers());
    List<String> documents = deployment.documents();
    return shipped && !documents.contains("bom") && !documents.contains("signature");
  }
}
