package dev.genplan.editing.actions;

/** The kinds of actions; their names are hierarchical, as the protocol has them. */
public enum ActionKind {
  QUICK_FIX("quickfix"),
  EXTRACT("refactor.extract"),
  INLINE("refactor.inline"),
  REWRITE("refactor.rewrite"),
  ORGANIZE_IMPORTS("source.organizeImports"),
  FIX_ALL("source.fixAll.genplan");

  private final String id;

  ActionKind(String id) {
    this.id = id;
  }

  /** The protocol's name. */
  public String id() {
    return id;
  }

  /** Whether it is about the file as a whole and not about the place. */
  public boolean isForFile() {
    return this == ORGANIZE_IMPORTS || this == FIX_ALL;
  }

  /**
   * Whether it is meant when a kind is asked for.
   *
   * @param asked such as {@code refactor}, which stands for all that begins so; empty for all
   */
  public boolean isA(String asked) {
    return asked.isEmpty() || id.equals(asked) || id.startsWith(asked + ".");
  }
}
