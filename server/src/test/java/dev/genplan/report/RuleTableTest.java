package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Severity;
import dev.genplan.rules.Category;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

class RuleTableTest {

  private static final List<RuleInfo> RULES =
      List.of(
          RuleInfo.of(
                  "data-license",
                  Category.DATA,
                  Severity.ERROR,
                  "A license forbids the use.",
                  "许可不允许该用途。")
              .recommended(),
          RuleInfo.of("no-goal", Category.PLANNING, Severity.INFORMATION, "No goal.", "没有目标。")
              .forLibrariesToo(),
          RuleInfo.of("split-leak", Category.DATA, Severity.WARNING, "A leak.", "数据泄漏。"));

  @Test
  void forPeople() {
    assertThat(written(Language.ENGLISH, (table, out) -> table.human(out, Paint.PLAIN)))
        .isEqualTo(
            """
            Data
              data-license  error    recommended  A license forbids the use.
              split-leak    warning  all          A leak.

            Time, people, money
              no-goal       note     all          No goal.

            """);
    assertThat(written(Language.CHINESE, (table, out) -> table.human(out, Paint.PLAIN)))
        .isEqualTo(
            """
            数据
              data-license  错误  recommended  许可不允许该用途。
              split-leak    警告  all          数据泄漏。

            时间、人员、费用
              no-goal       说明  all          没有目标。

            """);
  }

  @Test
  void forPrograms() {
    assertThat(written(Language.ENGLISH, RuleTable::json).replace(DocLinks.version(), "VERSION"))
        .startsWith(
            """
            {
              "version": 1,
              "genplan": "VERSION",
              "language": "en",
              "rules": [
                {
                  "code": "data-license",
                  "category": "data",
                  "severity": "error",
                  "profile": "recommended",
                  "summary": "A license forbids the use.",
                  "libraries": false,
                  "since": "0.1.0",
                  "documentation": null
                },
            """);
  }

  private static String written(Language language, BiConsumer<RuleTable, PrintWriter> form) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    form.accept(new RuleTable(RULES, new DocLinks(), language), out);
    out.flush();
    return text.toString();
  }
}
