package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Severity;
import dev.genplan.rules.Category;
import dev.genplan.rules.Level;
import dev.genplan.rules.Profile;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {

  private static final RuleInfo RULE =
      RuleInfo.of("some-rule", Category.FLOW, Severity.WARNING, "Some.", "某。");

  private static Settings with(Profile profile, Map<String, Level> levels) {
    return new Settings(() -> TestPlans.TODAY, profile, levels);
  }

  @Test
  void aProfileContainsThoseBeforeIt() {
    for (RuleInfo rule : new RuleInfo[] {RULE.recommended(), RULE.learning(), RULE}) {
      for (Profile profile : Profile.values()) {
        assertThat(with(profile, Map.of()).isOn(rule))
            .as("%s in %s", rule.profile(), profile)
            .isEqualTo(profile.compareTo(rule.profile()) >= 0);
      }
    }
  }

  @Test
  void aLevelGoesBeforeTheProfile() {
    assertThat(with(Profile.RECOMMENDED, Map.of("some-rule", Level.ON)).isOn(RULE)).isTrue();
    assertThat(with(Profile.RECOMMENDED, Map.of("some-rule", Level.HINT)).isOn(RULE)).isTrue();
    assertThat(with(Profile.ALL, Map.of("some-rule", Level.OFF)).isOn(RULE)).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsSaidAndTheRestIsTaken() {
    NamedSettings read =
        NamedSettings.read(
            () -> TestPlans.TODAY,
            Optional.of("learnin"),
            Map.of("no-rollback", "off", "no-rolback", "off"),
            RuleIndex.all());
    assertThat(read.settings().profile()).isEqualTo(Profile.RECOMMENDED);
    assertThat(read.settings().levels()).containsExactly(Map.entry("no-rollback", Level.OFF));
    assertThat(read.problems())
        .extracting(problem -> problem.in(Language.ENGLISH))
        .containsExactly(
            "there is no profile `learnin`; did you mean `learning`?",
            "there is no rule `no-rolback`; did you mean `no-rollback`?");
  }

  @Test
  void atMostSixtyRulesAreRecommended() {
    assertThat(RuleIndex.all())
        .filteredOn(rule -> rule.info().profile() == Profile.RECOMMENDED)
        .hasSizeBetween(1, 60);
  }
}
