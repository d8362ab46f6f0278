package dev.genplan.rules.catalog;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A quantization that looks at activations has no text to look at them on. GPTQ used 128 random
 * segments of 2,048 tokens (arXiv:2210.17323, section 4).
 */
public final class CalibrationMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` chooses its rounding by activations, but `{1}` has no `data` to measure them on:"
              + " give it 128 to 512 samples like those it will serve",
          "`{0}` 按激活值决定如何舍入，但 `{1}` 没有用于测量激活值的 `data`：请提供 128 到 512 条与实际请求相近的样本");
  private static final Localized ADD = Localized.of("Calibrate on `{0}`", "用 `{0}` 校准");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "calibration-missing",
            Category.DEPLOYMENT,
            Severity.WARNING,
            "A quantization that needs calibration data has none.",
            "需要校准数据的量化没有提供数据。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Optimization stage : View.all(plan, "optimize", Optimization::new)) {
      boolean planned = plan.course().of(stage.symbol()) != Course.Presence.SKIPPED;
      if (planned && !stage.attributes().has("data")) {
        stage
            .method("quantize")
            .filter(CalibrationMissing::needsData)
            .ifPresent(method -> report(stage.symbol(), method, reporter));
      }
    }
  }

  /** Quantization-aware training and dynamic quantization take no samples beforehand. */
  private static boolean needsData(Tag method) {
    return method.options().word("variant").filter("ptq"::equals).isPresent()
        && method
            .options()
            .word("format")
            .flatMap(Formats::find)
            .filter(format -> format.calibration() == Format.Calibration.REQUIRED)
            .isPresent();
  }

  private static void report(Symbol stage, Tag method, Reporter reporter) {
    String format = method.options().word("format").orElseThrow();
    Reporter.Finding finding =
        reporter.report(stage, stage.locate(method.node()), MESSAGE.with(format, stage.name()));
    Optional<String> data = trainingData(stage);
    Optional<Edit> edit =
        stage.isOwn()
            ? data.flatMap(name -> SourceEdits.addMember(stage, "data: " + name))
            : Optional.empty();
    edit.ifPresent(it -> finding.fix(new Fix(ADD.with(data.get()), false, List.of(it))));
  }

  /** A split kept for calibration, else what the model was last trained on. */
  private static Optional<String> trainingData(Symbol stage) {
    return Repairs.split(stage.plan(), "calibration")
        .or(
            () ->
                stage.plan().lineage().chain(stage).stream()
                    .filter(each -> each.is("finetune"))
                    .flatMap(each -> each.targets("data").stream())
                    .findFirst())
        .filter(symbol -> symbol.repeat().isEmpty())
        .map(Symbol::qualifiedName);
  }
}
