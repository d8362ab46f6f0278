package dev.genplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Language;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A plan with its expected diagnostics written under the lines they mark:
 *
 * <pre>
 *   finetune sft { epoch: 3 }
 *                  ^^^^^ unknown-property: `finetune` has no property `epoch`; did you mean `epochs`?
 * </pre>
 *
 * <p>A caret stands under each UTF-16 unit of the range, a single {@code |} where an empty range
 * is. A range that goes on after its line's end is marked up to there, followed by {@code
 * +lines:column} of its end, as in {@code ^^^+2:1}.
 */
public final class MarkedPlan {

  private static final Pattern MARKER =
      Pattern.compile("\\s*(\\^+(\\+\\d+:\\d+)?|\\|) [a-z][a-z-]*: .*");

  private final String marked;
  private final String text;

  private MarkedPlan(String marked, String text) {
    this.marked = marked;
    this.text = text;
  }

  /** A plan from its marked text. */
  public static MarkedPlan of(String marked) {
    StringBuilder text = new StringBuilder();
    for (String line : marked.split("(?<=\n)")) {
      if (!MARKER.matcher(line.stripTrailing()).matches()) {
        text.append(line);
      }
    }
    return new MarkedPlan(marked, text.toString());
  }

  /** The plan without the markers. */
  public String text() {
    return text;
  }

  /**
   * Asserts that exactly the marked diagnostics were found; their offsets count in the whole text.
   */
  public void expect(List<LocalDiagnostic> found) {
    expect(Language.ENGLISH, found);
  }

  /**
   * Asserts that exactly the marked diagnostics were found, with their messages in one language.
   */
  public void expect(Language language, List<LocalDiagnostic> found) {
    expectMarks(
        language, found.stream().map(d -> new Mark(d.code(), d.span(), d.message())).toList());
  }

  /** Asserts that exactly the marked diagnostics were found in this file. */
  public void expectPlaced(Language language, List<Diagnostic> found) {
    expectMarks(
        language,
        found.stream().map(d -> new Mark(d.code(), d.location().span(), d.message())).toList());
  }

  private void expectMarks(Language language, List<Mark> marks) {
    assertThat(mark(text, language, marks)).isEqualTo(marked);
  }

  /** The text with the first fix of each diagnostic applied. */
  public static String fixed(String text, List<LocalDiagnostic> found) {
    List<LocalEdit> edits = new ArrayList<>();
    for (LocalDiagnostic diagnostic : found) {
      diagnostic.fixes().stream().limit(1).map(LocalFix::edits).forEach(edits::addAll);
    }
    edits.sort(Comparator.comparing(LocalEdit::span).reversed());
    StringBuilder out = new StringBuilder(text);
    for (LocalEdit edit : edits) {
      out.replace(edit.span().start(), edit.span().end(), edit.text());
    }
    return out.toString();
  }

  /** A text and the offset at which {@code ‸} stood in it. */
  public record Caret(String text, int offset) {

    /** A text with one {@code ‸} in it. */
    public static Caret in(String marked) {
      int offset = marked.indexOf('‸');
      assertThat(offset).as("the caret ‸").isNotNegative().isEqualTo(marked.lastIndexOf('‸'));
      return new Caret(marked.substring(0, offset) + marked.substring(offset + 1), offset);
    }
  }

  private record Mark(String code, Span span, Message message) {}

  private static String mark(String text, Language language, List<Mark> marks) {
    List<Mark> sorted = new ArrayList<>(marks);
    sorted.sort(
        Comparator.comparing(Mark::span)
            .thenComparing(Mark::code)
            .thenComparing(m -> m.message().in(language)));
    StringBuilder out = new StringBuilder();
    int start = 0;
    int next = 0;
    String[] lines = text.split("(?<=\n)", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      out.append(line);
      int end = start + line.length();
      boolean last = i == lines.length - 1;
      while (next < sorted.size() && (last || sorted.get(next).span().start() < end)) {
        if (!line.endsWith("\n")) {
          out.append('\n');
        }
        Mark mark = sorted.get(next++);
        out.append(" ".repeat(mark.span().start() - start))
            .append(carets(text, start, line.stripTrailing().length(), mark.span()))
            .append(' ')
            .append(mark.code())
            .append(": ")
            .append(mark.message().in(language))
            .append('\n');
      }
      start = end;
    }
    return out.toString();
  }

  private static String carets(String text, int lineStart, int lineLength, Span span) {
    if (span.length() == 0) {
      return "|";
    }
    int lineEnd = Math.max(lineStart + lineLength, span.start() + 1);
    if (span.end() <= lineEnd) {
      return "^".repeat(span.length());
    }
    String inside = text.substring(span.start(), span.end());
    long lines = inside.chars().filter(c -> c == '\n').count();
    int column = inside.length() - inside.lastIndexOf('\n') - 1;
    return "^".repeat(lineEnd - span.start()) + "+" + lines + ":" + column;
  }
}
