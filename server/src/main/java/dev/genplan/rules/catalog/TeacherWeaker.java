package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Optimization;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Distillation from a model with fewer (active) parameters than the student. Practice;
 * weak-to-strong generalization (arXiv:2312.09390) is the exception that is studied.
 */
public final class TeacherWeaker implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` learns from `{1}` ({2} parameters), which is smaller than the student `{3}` ({4}): its"
              + " mistakes become the student's. Take a stronger teacher, or fine-tune on data",
          "`{0}` 以 `{1}`（{2} 参数）为教师，它比学生 `{3}`（{4}）还小：教师的错误会传给学生。请换更强的教师，或直接用数据微调");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "teacher-weaker",
        Category.FLOW,
        Severity.WARNING,
        "A teacher is smaller than its student.",
        "教师模型比学生模型还小。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      Optional<Tag> distill = new Optimization(stage).method("distill");
      boolean studied =
          stage
              .attributes()
              .word("purpose")
              .filter(List.of("ablation", "experiment")::contains)
              .isPresent();
      if (distill.isPresent() && !distill.get().options().isWord("variant", "self") && !studied) {
        stage.links("teacher").stream()
            .findFirst()
            .ifPresent(teacher -> compare(stage, teacher, reporter));
      }
    }
  }

  private static void compare(Symbol stage, Link teacher, Reporter reporter) {
    OptionalDouble large = teacher.symbol().map(TeacherWeaker::size).orElse(OptionalDouble.empty());
    OptionalDouble small = size(stage);
    boolean specialist =
        teacher
            .symbol()
            .filter(each -> each.attributes().has("results") || !each.is("model"))
            .isPresent();
    if (large.isPresent()
        && small.isPresent()
        && large.getAsDouble() < 0.99 * small.getAsDouble()
        && !specialist) {
      reporter.report(
          stage,
          teacher.location(),
          MESSAGE.with(
              stage.name(),
              teacher.path().text(),
              Figures.parameters(large.getAsDouble()),
              stage.links("model").get(0).path().text(),
              Figures.parameters(small.getAsDouble())));
    }
  }

  /** All parameters of the model at the start; a mixture's teacher is as large as all of them. */
  private static OptionalDouble size(Symbol symbol) {
    Optional<Amount> size =
        symbol
            .plan()
            .lineage()
            .base(symbol)
            .flatMap(base -> new Model(base).parameters())
            .filter(Amount::isExact);
    return size.isPresent() ? OptionalDouble.of(size.get().low()) : OptionalDouble.empty();
  }
}
