package dev.genplan.editing;

/** What else there is to say about a name. */
public enum TokenTrait {
  /** It stands where it is declared. */
  DECLARATION,
  /** Nothing uses what it stands for. */
  UNUSED,
  /** Whether what it stands for happens is open until a report is known. */
  CONDITIONAL
}
