package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Sandboxes;
import dev.genplan.text.Localized;

/**
 * Program-aided answers whose programs run unprotected. Sources: PAL, arXiv:2211.10435; the warning
 * of openai/human-eval against running untrusted model-generated code.
 */
public final class PalWithoutSandbox implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` runs programs that a model has written, and whatever a prompt makes it write,"
              + " with the rights of the service; name a `sandbox`",
          "`{0}` 会以服务自身的权限运行模型编写的程序，包括被提示词诱导写出的任何程序；请写明 `sandbox`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "pal-without-sandbox",
            Category.FLOW,
            Severity.ERROR,
            "Program-aided answers run the model's programs without a sandbox.",
            "程序辅助作答在没有沙箱的情况下运行模型编写的程序。")
        .whereComplete()
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.own()) {
      if (stage.is("augment") && plan.course().of(stage) != Course.Presence.SKIPPED) {
        for (Tag method : stage.attributes().tags("method")) {
          if (method.word().equals("program-aided") && Sandboxes.isOpen(method.options())) {
            Sandboxes.report(reporter, stage, method, MESSAGE.with(stage.qualifiedName()));
          }
        }
      }
    }
  }
}
