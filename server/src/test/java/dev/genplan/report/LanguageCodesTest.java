package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.plan.CheckerCode;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxErrors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LanguageCodesTest {

  @Test
  void everyErrorOfSyntaxHasAMeaning() {
    assertThat(LanguageCodes.codes())
        .containsAll(Stream.of(SyntaxErrors.values()).map(SyntaxErrors::code).toList());
  }

  @Test
  void everyCodeOfTheCheckHasAMeaning() {
    assertThat(LanguageCodes.codes())
        .containsAll(Stream.of(CheckerCode.values()).map(CheckerCode::code).toList());
  }

  @Test
  void noRuleHasACodeOfTheLanguage() {
    assertThat(RuleIndex.all())
        .noneMatch(rule -> LanguageCodes.codes().contains(rule.info().id()));
  }
}
