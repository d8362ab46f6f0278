package dev.genplan.rules;

import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.MethodRequirement.Scorer;
import dev.genplan.diagnostics.Severity;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The page {@code docs/rules.md}: all rules in tables, and the figures that were measured. */
final class RuleReference {

  private static final String INTRODUCTION =
      """
      # Rules

      [中文](rules.zh-CN.md)

      A rule looks at the whole plan and reports what breaks it. It is an error only for a contradiction, a missing input, a physical bound, or a flat rule of a license or tool; everything that depends on the case is a warning at most. What is unknown is not wrong, and one cause gives one finding: where several rules see the same defect, the ones behind *yields to* go before.

      | profile | |
      |---|---|
      %s
      `genplan lint --profile NAME` chooses one, `--rule NAME=LEVEL` switches a single rule or sets its severity ([cli.md](cli.md)), and `allow NAME: "why"` silences it at one place of a plan. A plan with `status: draft` gets findings about what is only missing one degree lower.

      The last column says on how many of %d good plans a rule finds something: the [samples](../samples/plans) and the plans of published projects that the tests keep. Each of these findings is written down beside its plan with the reason why it is right. A warning that fires on more than a tenth of them is not recommended.
      """;

  private static final String INTRODUCTION_ZH =
      """
      # 规则

      [English](rules.md)

      规则着眼于整份计划，报告与之相悖之处。只有自相矛盾、缺少必需的输入、超出物理极限，或明确违反许可证或工具的规定时才是错误；因情况而异的最多是警告。未知不等于有错；一个原因只给出一条诊断：几条规则看到同一缺陷时，*让位于*一栏中的规则优先。

      | 规则集 | |
      |---|---|
      %s
      `genplan lint --profile 名称` 选择规则集，`--rule 规则=级别` 开关单条规则或设置其严重程度（见 [cli.zh-CN.md](cli.zh-CN.md)），计划中的 `allow 规则: "理由"` 在一处屏蔽它。在 `status: draft` 的计划中，仅仅是缺少某项的诊断降低一级。

      最后一栏是：在 %d 份好的计划中，有几份触发了该规则。这些计划包括[示例](../samples/plans)以及测试中保存的已发表项目的计划；每条诊断都连同其正确的理由写在计划旁边。在超过十分之一的好计划上触发的警告不属于 recommended。
      """;

  private final List<RuleInfo> rules;
  private final Set<String> withFix;
  private final Map<String, Integer> fired;
  private final int plans;
  private final Language language;
  private final StringBuilder out = new StringBuilder();

  /**
   * @param rules all rules
   * @param withFix names of those that offer a repair
   * @param fired for names of rules on how many good plans they find something
   * @param plans number of good plans
   */
  RuleReference(
      List<RuleInfo> rules,
      Set<String> withFix,
      Map<String, Integer> fired,
      int plans,
      Language language) {
    this.rules = rules;
    this.withFix = withFix;
    this.fired = fired;
    this.plans = plans;
    this.language = language;
  }

  /** The page, with a line end behind the last line. */
  String markdown() {
    String profiles = "";
    for (Profile profile : Profile.values()) {
      long count = rules.stream().filter(profile::contains).count();
      profiles +=
          "| `"
              + profile.word()
              + "` | "
              + count
              + say(": ", "：")
              + say(profile.summary())
              + " |\n";
    }
    boolean chinese = language == Language.CHINESE;
    out.append((chinese ? INTRODUCTION_ZH : INTRODUCTION).formatted(profiles, plans));
    for (Category category : Category.values()) {
      category(category);
    }
    methods();
    unbuilt();
    return out.toString();
  }

