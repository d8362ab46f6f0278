package dev.genplan.rules;

import dev.genplan.diagnostics.Severity;
import java.util.Locale;
import java.util.Optional;

/** What a user can set a single rule to. */
public enum Level {
  OFF(Optional.empty()),
  /** Run with its usual severity, whatever the profile. */
  ON(Optional.empty()),
  HINT(Optional.of(Severity.HINT)),
  INFO(Optional.of(Severity.INFORMATION)),
  WARNING(Optional.of(Severity.WARNING)),
  ERROR(Optional.of(Severity.ERROR));

  private final Optional<Severity> severity;

  Level(Optional<Severity> severity) {
    this.severity = severity;
  }

  /** Its name, as users write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The severity that its findings get; empty if that stays with the rule, or it is off. */
  public Optional<Severity> severity() {
    return severity;
  }
}
