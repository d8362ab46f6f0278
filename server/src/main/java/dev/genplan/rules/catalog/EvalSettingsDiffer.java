package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A model and its baseline are measured on the same data in different ways. Source: Biderman et
 * al., Lessons from the Trenches, arXiv:2405.14782: scores depend on prompts, few-shot examples and
 * harnesses.
 */
public final class EvalSettingsDiffer implements Rule {

  private static final List<String> SETTINGS = List.of("shots", "harness", "judge");
  private static final List<String> SAMPLING = List.of("temperature", "top-p", "length");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` compares with what `{1}` measures, but with `{2}` {3} instead of {4}: the difference is"
              + " not one of the models alone. Measure both alike",
          "`{0}` 要与 `{1}` 的结果比较，但两者的 `{2}` 不同，前者为 {3}，后者为 {4}：差异不只来自模型。请用相同的方式测量");
  private static final Localized THERE = Localized.of("`{0}` there", "此处为 `{0}`");
  private static final Localized ALIKE =
      Localized.of("Take `{0}` {1} as in `{2}`", "`{0}` 与 `{2}` 一致，取 {1}");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "eval-settings-differ",
        Category.EVALUATION,
        Severity.WARNING,
        "A model and its baseline are measured on the same data in different ways.",
        "模型与基线在同一数据上用不同的方式评测。");
  }

  /** What is measured on what. */
  private record Subject(Symbol model, Set<Symbol> data) {}

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Subject, List<Evaluation>> all = new HashMap<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      Set<Symbol> data = new HashSet<>(evaluation.data());
      if (!data.isEmpty() && evaluation.model().isPresent()) {
        all.computeIfAbsent(new Subject(evaluation.model().get(), data), any -> new ArrayList<>(1))
            .add(evaluation);
      }
    }
    for (Evaluation evaluation : Evaluation.all(plan)) {
      Optional<Symbol> baseline = evaluation.symbol().target("baseline");
      if (baseline.isPresent()) {
        Subject subject = new Subject(baseline.get(), new HashSet<>(evaluation.data()));
        all.getOrDefault(subject, List.of()).stream()
            .filter(other -> other.metrics().stream().anyMatch(evaluation.metrics()::contains))
            .findFirst()
            .ifPresent(other -> compare(evaluation.symbol(), other.symbol(), reporter));
      }
    }
  }

  /** One of two evaluations, or its section {@code sampling}. */
  private record Side(Symbol stage, Attributes settings) {
    Optional<Value> known(String setting) {
      return settings.value(setting).filter(value -> !settings.isUnknown(setting));
    }

    static Side sampling(Symbol stage) {
      return new Side(stage, stage.attributes().section("sampling").orElse(Attributes.none()));
    }
  }

  private static void compare(Symbol now, Symbol before, Reporter reporter) {
    for (String setting : SETTINGS) {
      compare(
          setting,
          new Side(now, now.attributes()),
          new Side(before, before.attributes()),
          reporter);
    }
    for (String setting : SAMPLING) {
      compare(setting, Side.sampling(now), Side.sampling(before), reporter);
    }
  }

  /** Whether two figures are one, however they are written; of lists nothing is said. */
  private static boolean isSame(Value one, Value other) {
    Optional<Amount> figure = Amount.of(one);
    Optional<Amount> otherFigure = Amount.of(other);
    boolean equal =
        figure.isPresent()
            && otherFigure.isPresent()
            && figure.get().low() == otherFigure.get().low()
            && figure.get().high() == otherFigure.get().high();
    return equal || one instanceof Value.Sequence || other instanceof Value.Sequence;
  }

  private static void compare(String setting, Side now, Side before, Reporter reporter) {
    Optional<Value> value = now.known(setting);
    Optional<Value> other = before.known(setting);
    if (value.isEmpty() || other.isEmpty() || isSame(value.get(), other.get())) {
      return;
    }
    String figure = now.stage().figure(value.get());
    String otherFigure = before.stage().figure(other.get());
    if (!figure.equals(otherFigure)) {
      Location place = now.stage().locate(value.get());
      Edit alike = new Edit(place, before.stage().text(other.get()));
      reporter
          .report(
              now.stage(),
              place,
              MESSAGE.with(now.stage().name(), before.stage().name(), setting, figure, otherFigure))
          .related(before.stage().locate(other.get()), THERE.with(otherFigure))
          .fix(
              new Fix(
                  ALIKE.with(setting, otherFigure, before.stage().name()), false, List.of(alike)));
    }
  }
}
