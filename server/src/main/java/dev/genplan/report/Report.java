package dev.genplan.report;

import dev.genplan.diagnostics.Diagnostic;
import java.util.List;

/** Writes down what was found in one form; one class a form. */
public interface Report {

  /**
   * Takes the findings of one file; called once for each file that was checked.
   *
   * @param findings in the order in which they are shown; empty if there is nothing to say
   */
  void file(List<Diagnostic> findings);

  /** Called once, after all files. */
  void end(Summary summary);
}
