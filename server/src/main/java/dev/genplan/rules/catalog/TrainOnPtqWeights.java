package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stage trains all weights of a model that was quantized after its training. Rounded weights have
 * no useful gradient; what can be trained on them is an adapter (QLoRA, arXiv:2305.14314, section
 * 3). LLaMA-Factory refuses quantization with full and freeze tuning.
 */
public final class TrainOnPtqWeights implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains all weights of `{1}`, which are stored as `{2}`: rounded weights have no"
              + " useful gradient. Train an adapter on them, or train first and quantize afterwards",
          "`{0}` 要训练 `{1}` 的全部权重，而它们以 `{2}` 存储：取整后的权重没有可用的梯度。" + "请在其上训练适配器，或先训练后量化");
  private static final Message ADAPTER =
      Message.of("Train a LoRA adapter on them", "在其上训练 LoRA 适配器");
  private static final Localized BEFORE =
      Localized.of("Train `{0}`, before it is quantized", "改为训练量化之前的 `{0}`");
  private static final Message HERE = Message.of("the format comes from here", "格式由此而来");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "train-on-ptq-weights",
            Category.ARTIFACTS,
            Severity.ERROR,
            "All weights of a quantized model are trained.",
            "对已量化的模型做全参训练。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Optional<StoredWeights> stored = training.model().flatMap(StoredWeights::of);
      boolean full = training.isFull() && !training.symbol().is("optimize");
      if (full && stored.isPresent() && stored.get().isFrozen()) {
        report(training, stored.get(), reporter);
      }
    }
  }

  private static void report(Training training, StoredWeights stored, Reporter reporter) {
    Symbol symbol = training.symbol();
    String model = symbol.links("model").get(0).path().text();
    Reporter.Finding finding =
        reporter
            .report(symbol, "model", MESSAGE.with(symbol.name(), model, stored.format().name()))
            .related(stored.maker().location(), HERE);
    adapter(training).ifPresent(edit -> finding.fix(new Fix(ADAPTER, false, List.of(edit))));
    if (stored.maker().is("optimize") && stored.maker().links("model").size() == 1) {
      String before = stored.maker().links("model").get(0).path().text();
      SourceEdits.replaceValue(symbol, "model", before)
          .ifPresent(edit -> finding.fix(new Fix(BEFORE.with(before), false, List.of(edit))));
    }
  }

  private static Optional<Edit> adapter(Training training) {
    Symbol symbol = training.symbol();
    Optional<Value> method = symbol.attributes().value("method");
    if (method.isEmpty()) {
      return SourceEdits.addMember(symbol, "method: lora { rank: 16 }");
    }
    List<String> words = new ArrayList<>();
    for (Value each : symbol.attributes().values("method")) {
      if (Attributes.wordOf(each).filter("full"::equals).isEmpty()) {
        words.add(symbol.text(each));
      }
    }
    words.add("lora { rank: 16 }");
    String list = words.size() == 1 ? words.get(0) : "[" + String.join(", ", words) + "]";
    return SourceEdits.replaceValue(symbol, "method", list);
  }
}
