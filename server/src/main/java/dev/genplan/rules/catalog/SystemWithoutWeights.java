package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A system (a model with a prompt, retrieval or a guard around it) where weights are needed. What
 * stands around a model is text and code; only the model inside can be trained, quantized or
 * merged.
 */
public final class SystemWithoutWeights implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is a system, made by `{1}`, and has no weights of its own; `{2}` needs a model",
          "`{0}` 是由 `{1}` 得到的系统，本身没有权重；`{2}` 需要模型");
  private static final Localized WITH_INSIDE =
      Localized.of(
          "`{0}` is a system, made by `{1}`, and has no weights of its own; use the model inside it,"
              + " `{3}`",
          "`{0}` 是由 `{1}` 得到的系统，本身没有权重；请改用其中的模型 `{3}`");
  private static final Message DECLARED = Message.of("the system", "该系统");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "system-without-weights",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A system is used where weights are needed.",
            "在需要权重的地方使用了系统。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol symbol : plan.own()) {
      for (Link link : symbol.links()) {
        boolean system = plan.typeOf(link.target()).filter(FlowType.SYSTEM::equals).isPresent();
        if (system && link.isDataflow() && needsWeights(link)) {
          report(plan, link, reporter);
        }
      }
    }
  }

  private static boolean needsWeights(Link link) {
    return link.expected().accepts().contains(FlowType.MODEL)
        && !link.expected().admits(FlowType.SYSTEM);
  }

  private static void report(Plan plan, Link link, Reporter reporter) {
    Symbol system = link.symbol().orElseThrow();
    Optional<String> inside =
        plan.lineage().chain(system).stream()
            .filter(each -> each.makes().filter(FlowType.SYSTEM::equals).isEmpty())
            .map(Symbol::qualifiedName)
            .findFirst();
    Reporter.Finding finding =
        reporter
            .report(
                link.from(),
                link.location(),
                (inside.isPresent() ? WITH_INSIDE : MESSAGE)
                    .with(
                        link.path().text(),
                        system.node().keyword().text(),
                        link.property(),
                        inside.orElse("")))
            .related(system.location(), DECLARED);
    inside.ifPresent(
        name ->
            finding.fix(
                new Fix(
                    Localized.of("Use `{0}`", "改用 `{0}`").with(name),
                    false,
                    List.of(new Edit(link.location(), name)))));
  }
}
