package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.Support;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * fp16 has 5 bits of exponent, bf16 has 8: activations of a model trained in bf16 can exceed
 * 65,504, the largest number of fp16. Source: Hugging Face Transformers documentation, performance
 * on one GPU; T5 checkpoints give NaN in fp16.
 */
public final class Fp16FromBf16 implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` computes in fp16, but `{1}` was trained in bf16, whose numbers reach beyond fp16's"
              + " 65,504: the loss can become NaN. Use bf16",
          "`{0}` 用 fp16 计算，而 `{1}` 以 bf16 训练，其数值可能超出 fp16 的上限 65,504，损失会变成 NaN。请用 bf16");
  private static final Localized NO_CHOICE =
      Localized.of(
          "`{0}` computes in fp16, since {2} has no bf16, but `{1}` was trained in bf16: scale the loss,"
              + " and watch for NaN",
          "`{0}` 用 fp16 计算，因为 {2} 不支持 bf16，而 `{1}` 以 bf16 训练：请使用损失缩放，并留意 NaN");
  private static final Message USE = Message.of("Use bf16", "改用 bf16");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "fp16-from-bf16",
            Category.TRAINING,
            Severity.WARNING,
            "A model that was trained in bf16 is tuned in fp16.",
            "用 fp16 微调以 bf16 训练的模型。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      boolean half =
          training
              .attributes()
              .tag("precision")
              .filter(tag -> tag.word().equals("fp16"))
              .isPresent();
      Optional<Symbol> base = half ? plan.lineage().base(training.symbol()) : Optional.empty();
      base.filter(Fp16FromBf16::isFromBf16).ifPresent(model -> report(training, model, reporter));
    }
  }

  private static void report(Training training, Symbol base, Reporter reporter) {
    Symbol symbol = training.symbol();
    Optional<Accelerator> device = training.compute().flatMap(Compute::accelerator);
    boolean noChoice = device.filter(each -> each.supports("bf16") == Support.NO).isPresent();
    if (noChoice) {
      reporter
          .report(
              symbol,
              "precision",
              NO_CHOICE.with(symbol.name(), base.qualifiedName(), device.get().name()))
          .severity(Severity.INFORMATION);
      return;
    }
    Reporter.Finding finding =
        reporter.report(symbol, "precision", MESSAGE.with(symbol.name(), base.qualifiedName()));
    SourceEdits.replaceValue(symbol, "precision", "bf16")
        .ifPresent(edit -> finding.fix(new Fix(USE, true, List.of(edit))));
  }

  private static boolean isFromBf16(Symbol model) {
    Optional<String> stated = model.attributes().word("precision");
    return stated
        .or(() -> new Model(model).card().flatMap(ModelCard::precision))
        .filter("bf16"::equals)
        .isPresent();
  }
}
