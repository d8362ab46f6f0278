package dev.genplan.rules.catalog;

import dev.genplan.catalog.ModelCard;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Product;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.LanguageTags;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The project or the training data is in a language that the base model does not list, and no
 * pre-training adds it. Source: model cards; Petrov et al., arXiv:2305.15425: unlisted languages
 * take up to 15 times as many tokens.
 */
public final class LanguageUnsupported implements Rule {
  private static final Localized SERVED =
      Localized.of(
          "The project serves `{0}`, but `{1}` is said to know {2} only; take a model that lists it, or"
              + " pre-train on text in it",
          "项目面向 `{0}` 用户，而 `{1}` 列出的语言只有 {2}；请换一个支持它的模型，或用该语言的文本继续预训练");
  private static final Localized TRAINED =
      Localized.of(
          "`{3}` is in `{0}`, but `{1}`, which is trained on it, is said to know {2} only; take a model that"
              + " lists it, or pre-train on text in it",
          "`{3}` 的语言是 `{0}`，而用它训练的 `{1}` 列出的语言只有 {2}；请换一个支持它的模型，或用该语言的文本继续预训练");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "language-unsupported",
        Category.DATA,
        Severity.WARNING,
        "A language is served or trained that the model does not list.",
        "服务或训练的语言不在模型的语言之列。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<String> served =
        Project.of(plan).map(each -> each.attributes().words("languages")).orElse(List.of());
    Set<Symbol> seen = new HashSet<>();
    for (Product product : Product.of(plan)) {
      plan.lineage()
          .base(product.symbol())
          .filter(seen::add)
          .ifPresent(base -> check(product.symbol(), base, served, reporter));
    }
  }

  private static void check(Symbol product, Symbol base, List<String> served, Reporter reporter) {
    List<String> known = known(base);
    if (known.isEmpty()) {
      return;
    }
    Set<String> taught = new HashSet<>();
    for (String tag : known) {
      taught.add(LanguageTags.primary(tag));
    }
    List<Training> tuned = new ArrayList<>();
    for (Symbol stage : base.plan().lineage().chain(product)) {
      if (stage.is("pretrain")) {
        new Training(stage)
            .data()
            .forEach(
                data ->
                    new Dataset(data)
                        .languages()
                        .forEach(tag -> taught.add(LanguageTags.primary(tag))));
      } else if (Training.trains(stage)) {
        tuned.add(new Training(stage));
      }
    }
    Optional<String> missing =
        served.stream().filter(tag -> !taught.contains(LanguageTags.primary(tag))).findFirst();
    String list = "`" + String.join("`, `", known) + "`";
    if (missing.isPresent()) {
      reporter.report(base, SERVED.with(missing.get(), base.name(), list));
      return;
    }
    for (Training training : tuned) {
      for (Symbol data : training.data()) {
        Optional<String> foreign =
            new Dataset(data)
                .languages().stream()
                    .filter(tag -> !taught.contains(LanguageTags.primary(tag)))
                    .findFirst();
        if (foreign.isPresent()) {
          reporter.report(
              base, TRAINED.with(foreign.get(), base.name(), list, data.qualifiedName()));
          return;
        }
      }
    }
  }

  private static List<String> known(Symbol base) {
    List<String> stated = base.attributes().words("languages");
    return stated.isEmpty()
        ? new Model(base).card().map(ModelCard::languages).orElse(List.of())
        : stated;
  }
}
