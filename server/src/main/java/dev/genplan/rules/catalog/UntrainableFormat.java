package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * A stage trains, with adapters or without, a model whose files are made to be run and not to be
 * trained: GGUF, a TensorRT engine, Core ML and the like. Source: catalog of formats; Transformers
 * documentation, which loads GGUF by turning it back into full precision.
 */
public final class UntrainableFormat implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains `{1}`, whose files are `{2}`: a format to run, which no trainer updates."
              + " Start from the original weights (safetensors)",
          "`{0}` 要训练 `{1}`，而其文件为 `{2}`：这是推理格式，训练工具无法更新。请从原始权重（safetensors）开始");
  private static final Localized BEFORE =
      Localized.of("Train `{0}`, before it is converted", "改为训练转换之前的 `{0}`");
  private static final Message ORIGINAL =
      Message.of("Declare the original files instead", "改为声明原始文件");
  private static final Message HERE = Message.of("the format comes from here", "格式由此而来");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "untrainable-format",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A stage trains a model in a format that is made for serving.",
            "对推理专用格式的模型做训练。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      training
          .model()
          .flatMap(StoredWeights::of)
          .filter(StoredWeights::isForInferenceOnly)
          .ifPresent(stored -> report(training.symbol(), stored, reporter));
    }
  }

  private static void report(Symbol stage, StoredWeights stored, Reporter reporter) {
    Symbol maker = stored.maker();
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                "model",
                MESSAGE.with(
                    stage.name(),
                    stage.links("model").get(0).path().text(),
                    stored.format().name()))
            .related(maker.location(), HERE);
    if (maker.is("optimize") && maker.links("model").size() == 1) {
      String before = maker.links("model").get(0).path().text();
      SourceEdits.replaceValue(stage, "model", before)
          .ifPresent(edit -> finding.fix(new Fix(BEFORE.with(before), false, List.of(edit))));
    } else if (maker.is("model") && maker.isOwn()) {
      SourceEdits.replaceValue(maker, "format", "safetensors")
          .ifPresent(edit -> finding.fix(new Fix(ORIGINAL, false, List.of(edit))));
    }
  }
}
