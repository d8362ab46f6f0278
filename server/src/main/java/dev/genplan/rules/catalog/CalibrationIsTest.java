package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.DataIndex;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model is calibrated on the data on which it is evaluated afterwards. */
public final class CalibrationIsTest implements Rule {

  private static final Localized SAME =
      Localized.of(
          "`{0}` is calibrated on `{1}`, on which `{2}` evaluates it: it is fitted to the test, and"
              + " the score flatters it; calibrate on training data",
          "`{0}` 用 `{1}` 校准，而 `{2}` 又用它评测：模型已迁就测试集，得分会偏高；请用训练数据校准");
  private static final Localized OVERLAP =
      Localized.of(
          "`{0}` is calibrated on `{1}`, which shares its items with `{3}`, on which `{2}` evaluates"
              + " it: the score flatters it; calibrate on training data",
          "`{0}` 用 `{1}` 校准，而它与 `{2}` 评测所用的 `{3}` 含有相同的样本：得分会偏高；请用训练数据校准");
  private static final Message EVALUATED = Message.of("evaluated here", "在此处评测");
  private static final Localized USE = Localized.of("Calibrate on `{0}`", "改用 `{0}` 校准");

  private record Test(Symbol thing, Link data) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "calibration-is-test",
            Category.DEPLOYMENT,
            Severity.ERROR,
            "A model is calibrated on the data it is evaluated on.",
            "模型的校准数据与评测数据相同。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    DataIndex<Test> tests = new DataIndex<>(tests(plan), Test::data);
    for (Optimization stage : View.all(plan, "optimize", Optimization::new)) {
      if (calibrates(stage) && plan.course().of(stage.symbol()) != Course.Presence.SKIPPED) {
        for (Link data : stage.symbol().links("data")) {
          data.symbol()
              .flatMap(set -> test(stage.symbol(), set, tests))
              .ifPresent(test -> report(stage.symbol(), data, test, reporter));
        }
      }
    }
  }

  /** Where the stage trains, its data is training data. */
  private static boolean calibrates(Optimization stage) {
    boolean trains =
        stage.method("distill").isPresent()
            || stage
                .method("quantize")
                .flatMap(method -> method.options().word("variant"))
                .filter("qat"::equals)
                .isPresent()
            || List.of("epochs", "steps", "learning-rate").stream()
                .anyMatch(stage.attributes()::has);
    return !trains && (stage.method("quantize").isPresent() || stage.method("prune").isPresent());
  }

  /** All references to what models are evaluated on. */
  private static List<Test> tests(Plan plan) {
    List<Test> tests = new ArrayList<>();
    for (Measurement each : Measurement.all(plan)) {
      if (!each.isRedTeam() && !each.isSmokeTest()) {
        each.stage().links("data").forEach(data -> tests.add(new Test(each.thing(), data)));
      }
    }
    return tests;
  }

  /** The reference by which an evaluation of what the stage makes reads the same data. */
  private static Optional<Link> test(Symbol stage, Symbol data, DataIndex<Test> tests) {
    Lineage lineage = stage.plan().lineage();
    return tests.near(data).stream()
        .filter(test -> test.thing() == stage || lineage.ancestors(test.thing()).contains(stage))
        .map(Test::data)
        .filter(link -> link.symbol().filter(set -> lineage.overlap(data, set)).isPresent())
        .findFirst();
  }

  private static void report(Symbol stage, Link data, Link test, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(
            stage,
            data.location(),
            (data.symbol().equals(test.symbol()) ? SAME : OVERLAP)
                .with(stage.name(), data.path().text(), test.from().name(), test.path().text()));
    finding.related(test.location(), EVALUATED);
    Optional<Symbol> train =
        data.symbol()
            .filter(Symbol::isSplit)
            .flatMap(Symbol::parent)
            .flatMap(set -> set.inner("calibration").or(() -> set.inner("train")));
    train.ifPresent(
        split ->
            finding.fix(
                new Fix(
                    USE.with(split.qualifiedName()),
                    true,
                    List.of(new Edit(data.location(), split.qualifiedName())))));
  }
}
