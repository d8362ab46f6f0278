package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A model behind a service writes or judges data, and nothing says what that costs. Sources: the
 * repository tatsu-lab/stanford_alpaca: 52,000 examples for less than 500 USD; Taori et al. 2023,
 * Alpaca (crfm.stanford.edu): training for less than 100.
 */
public final class ApiCostMissing implements Rule {

  /** Without a budget only what is no small change is worth a word; the limit is ours. */
  private static final double MANY = 10_000;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` has {1} through the service of `{2}`, and nothing says what that costs: 52,000"
              + " examples of Alpaca took less than 500 USD, training less than 100. Add a `cost`, or the"
              + " `price` of `{2}`",
          "`{0}` 通过 `{2}` 的服务{1}，却没有写明费用：Alpaca 的 52,000 条样本花了不到 500 美元，训练不到 100 美元。"
              + "请补充 `cost`，或 `{2}` 的 `price`");
  private static final Localized WRITTEN = Localized.of("{0} answers written", "生成 {0} 条回答");
  private static final Localized JUDGED = Localized.of("{0} answers judged", "评判 {0} 条回答");
  private static final Message SOME_WRITTEN = Message.of("answers written", "生成回答");
  private static final Message SOME_JUDGED = Message.of("answers judged", "评判回答");
  private static final Message SERVICE = Message.of("the service", "该服务");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "api-cost-missing",
            Category.PLANNING,
            Severity.WARNING,
            "A model behind a service writes or judges, and nothing says what that costs.",
            "通过服务调用模型来生成或评判数据，却没有写明费用。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean budget =
        Project.of(plan).filter(project -> project.attributes().has("budget")).isPresent();
    for (String kind : List.of("synthesize", "feedback", "evaluate", "redteam")) {
      for (Symbol stage : plan.all(kind)) {
        OptionalDouble items = items(stage);
        boolean counts = budget || (items.isPresent() && items.getAsDouble() >= MANY);
        if (counts && !isPaid(stage)) {
          called(stage).ifPresent(link -> report(link, items, reporter));
        }
      }
    }
  }

  private static OptionalDouble items(Symbol stage) {
    if (stage.is("synthesize") || stage.is("feedback")) {
      return Dataset.items(stage);
    }
    return stage.attributes().has("size")
        ? stage.attributes().number("size")
        : stage.target("data").map(Dataset::items).orElse(OptionalDouble.empty());
  }

  private static boolean isPaid(Symbol stage) {
    Attributes stated = stage.attributes();
    return stage.plan().course().of(stage) == Course.Presence.SKIPPED
        || stated.isWord("status", "done")
        || Stream.of("cost", "price").anyMatch(stated::has);
  }

  /** The first model behind a service that the stage calls and that has no price of its own. */
  private static Optional<Link> called(Symbol stage) {
    String caller = stage.is("synthesize") ? "model" : "judge";
    return Stream.concat(stage.valueLinks(caller).stream(), stage.valueLinks("judge").stream())
        .filter(link -> link.symbol().filter(ApiCostMissing::isUnpricedService).isPresent())
        .findFirst();
  }

  private static boolean isUnpricedService(Symbol model) {
    return model.is("model") && new Model(model).isBehindApi() && !model.attributes().has("price");
  }

  private static void report(Link link, OptionalDouble items, Reporter reporter) {
    boolean writes = link.property().equals("model");
    Message what =
        items.isPresent()
            ? (writes ? WRITTEN : JUDGED).with(Figures.of(items.getAsDouble()))
            : (writes ? SOME_WRITTEN : SOME_JUDGED);
    Symbol model = link.symbol().orElseThrow();
    reporter
        .report(
            link.from(),
            link.location(),
            MESSAGE.with(link.from().qualifiedName(), what, model.name()))
        .related(model.location(), SERVICE);
  }
}
