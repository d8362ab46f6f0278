package dev.genplan.analysis;

import dev.genplan.diagnostics.Severity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an analysis is told besides the files.
 *
 * @param today tells the day on which exceptions expire and catalogue entries age; asked only where
 *     it matters, for the time zone takes milliseconds to load
 * @param severities severities of rules that differ from the usual ones; empty where a rule is off
 */
public record Settings(Supplier<LocalDate> today, Map<String, Optional<Severity>> severities) {

  public Settings {
    severities = Map.copyOf(severities);
  }

  /** All rules as they come. */
  public static Settings usual(LocalDate today) {
    return new Settings(() -> today, Map.of());
  }

  boolean isOff(String rule) {
    Optional<Severity> severity = severities.get(rule);
    return severity != null && severity.isEmpty();
  }

  Severity severity(String rule, Severity usual) {
    Optional<Severity> severity = severities.get(rule);
    return severity == null ? usual : severity.orElse(usual);
  }
}
