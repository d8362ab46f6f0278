package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.List;

/** Text of a file that could not be understood, in which may stand what seems to be missing. */
final class Unread {

  private final Plan plan;
  private final boolean anyUnknownKind;
  private final List<Span> errors = new ArrayList<>();

  /**
   * @param found what is wrong with the text of the plan's own file
   */
  Unread(Plan plan, List<Diagnostic> found) {
    this.plan = plan;
    this.anyUnknownKind = plan.own().stream().anyMatch(Unread::isOfUnknownKind);
    for (Diagnostic each : found) {
      if (each.severity() == Severity.ERROR) {
        errors.add(each.location().span());
      }
    }
    errors.sort(null);
  }

  /** A declaration that may be the very one that seems to be missing. */
  private static boolean isOfUnknownKind(Symbol symbol) {
    return symbol.kind().isEmpty() && !symbol.isSplit() && symbol.node().body().isPresent();
  }

  /** Whether what a declaration seems to lack may stand in it, or may be declared elsewhere. */
  boolean mayHold(Symbol subject) {
    return anyUnknownKind || (subject.file().equals(plan.file()) && holdsError(subject));
  }

  private boolean holdsError(Symbol subject) {
    Span whole = subject.locate(subject.node()).span();
    for (int i = firstFrom(whole.start()); i < errors.size(); i++) {
      if (errors.get(i).start() > whole.end()) {
        return false;
      }
      if (whole.contains(errors.get(i))) {
        return true;
      }
    }
    return false;
  }

  private int firstFrom(int start) {
    int low = 0;
    int high = errors.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (errors.get(middle).start() < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
