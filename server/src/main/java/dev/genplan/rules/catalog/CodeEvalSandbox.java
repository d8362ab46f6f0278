package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
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
 * Unit tests of programs that a model has written, run unprotected: in an evaluation, as a reward,
 * or to sift synthetic data. Source: openai/human-eval, README ("do not do so outside of a robust
 * security sandbox"); Codex, arXiv:2107.03374, section 2.3.
 */
public final class CodeEvalSandbox implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` runs programs that a model has written to test them, with nothing around them;"
              + " name a `sandbox`",
          "`{0}` 为测试而运行模型编写的程序，却没有任何隔离；请写明 `sandbox`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "code-eval-sandbox",
            Category.EVALUATION,
            Severity.ERROR,
            "Programs that a model has written are tested without a sandbox.",
            "在没有沙箱的情况下测试模型编写的程序。")
        .whereComplete()
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.own()) {
      if (plan.course().of(stage) != Course.Presence.SKIPPED) {
        for (Tag verifier : stage.attributes().tags("verifier")) {
          if (verifier.word().equals("unit-tests") && isOpen(stage.attributes(), verifier)) {
            Sandboxes.report(reporter, stage, verifier, MESSAGE.with(stage.qualifiedName()));
          }
        }
      }
    }
  }

  /** The sandbox of the verifier counts, else that of the stage. */
  private static boolean isOpen(Attributes stage, Tag verifier) {
    return verifier.options().has("sandbox")
        ? Sandboxes.isOpen(verifier.options())
        : Sandboxes.isOpen(stage);
  }
}
