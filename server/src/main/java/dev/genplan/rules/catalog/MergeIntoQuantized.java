package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * Merging LoRA into a base in 4 or 8 bits: the sum is rounded again, and the change that was
 * trained is mostly smaller than a step. Source: huggingface/peft issue 1043; LLaMA-Factory refuses
 * it.
 */
public final class MergeIntoQuantized implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` merges an adapter into `{1}`, which is stored as `{2}`: the sum is rounded again, and most"
              + " of what was trained is smaller than a step. Merge into the original weights, then quantize",
          "`{0}` 把适配器合并进以 `{2}` 存储的 `{1}`：相加后还要再次取整，而训练出的改动大多小于一格。请合并进原始权重，再量化");
  private static final Message HERE = Message.of("the format comes from here", "格式由此而来");
  private static final Localized BEFORE =
      Localized.of("Merge into `{0}`, before it is quantized", "改为合并进量化之前的 `{0}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "merge-into-quantized",
            Category.ARTIFACTS,
            Severity.WARNING,
            "An adapter is merged into quantized weights.",
            "把适配器合并进已量化的权重。")
        .yieldingTo("adapter-base-mismatch")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      List<Link> models = stage.valueLinks("model");
      boolean adapter =
          models.stream()
              .anyMatch(
                  link ->
                      link.symbol()
                          .flatMap(Symbol::makes)
                          .filter(FlowType.ADAPTER::equals)
                          .isPresent());
      if (new Optimization(stage).method("merge").isPresent() && adapter) {
        for (Link model : models) {
          model
              .symbol()
              .filter(each -> each.makes().filter(FlowType.ADAPTER::equals).isEmpty())
              .flatMap(StoredWeights::of)
              .filter(StoredWeights::isFrozen)
              .ifPresent(stored -> report(stage, model, stored, reporter));
        }
      }
    }
  }

  private static void report(Symbol stage, Link model, StoredWeights stored, Reporter reporter) {
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                model.location(),
                MESSAGE.with(stage.name(), model.path().text(), stored.format().name()))
            .related(stored.maker().location(), HERE);
    if (stored.maker().is("optimize") && stored.maker().links("model").size() == 1) {
      String before = stored.maker().links("model").get(0).path().text();
      finding.fix(new Fix(BEFORE.with(before), false, List.of(new Edit(model.location(), before))));
    }
  }
}