  private void category(Category category) {
    List<RuleInfo> some = rules.stream().filter(rule -> rule.category() == category).toList();
    if (some.isEmpty()) {
      return;
    }
    heading(say(category.title()));
    row(
        say("rule", "规则"),
        say("severity", "严重程度"),
        say("profile", "规则集"),
        say("fix", "修复"),
        say("since", "版本"),
        say("yields to", "让位于"),
        say("good plans", "好计划"));
    out.append("|---|---|---|---|---|---|---|\n");
    for (RuleInfo rule : some) {
      int count = fired.getOrDefault(rule.id(), 0);
      row(
          "[" + rule.id() + "](rules/" + rule.id() + (isChinese() ? ".zh-CN.md)" : ".md)"),
          say(severity(rule.severity())),
          rule.profile().word(),
          withFix.contains(rule.id()) ? say("yes", "有") : "",
          rule.since(),
          String.join(" ", new TreeSet<>(rule.yieldsTo())),
          count + " / " + plans);
    }
  }

  private static Localized severity(Severity severity) {
    return switch (severity) {
      case ERROR -> Localized.of("error", "错误");
      case WARNING -> Localized.of("warning", "警告");
      case INFORMATION -> Localized.of("note", "说明");
      case HINT -> Localized.of("hint", "提示");
    };
  }

  private void methods() {
    heading(say("What each method needs", "各方法的需求"));
    out.append(
        say("Rules, completion and hover read the same table.\n\n", "规则、补全和悬停说明读的是同一张表。\n\n"));
    row(
        say("method", "方法"),
        say("words", "关键字"),
        say("labels besides text", "文本之外的标签"),
        say("score from", "打分来源"),
        say("teacher", "教师"),
        say("reference", "参考策略"),
        say("critic", "价值模型"),
        say("rollouts", "采样"),
        say("answers", "每提示词回答数"),
        say("starts from", "起点"),
        say("models in memory", "驻留模型数"));
    out.append("|---|---|---|---|---|---|---|---|---|---|---|\n");
    for (MethodRequirement row : MethodMatrix.all()) {
      row(
          say(row.title()),
          words(row),
          say(row.labels().title()),
          scorers(row),
          say(row.teacher().title()),
          say(row.reference().title()),
          say(row.critic().title()),
          say(row.rollouts().title()),
          row.minimumAnswers() > 1 ? "≥ " + row.minimumAnswers() : "",
          say(row.start()),
          resident(row));
    }
  }

  private String words(MethodRequirement row) {
    String words =
        row.words().stream().map(word -> "`" + word + "`").collect(Collectors.joining(" "));
    return words + row.form().map(form -> " (`" + form + "`)").orElse("");
  }

  private String scorers(MethodRequirement row) {
    List<String> phrases = new ArrayList<>();
    for (Scorer scorer : Scorer.values()) {
      if (row.scorers().contains(scorer)) {
        phrases.add("`" + scorer.property() + "`");
      }
    }
    if (row.principles()) {
      phrases.add("`principles`");
    }
    return String.join(" ", phrases);
  }

  private String resident(MethodRequirement row) {
    int min = row.resident().min();
    int max = row.resident().max();
    return (min == max ? "" + min : min + "–" + max)
        + (row.resident().engine() ? say(" + engine", " + 推理引擎") : "");
  }

  private void unbuilt() {
    heading(say("Not built", "未实现的规则"));
    row(say("rules", "规则"), say("why not yet", "原因"));
    out.append("|---|---|\n");
    for (UnbuiltRules.Group group : UnbuiltRules.LATER) {
      row(String.join(", ", group.ids()), say(group.reason()));
    }
    out.append('\n');
    out.append(
        say("These would be wrong, however often they are heard:\n\n", "以下说法虽然常见，但作为规则是错误的：\n\n"));
    row(say("rule", "规则"), say("why never", "原因"));
    out.append("|---|---|\n");
    for (UnbuiltRules.Misfire misfire : UnbuiltRules.NEVER) {
      row(say(misfire.rule()), say(misfire.reason()));
    }
  }

  private void heading(String text) {
    out.append("\n## ").append(text).append("\n\n");
  }

  private void row(String... cells) {
    out.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  private boolean isChinese() {
    return language == Language.CHINESE;
  }

  private String say(Localized text) {
    return text.in(language);
  }

  private String say(String en, String zh) {
    return isChinese() ? zh : en;
  }
}
