package dev.genplan.analysis;

import dev.genplan.diagnostics.Severity;
import dev.genplan.rules.Level;
import dev.genplan.rules.Profile;
import dev.genplan.rules.RuleInfo;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an analysis is told besides the files.
 *
 * @param today tells the day on which exceptions expire and catalog entries age; asked only where
 *     it matters, for the time zone takes milliseconds to load
 * @param profile the rules that run
 * @param levels what single rules are set to, by name; goes before the profile
 */
public record Settings(Supplier<LocalDate> today, Profile profile, Map<String, Level> levels) {

  public Settings {
    levels = Map.copyOf(levels);
  }

  /** The recommended rules as they come. */
  public static Settings usual(LocalDate today) {
    return new Settings(() -> today, Profile.RECOMMENDED, Map.of());
  }

  /** The same for another selection of rules. */
  public Settings with(Profile other) {
    return new Settings(today, other, levels);
  }

  /** Whether a rule runs. */
  public boolean isOn(RuleInfo rule) {
    Level level = levels.get(rule.id());
    return level == null ? profile.contains(rule) : level != Level.OFF;
  }

  /** How much a finding matters: as the rule is set, else as usual. */
  Severity severity(String rule, Severity usual) {
    Level level = levels.get(rule);
    return level == null ? usual : level.severity().orElse(usual);
  }
}
