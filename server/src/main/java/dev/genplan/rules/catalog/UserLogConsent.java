package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * Logs of users are trained on, and no ground such as opt-in, contract or notice is stated. Source:
 * EU General Data Protection Regulation, article 6(1): processing needs one of six grounds.
 */
public final class UserLogConsent implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is made of logs, `{1}` trains on it, and `consent` does not say on what legal basis; state it"
              + " (`opt-in`, `contract`, `notice` ...), or leave the logs out",
          "`{0}` 来自日志，`{1}` 用它训练，而 `consent` 没有说明合法依据；请写明（`opt-in`、`contract`、`notice` 等），或不用这些日志");
  private static final Localized NONE =
      Localized.of(
          "`{0}` is made of logs of people who did not agree (`consent: none`), and `{1}` trains on it;"
              + " get a legal basis, or leave the logs out",
          "`{0}` 来自未获同意的用户日志（`consent: none`），而 `{1}` 用它训练；请取得合法依据，或不用这些日志");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "user-log-consent",
            Category.DATA,
            Severity.WARNING,
            "Production logs are trained on without a stated legal basis.",
            "用生产日志训练而没有说明合法依据。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol data : plan.all("dataset")) {
      boolean logs = data.attributes().words("origin").contains("logs");
      boolean without = !data.attributes().has("consent") || data.attributes().isNone("consent");
      if (logs && without) {
        trainedBy(data)
            .ifPresent(
                stage ->
                    reporter.report(
                        data,
                        data.attributes().has("consent") ? "consent" : "origin",
                        (data.attributes().has("consent") ? NONE : MESSAGE)
                            .with(data.name(), stage.name())));
      }
    }
  }

  private static Optional<Symbol> trainedBy(Symbol data) {
    Lineage lineage = data.plan().lineage();
    return Training.all(data.plan()).stream()
        .filter(
            training ->
                training.dataLinks().stream()
                    .flatMap(link -> link.symbol().stream())
                    .anyMatch(used -> lineage.shares(used, data)))
        .map(Training::symbol)
        .findFirst();
  }
}
