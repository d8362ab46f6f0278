package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.Support;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A stage trains in a number format that its accelerator cannot compute in. Source:
 * stas00/ml-engineering, compute/accelerator, at 744d01e, and the vendors' data sheets, as in the
 * catalog.
 */
public final class PrecisionUnsupported implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains in `{1}`, which `{2}` ({3}) has no arithmetic for; take another precision or accelerator",
          "`{0}` 以 `{1}` 训练，而 `{2}`（{3}）没有该精度的运算单元；请更换精度或加速卡");

  private static final Localized INSTEAD =
      Localized.of(
          "`{0}` trains in `{1}`, which `{2}` ({3}) has no arithmetic for; take `{4}`, or another accelerator",
          "`{0}` 以 `{1}` 训练，而 `{2}`（{3}）没有该精度的运算单元；请改用 `{4}`，或更换加速卡");

  private static final Localized TRAIN_IN = Localized.of("Train in `{0}`", "改用 `{0}` 训练");

  private static final Message ACCELERATOR = Message.of("the accelerator", "加速卡");

  /** What can stand in for another format, the best first. */
  private static final List<String> USUAL = List.of("bf16", "fp16");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "precision-unsupported",
            Category.COMPUTE,
            Severity.ERROR,
            "A stage trains in a precision that its accelerator cannot compute in.",
            "训练所用精度不被加速卡支持。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      Optional<Compute> compute = training.compute();
      Optional<Tag> precision = training.attributes().tag("precision");
      if (training.symbol().isOwn() && compute.isPresent() && precision.isPresent()) {
        compute
            .get()
            .accelerator()
            .filter(device -> device.supports(precision.get().word()) == Support.NO)
            .ifPresent(
                device ->
                    report(training.symbol(), precision.get(), compute.get(), device, reporter));
      }
    }
  }

  private static void report(
      Symbol stage, Tag precision, Compute compute, Accelerator device, Reporter reporter) {
    Optional<String> other =
        USUAL.stream().filter(word -> device.supports(word) == Support.YES).findFirst();
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                "precision",
                (other.isPresent() ? INSTEAD : MESSAGE)
                    .with(
                        stage.name(),
                        precision.word(),
                        device.name(),
                        device.generation().title(),
                        other.orElse("")))
            .related(compute.symbol().locationOf("accelerator"), ACCELERATOR);
    if (other.isPresent() && precision.node() instanceof Value.Reference word) {
      finding.fix(
          new Fix(
              TRAIN_IN.with(other.get()),
              false,
              List.of(new Edit(stage.locate(word.path()), other.get()))));
    }
  }
}
