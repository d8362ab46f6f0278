package dev.genplan.rules.catalog;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Weights of somebody else in a format that runs code while it is loaded. Sources: Hugging Face Hub
 * documentation, "Pickle Scanning"; Python documentation of pickle ("not secure").
 */
public final class UnsafeWeightsFormat implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "The weights of `{0}` come as `{1}`, which can run any code while it is loaded, with your"
              + " rights; take `safetensors`, or scan the files and pin their `revision`",
          "`{0}` 的权重为 `{1}` 格式，加载时可以以你的权限运行任意代码；请改用 `safetensors`，或扫描文件并固定 `revision`");
  private static final Message SAFE =
      Message.of("Take the weights as `safetensors`", "改用 `safetensors` 格式的权重");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "unsafe-weights-format",
            Category.GOVERNANCE,
            Severity.WARNING,
            "Weights of somebody else can run code while they are loaded.",
            "他人的权重在加载时可以运行代码。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol model : plan.all("model")) {
      Optional<Format> format = model.attributes().word("format").flatMap(Formats::find);
      boolean own = model.attributes().has("owner") && !model.attributes().has("id");
      if (format.filter(Format::executable).isPresent()
          && !own
          && !model.attributes().has("revision")) {
        Reporter.Finding finding =
            reporter.report(model, "format", MESSAGE.with(model.name(), format.get().name()));
        Repairs.setValue(model, "format", "safetensors")
            .ifPresent(edit -> finding.fix(new Fix(SAFE, false, List.of(edit))));
      }
    }
  }
}
