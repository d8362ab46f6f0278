package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.ContextWindow;
import dev.genplan.plan.view.Deployment;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A longer window is served than the model has. Source: vLLM, vllm/config/model.py, which refuses a
 * {@code max_model_len} above the one in the model's configuration.
 */
public final class ServeContextOverTrained implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` serves a window of {1} tokens, and `{2}` has one of {3}: beyond it answers fall apart,"
              + " and vLLM refuses to start. Lower `context`, or add `scaling` and evaluate with it",
          "`{0}` 开放 {1} 词元的窗口，而 `{2}` 的窗口只有 {3}：超出后回答会失常，vLLM 也会拒绝启动。"
              + "请调低 `context`，或加上 `scaling` 并在该设置下评测");
  private static final Localized LOWER = Localized.of("Serve {0} tokens", "改为 {0} 词元");
  private static final Message WINDOW = Message.of("its window", "其窗口");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "serve-context-over-trained",
        Category.DEPLOYMENT,
        Severity.ERROR,
        "A longer context window is served than the model has.",
        "服务开放的上下文窗口超出模型自身的窗口。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      OptionalDouble served = deployment.serving().number("context");
      if (served.isPresent()) {
        deployment
            .model()
            .flatMap(ContextWindow::of)
            .map(window -> window.scaled(deployment.serving().tag("scaling")))
            .filter(window -> window.isExceededBy(served.getAsDouble()))
            .ifPresent(window -> report(deployment, served.getAsDouble(), window, reporter));
      }
    }
  }

  private static void report(
      Deployment deployment, double served, ContextWindow window, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Value value = deployment.serving().value("context").orElseThrow();
    String tokens = Figures.of(window.tokens());
    reporter
        .report(
            symbol,
            symbol.locate(value),
            MESSAGE.with(symbol.name(), Figures.of(served), window.from().qualifiedName(), tokens))
        .related(window.location(), WINDOW)
        .fix(
            new Fix(
                LOWER.with(tokens),
                false,
                List.of(new Edit(symbol.locate(value), Figures.source(window.tokens())))));
  }
}
