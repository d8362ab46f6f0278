package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analysis;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.PlanFiles;
import dev.genplan.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of all rules says what is so; how often each fires is measured here. */
class RuleReferenceTest {

  private static final Path DOCS = Path.of("..", "docs");
  private static final String UPDATE = "mvn -pl server -am test -Dtest=RuleReferenceTest";

  private static final List<RuleInfo> RULES = RuleIndex.all().stream().map(Rule::info).toList();

  /** Findings in good plans: what is found, and how much it matters there, by plan. */
  private static final List<Map<String, Severity>> FINDINGS = findings();

  private static List<Map<String, Severity>> findings() {
    return PlanFiles.good().stream()
        .map(PlanFiles::analyze)
        .filter(analysis -> !analysis.plan().isLibrary())
        .map(RuleReferenceTest::worst)
        .toList();
  }

  private static Map<String, Severity> worst(Analysis analysis) {
    return analysis.diagnostics().stream()
        .collect(
            Collectors.toMap(
                Diagnostic::code,
                Diagnostic::severity,
                (one, other) -> one.compareTo(other) < 0 ? one : other));
  }

  private static Map<String, Integer> fired() {
    Map<String, Integer> fired = new TreeMap<>();
    FINDINGS.forEach(plan -> plan.keySet().forEach(code -> fired.merge(code, 1, Integer::sum)));
    return fired;
  }

  private static Set<String> withFix() {
    return RulePagesTest.pages()
        .filter(page -> page.language() == Language.ENGLISH)
        .filter(RulePagesTest.Page::offersFix)
        .map(page -> page.rule().info().id())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Path page(Language language) {
    return DOCS.resolve(language == Language.CHINESE ? "rules.zh-CN.md" : "rules.md");
  }

  /** Writes the pages instead if the property {@code genplan.update} is set. */
  @ParameterizedTest
  @EnumSource(Language.class)
  void thePageInTheRepositoryIsWhatTheRulesSay(Language language) throws IOException {
    String fresh =
        new RuleReference(RULES, withFix(), fired(), FINDINGS.size(), language).markdown();
    if (Boolean.getBoolean("genplan.update")) {
      Files.writeString(page(language), fresh);
    }
    assertThat(Files.readString(page(language)))
        .as("%s is stale; write it anew with: %s -Dgenplan.update=true", page(language), UPDATE)
        .isEqualTo(fresh);
  }

  @Test
  void aRecommendedWarningFiresOnAtMostATenthOfGoodPlans() {
    Map<String, Integer> often = new TreeMap<>();
    for (RuleInfo rule : RULES) {
      int warned =
          (int)
              FINDINGS.stream()
                  .map(plan -> plan.get(rule.id()))
                  .filter(found -> found == Severity.WARNING || found == Severity.ERROR)
                  .count();
      if (rule.profile() == Profile.RECOMMENDED && warned * 10 > FINDINGS.size()) {
        often.put(rule.id(), warned);
      }
    }
    assertThat(often).as("of %s plans", FINDINGS.size()).isEmpty();
  }

  /** More than a reader can get used to would be switched off as a whole. */
  @Test
  void atMostSixtyRulesAreRecommended() {
    assertThat(RuleIndex.recommended()).hasSizeLessThanOrEqualTo(60);
  }

  /** The build tells recommended rules by their text, so that a check need not load the others. */
  @Test
  void theBuildKnowsWhichRulesAreRecommended() {
    assertThat(RuleIndex.recommended())
        .extracting(rule -> rule.info().id())
        .containsExactlyElementsOf(
            RuleIndex.all().stream()
                .map(Rule::info)
                .filter(rule -> rule.profile() == Profile.RECOMMENDED)
                .map(RuleInfo::id)
                .toList());
  }

  @Test
  void whatIsNotBuiltIsNotThere() {
    List<String> unbuilt =
        UnbuiltRules.LATER.stream().flatMap(group -> group.ids().stream()).toList();
    assertThat(unbuilt).doesNotHaveDuplicates();
    assertThat(RULES).noneMatch(rule -> unbuilt.contains(rule.id()));
  }
}
