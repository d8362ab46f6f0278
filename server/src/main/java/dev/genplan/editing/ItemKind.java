package dev.genplan.editing;

/** What is completed. */
public enum ItemKind {
  KIND,
  PROPERTY,
  SECTION,
  WORD,
  CONSTANT,
  REFERENCE,
  VERDICT,
  METRIC,
  UNIT,
  RULE,
  MODEL,
  FILE,
  VALUE,
  DATE,
  KEYWORD,
  OPERATOR
}
