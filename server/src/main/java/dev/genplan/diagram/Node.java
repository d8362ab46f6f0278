package dev.genplan.diagram;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * A declaration in a picture: a stage, or an artifact that is there from the beginning.
 *
 * @param id names it in its picture: the name under which others refer to it, with {@code #2} and
 *     so on where the plan uses a name twice
 * @param family what it is, roughly
 * @param kind its keyword
 * @param title what its kind is called
 * @param name its name; the keyword where it has none
 * @param methods how it works, in words of the plan
 * @param container id of the {@code repeat} around it
 * @param presence whether it runs
 * @param range all of it, in the plan's own file or in an imported one
 * @param selection its name
 * @param findings what was found in it, in the order of the text
 */
public record Node(
    String id,
    Family family,
    String kind,
    Localized title,
    String name,
    List<String> methods,
    Optional<String> container,
    Presence presence,
    Location range,
    Location selection,
    List<Diagnostic> findings) {

  /** Whether something is there, or runs. */
  public enum Presence {
    /** It is there, or will run. */
    CERTAIN,
    /** It runs under a condition. */
    CONDITIONAL,
    /** Results in the plan, or its status, say that it does not run. */
    SKIPPED
  }

  public Node {
    methods = List.copyOf(methods);
    findings = List.copyOf(findings);
  }

  /** How much the worst finding matters; empty if nothing was found. */
  public Optional<Severity> severity() {
    return findings.stream().map(Diagnostic::severity).min(Severity::compareTo);
  }
}
