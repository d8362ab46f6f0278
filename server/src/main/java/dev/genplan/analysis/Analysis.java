package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.Plan;
import java.util.List;

/** A file analyzed: its meaning and what is wrong with it. */
public final class Analysis {

  private final Plan plan;
  private final List<Diagnostic> diagnostics;
  private final Memory memory;

  Analysis(Plan plan, List<Diagnostic> diagnostics, Memory memory) {
    this.plan = plan;
    this.diagnostics = List.copyOf(diagnostics);
    this.memory = memory;
  }

  /** The file bound, with the files it imports. */
  public Plan plan() {
    return plan;
  }

  /** All findings to show, in their order, each in the plan's own file. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  Memory memory() {
    return memory;
  }
}
