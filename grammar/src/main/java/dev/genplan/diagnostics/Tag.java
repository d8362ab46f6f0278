package dev.genplan.diagnostics;

/** How an editor may show the marked text. */
public enum Tag {
  UNNECESSARY,
  DEPRECATED
}
