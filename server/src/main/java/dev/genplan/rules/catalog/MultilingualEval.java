package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.LanguageTags;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Languages are served in which nothing is measured. Practice. */
public final class MultilingualEval implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "The project serves {0}, but all that is measured is in {1}: quality differs"
              + " between languages, and in these nobody knows it. Add test data in each of them",
          "项目面向 {0}，而评测数据只有 {1}：不同语言的质量并不相同，前者的质量无人知晓。请为每种语言添加测试数据");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "multilingual-eval",
            Category.EVALUATION,
            Severity.WARNING,
            "A language is served in which nothing is measured.",
            "所服务的语言中有一种没有任何评测。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Symbol> project = Project.of(plan).map(Project::symbol);
    List<String> served = project.map(it -> it.attributes().words("languages")).orElse(List.of());
    Optional<Set<String>> measured = served.isEmpty() ? Optional.empty() : measured(plan);
    if (measured.isEmpty() || measured.get().isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    measured.get().forEach(tag -> known.add(LanguageTags.primary(tag)));
    List<String> missing =
        served.stream().filter(tag -> !known.contains(LanguageTags.primary(tag))).toList();
    if (!missing.isEmpty()) {
      reporter.report(
          project.get(), "languages", MESSAGE.with(list(missing), list(measured.get())));
    }
  }

  /** The languages of all test data and of the groups reported apart; empty if some is not said. */
  private static Optional<Set<String>> measured(Plan plan) {
    Set<String> measured = new LinkedHashSet<>();
    for (Evaluation evaluation : Evaluation.all(plan)) {
      if (evaluation.isOfSystem()) {
        measured.addAll(evaluation.attributes().words("groups"));
        for (Link test : evaluation.testData()) {
          List<String> languages = new Dataset(test.symbol().orElseThrow()).languages();
          if (languages.isEmpty()) {
            return Optional.empty();
          }
          measured.addAll(languages);
        }
      }
    }
    return Optional.of(measured);
  }

  private static String list(Iterable<String> tags) {
    return "`" + String.join("`, `", tags) + "`";
  }
}
