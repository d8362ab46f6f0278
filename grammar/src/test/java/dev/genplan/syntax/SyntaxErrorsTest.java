package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Language;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxErrorsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}");

  @ParameterizedTest
  @EnumSource
  void both_languages_say_the_same_things(SyntaxErrors error) {
    LocalDiagnostic diagnostic = error.at(new Span(0, 0));
    String english = diagnostic.message().template().en();
    String chinese = diagnostic.message().template().zh();
    assertThat(placeholders(chinese)).isEqualTo(placeholders(english));
    assertThat(chinese).containsPattern("\\p{IsHan}").doesNotEndWith("。");
    assertThat(english).doesNotEndWith(".").doesNotContainPattern("\\p{IsHan}");
    assertThat(error.code()).matches("[a-z]+(-[a-z]+)*");
  }

  private static Set<String> placeholders(String template) {
    return PLACEHOLDER
        .matcher(template)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_missing_value_in_chinese() {
    assertThat(chinese("微调 甲 {\n  轮数:\n}")).isEqualTo("`轮数:` 后面缺少值");
  }

  @Test
  void a_list_without_brackets_in_chinese() {
    assertThat(chinese("evaluate e { data: a, b }")).isEqualTo("多个值要写成列表：`[a, b]`");
  }

  @Test
  void full_width_punctuation_in_chinese() {
    assertThat(chinese("project p { goal： \"a\" }")).isEqualTo("全角标点 `：` 按 `:` 处理，请改用后者");
  }

  @Test
  void a_range_with_a_dash_in_chinese() {
    assertThat(chinese("project p { duration: 2-4 weeks }")).isEqualTo("范围写作 `2..4`");
  }

  private static String chinese(String plan) {
    return SyntaxTree.parse(plan).errors().get(0).message().in(Language.CHINESE);
  }
}
