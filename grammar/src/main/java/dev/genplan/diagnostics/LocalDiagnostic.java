package dev.genplan.diagnostics;

import dev.genplan.text.Message;
import java.util.List;
import java.util.Set;

/**
 * A diagnostic whose offsets count from the start of the piece of text it was found in, so that it
 * can be kept while the text before that piece changes.
 *
 * @param span relative to the piece
 * @param fixes repairs within the same piece
 */
public record LocalDiagnostic(
    String code,
    Severity severity,
    Span span,
    Message message,
    Set<Tag> tags,
    List<LocalFix> fixes) {

  /** A repair with offsets relative to the same piece. */
  public record LocalFix(Message title, boolean safe, List<LocalEdit> edits) {
    public LocalFix {
      edits = List.copyOf(edits);
    }

    /** A repair that replaces one range. */
    public static LocalFix replace(Message title, boolean safe, Span span, String text) {
      return new LocalFix(title, safe, List.of(new LocalEdit(span, text)));
    }
  }

  /** A replacement with offsets relative to the same piece. */
  public record LocalEdit(Span span, String text) {}

  public LocalDiagnostic {
    tags = Set.copyOf(tags);
    fixes = List.copyOf(fixes);
  }

  /** A diagnostic without tags and fixes. */
  public LocalDiagnostic(String code, Severity severity, Span span, Message message) {
    this(code, severity, span, message, Set.of(), List.of());
  }

  /** This diagnostic with repairs. */
  public LocalDiagnostic withFixes(LocalFix... repairs) {
    return new LocalDiagnostic(code, severity, span, message, tags, List.of(repairs));
  }

  /** This diagnostic with offsets that count from {@code by} units further to the left. */
  public LocalDiagnostic shift(int by) {
    List<LocalFix> moved =
        fixes.stream()
            .map(
                fix ->
                    new LocalFix(
                        fix.title(),
                        fix.safe(),
                        fix.edits().stream()
                            .map(edit -> new LocalEdit(edit.span().shift(by), edit.text()))
                            .toList()))
            .toList();
    return new LocalDiagnostic(code, severity, span.shift(by), message, tags, moved);
  }

  /**
   * The diagnostic at its place in a file.
   *
   * @param file the file's URI
   * @param base the offset at which the piece starts
   */
  public Diagnostic at(String file, int base) {
    List<Fix> placed =
        fixes.stream()
            .map(
                fix ->
                    new Fix(
                        fix.title(),
                        fix.safe(),
                        fix.edits().stream()
                            .map(e -> new Edit(new Location(file, e.span().shift(base)), e.text()))
                            .toList()))
            .toList();
    return new Diagnostic(
        code, severity, new Location(file, span.shift(base)), message, List.of(), tags, placed);
  }
}
