package dev.genplan.rules.catalog;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Assembly;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * More examples in the prompt brought nothing, as the results say: the next rung is due. The limit
 * of six examples is practice.
 */
public final class FewShotStalled implements Rule {

  private static final double MANY = 6;

  private static final Localized MESSAGE =
      Localized.of(
          "{1} examples in the prompt of `{0}` reach {3} in `{2}`, {4} of them {5}: more examples bring"
              + " nothing. Go one rung up and fine-tune, an adapter first",
          "`{0}` 的提示词中用 {1} 个示例，`{2}` 为 {3}，而 {4} 个示例时已为 {5}：再加示例也没有用。请往上走一步：微调，先从适配器开始");
  private static final Message BEFORE = Message.of("with fewer examples", "示例较少时");

  /**
   * A prompt that has been measured.
   *
   * @param shots examples in it
   */
  private record Try(Symbol prompt, double shots, Symbol report) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "few-shot-stalled",
            Category.LADDER,
            Severity.HINT,
            "More examples in the prompt bring nothing any more.",
            "在提示词中增加示例已不再有效。")
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Symbol, List<Try>> tries = new HashMap<>();
    List<Symbol> order = new ArrayList<>();
    for (Evaluation evaluation : View.all(plan, "evaluate", Evaluation::new)) {
      Optional<Symbol> prompt = evaluation.model().filter(model -> model.is("prompt"));
      Optional<Symbol> weights = prompt.flatMap(Assembly::of).map(Assembly::weights);
      OptionalDouble shots = prompt.map(FewShotStalled::shots).orElse(OptionalDouble.empty());
      if (weights.isPresent() && shots.isPresent() && evaluation.attributes().has("results")) {
        tries
            .computeIfAbsent(
                weights.get(),
                any -> {
                  order.add(any);
                  return new ArrayList<>();
                })
            .add(new Try(prompt.get(), shots.getAsDouble(), evaluation.symbol()));
      }
    }
    for (Symbol weights : order) {
      List<Try> same = tries.get(weights);
      same.sort(Comparator.comparingDouble(Try::shots));
      for (int i = 1; i < same.size(); i++) {
        compare(same.get(i - 1), same.get(i), reporter);
      }
    }
  }

  private static OptionalDouble shots(Symbol prompt) {
    for (Tag method : prompt.attributes().tags("method")) {
      if (method.word().equals("few-shot")) {
        return method.options().number("shots");
      }
      if (method.word().equals("one-shot") || method.word().equals("zero-shot")) {
        return OptionalDouble.of(method.word().equals("one-shot") ? 1 : 0);
      }
    }
    return OptionalDouble.empty();
  }

  private static void compare(Try fewer, Try more, Reporter reporter) {
    boolean study = more.prompt().attributes().word("purpose").filter("product"::equals).isEmpty();
    if (more.shots() <= MANY || study || fewer.shots() >= more.shots() || !sameData(fewer, more)) {
      return;
    }
    Attributes results = more.report().attributes().section("results").orElseThrow();
    for (Member member : results.members()) {
      if (!(member instanceof Member.Property figure)) {
        continue;
      }
      String name = figure.key().text();
      Optional<Metric> metric = Metrics.find(figure.key().last().text());
      Optional<Amount> now = results.amount(name);
      Optional<Amount> before = more.report().plan().verdicts().measured(fewer.report(), name);
      if (metric.isPresent()
          && now.isPresent()
          && before.isPresent()
          && isNoBetter(metric.get(), before.get().middle(), now.get().middle())) {
        report(fewer, more, name, before.get(), now.get(), reporter);
        return;
      }
    }
  }

  private static boolean sameData(Try one, Try other) {
    return one.report().targets("data").equals(other.report().targets("data"));
  }

  private static boolean isNoBetter(Metric metric, double before, double now) {
    return metric.direction() == Metric.Direction.HIGHER ? now <= before : now >= before;
  }

  private static void report(
      Try fewer, Try more, String metric, Amount before, Amount now, Reporter reporter) {
    reporter
        .report(
            more.prompt(),
            "method",
            MESSAGE.with(
                more.prompt().qualifiedName(),
                Figures.of(more.shots()),
                metric,
                Figures.of(now.middle()),
                Figures.of(fewer.shots()),
                Figures.of(before.middle())))
        .related(fewer.report().location(), BEFORE);
  }
}
