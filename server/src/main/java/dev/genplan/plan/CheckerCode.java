package dev.genplan.plan;

import dev.genplan.diagnostics.Severity;

/** What the {@link Checker} can find. */
public enum CheckerCode {
  UNKNOWN_KIND("unknown-kind"),
  MISPLACED_MEMBER("misplaced-member"),
  MISSING_NAME("missing-name"),
  UNEXPECTED_NAME("unexpected-name"),
  WRONG_SHAPE("wrong-shape"),
  UNKNOWN_PROPERTY("unknown-property"),
  UNKNOWN_OPTION("unknown-option"),
  UNKNOWN_QUALIFIER("unknown-qualifier"),
  UNEXPECTED_BLOCK("unexpected-block"),
  DUPLICATE_PROPERTY("duplicate-property"),
  MISSING_PROPERTY("missing-property"),
  WRONG_TYPE("wrong-type"),
  SINGLE_VALUE("single-value"),
  EMPTY_LIST("empty-list"),
  /** An error in a closed list, a note in an open one. */
  UNKNOWN_WORD("unknown-word"),
  METHOD_CONFLICT("method-conflict"),
  METHOD_INCOMPLETE("method-incomplete"),
  UNKNOWN_UNIT("unknown-unit"),
  WRONG_UNIT("wrong-unit"),
  MISSING_UNIT("missing-unit"),
  IMPOSSIBLE_NUMBER("impossible-number"),
  UNKNOWN_METRIC("unknown-metric", Severity.INFORMATION),
  CRITERION_DIRECTION("criterion-direction", Severity.INFORMATION),
  ALLOW_WITHOUT_RULE("allow-without-rule"),
  ALLOW_WITHOUT_REASON("allow-without-reason");

  private final String code;
  private final Severity severity;

  CheckerCode(String code) {
    this(code, Severity.ERROR);
  }

  CheckerCode(String code, Severity severity) {
    this.code = code;
    this.severity = severity;
  }

  /** The readable name in a diagnostic. */
  public String code() {
    return code;
  }

  /** How much it matters, as a rule. */
  public Severity severity() {
    return severity;
  }
}
