package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * People outside read what a model writes, and no person has judged it before. InstructGPT
 * (arXiv:2203.02155, section 3.6) and Llama 2 (arXiv:2307.09288, section 3.4.2) were judged by
 * people in the end.
 */
public final class NoHumanEval implements Rule {

  /** What a model writes freely, without an answer that a program could check. */
  private static final Set<String> FREE_TEXT =
      Set.of("chat", "instruction-following", "summarization", "translation", "text-generation");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` shows {1} to people outside, but no person judges the answers before: have people"
              + " compare 50 to 200 pairs blind",
          "`{0}` 向外部用户提供{1}，但上线前没有人评判过其输出：请安排人工盲评 50 到 200 对");
  private static final Localized CHAT = Localized.of("chat", "对话");
  private static final Localized ANSWERS = Localized.of("free text", "自由文本");
  private static final Localized SUMMARIES = Localized.of("summaries", "摘要");
  private static final Localized TRANSLATIONS = Localized.of("translations", "译文");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-human-eval",
            Category.EVALUATION,
            Severity.WARNING,
            "People outside read what no person has judged before.",
            "面向外部用户的生成内容，上线前没有经过人工评测。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<String> task =
        Project.of(plan).stream()
            .flatMap(project -> project.tasks().stream())
            .filter(FREE_TEXT::contains)
            .findFirst();
    if (task.isEmpty() || isJudgedByPeople(plan)) {
      return;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean approved = deployment.attributes().isWord("oversight", "approval");
      if (deployment.facesUsers() && !approved && deployment.model().isPresent()) {
        Symbol symbol = deployment.symbol();
        reporter.report(symbol, MESSAGE.with(symbol.name(), writing(task.get())));
      }
    }
  }

  private static boolean isJudgedByPeople(Plan plan) {
    return Stream.of("evaluate", "select")
        .flatMap(kind -> plan.all(kind).stream())
        .filter(stage -> plan.course().of(stage) != Course.Presence.SKIPPED)
        .anyMatch(stage -> new Evaluation(stage).isJudgedByPeople());
  }

  private static Localized writing(String task) {
    return switch (task) {
      case "summarization" -> SUMMARIES;
      case "translation" -> TRANSLATIONS;
      case "chat" -> CHAT;
      default -> ANSWERS;
    };
  }
}
