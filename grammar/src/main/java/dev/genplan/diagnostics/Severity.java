package dev.genplan.diagnostics;

/** How much a diagnostic matters; the names are the protocol's. */
public enum Severity {
  ERROR,
  WARNING,
  INFORMATION,
  HINT
}
