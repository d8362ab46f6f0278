package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.plan.CheckerCode;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxErrors;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguageCodesTest {

  /** Codes that no list holds: of files, names and exceptions. */
  private static final Set<String> OTHERS =
      Set.of(
          "unreadable-file",
          "not-utf8",
          "unknown-reference",
          "wrong-reference",
          "duplicate-name",
          "shadowed-name",
          "import-not-found",
          "import-outside-workspace",
          "duplicate-import",
          "import-cycle",
          "unknown-rule",
          "expired-allow");

  @Test
  void everyCodeOfTheLanguageHasAMeaningAndNoOtherHas() {
    Set<String> codes = new HashSet<>(OTHERS);
    Stream.of(SyntaxErrors.values()).map(SyntaxErrors::code).forEach(codes::add);
    Stream.of(CheckerCode.values()).map(CheckerCode::code).forEach(codes::add);

    assertThat(LanguageCodes.codes()).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void noRuleHasACodeOfTheLanguage() {
    assertThat(RuleIndex.all()).noneMatch(rule -> LanguageCodes.codes().contains(rule.info().id()));
  }
}
