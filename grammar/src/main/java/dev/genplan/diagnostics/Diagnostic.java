package dev.genplan.diagnostics;

import dev.genplan.text.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Something found in a plan, with its place.
 *
 * @param code the readable, stable kebab-case name of what found it; the name of its page and of
 *     the {@code allow} that silences it
 * @param severity how much it matters
 * @param location the range to mark
 * @param message the sentence to show
 * @param related other places that explain it
 * @param tags how the marked text may be shown
 * @param fixes repairs, the best one first
 */
public record Diagnostic(
    String code,
    Severity severity,
    Location location,
    Message message,
    List<Related> related,
    Set<Tag> tags,
    List<Fix> fixes) {

  /** A total order, so that the same findings always come in the same order. */
  public static final Comparator<Diagnostic> ORDER =
      (first, second) -> {
        int order = first.location().compareTo(second.location());
        order = order == 0 ? first.severity().compareTo(second.severity()) : order;
        order = order == 0 ? first.code().compareTo(second.code()) : order;
        return order == 0
            ? first.message().toString().compareTo(second.message().toString())
            : order;
      };

  public Diagnostic {
    related = List.copyOf(related);
    tags = Set.copyOf(tags);
    fixes = List.copyOf(fixes);
  }

  /** A diagnostic without related places, tags and fixes. */
  public Diagnostic(String code, Severity severity, Location location, Message message) {
    this(code, severity, location, message, List.of(), Set.of(), List.of());
  }
}
