package dev.genplan.editing;

/** What a token of a plan is, by which editors tell tokens apart. */
public enum TokenType {
  /** Nothing to tell apart: white space, marks, what the language does not know. */
  NONE,
  /** The word that begins a declaration, an import, an exception. */
  KEYWORD,
  /** The name of a property, option, qualifier or section. */
  PROPERTY,
  /** A word of the language that is a value: {@code lora}, {@code commercial}. */
  WORD,
  /** {@code true}, {@code none}, {@code unknown}. */
  CONSTANT,
  /** A metric that the catalog knows. */
  METRIC,
  /** A metric of the plan's own. */
  OWN_METRIC,
  /** {@code passes} and {@code fails} of a report. */
  VERDICT,
  UNIT,
  NUMBER,
  TEXT,
  OPERATOR,
  COMMENT,
  DOC_COMMENT,
  /** The name of a rule. */
  RULE,
  /** The name of a project. */
  PROJECT,
  /** The name of a model or an adapter, given or made. */
  MODEL,
  /** The name of a reward model or an encoder. */
  SCORER,
  /** The name of a dataset or a split. */
  DATASET,
  /** The name of a system: weights with something around them. */
  SYSTEM,
  /** The name of a report. */
  REPORT,
  /** The name of a service. */
  SERVICE,
  /** The name of accelerators. */
  COMPUTE,
  /** Any other name. */
  NAME
}
