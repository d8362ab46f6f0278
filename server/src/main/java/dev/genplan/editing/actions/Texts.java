package dev.genplan.editing.actions;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.SourceFile;
import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Edits applied to texts, and found between them. */
final class Texts {
  private Texts() {}

  /** A text with edits applied, all of the same file and not overlapping. */
  static String apply(String text, List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(Edit::location));
    StringBuilder out = new StringBuilder(text.length() + 64);
    int copied = 0;
    for (Edit edit : sorted) {
      out.append(text, copied, edit.location().span().start()).append(edit.text());
      copied = edit.location().span().end();
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** The edits that make one text of a file into another: in the lines that differ, no more. */
  static List<Edit> between(String file, String before, String after) {
    List<String> old = lines(before);
    int[] starts = new int[old.size() + 1];
    for (int i = 0; i < old.size(); i++) {
      starts[i + 1] = starts[i] + old.get(i).length();
    }
    List<Edit> edits = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(old, lines(after)).getDeltas()) {
      int first = delta.getSource().getPosition();
      int last = first + delta.getSource().size();
      String with = String.join("", delta.getTarget().getLines());
      edits.add(narrow(file, before, new Span(starts[first], starts[last]), with));
    }
    return edits;
  }

  /** A replacement without what stays the same at its start and its end. */
  private static Edit narrow(String file, String text, Span span, String with) {
    int start = span.start();
    int end = span.end();
    int from = 0;
    int to = with.length();
    while (start < end && from < to && text.charAt(start) == with.charAt(from)) {
      start++;
      from++;
    }
    while (start < end && from < to && text.charAt(end - 1) == with.charAt(to - 1)) {
      end--;
      to--;
    }
    if (splits(text, start) || splits(text, end)) {
      return new Edit(new Location(file, span), with);
    }
    return new Edit(new Location(file, new Span(start, end)), with.substring(from, to));
  }

  /** Whether an offset lies inside a surrogate pair or a line end of two characters. */
  private static boolean splits(String text, int offset) {
    if (offset == 0 || offset >= text.length()) {
      return false;
    }
    char before = text.charAt(offset - 1);
    char behind = text.charAt(offset);
    return Character.isSurrogatePair(before, behind) || (before == '\r' && behind == '\n');
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end + 1));
      start = end + 1;
    }
    if (start < text.length()) {
      lines.add(text.substring(start));
    }
    return lines;
  }

  /**
   * Edits of one file such that what they insert is brought into line with what stands around it.
   * Where all of the file was formatted it is so again; else nothing but inserted lines are.
   */
  static List<Edit> tidy(SourceFile file, List<Edit> edits) {
    if (edits.stream().anyMatch(edit -> !edit.location().file().equals(file.uri()))) {
      return edits;
    }
    String before = file.tree().text();
    String after = apply(before, edits);
    SyntaxTree tree = SyntaxTree.parse(after);
    boolean whole = Formatter.edits(file.tree()).isEmpty();
    List<Edit> formatting =
        (whole ? Formatter.edits(tree) : Formatter.edits(tree, inserted(edits)))
            .stream()
                .map(edit -> new Edit(new Location(file.uri(), edit.span()), edit.text()))
                .toList();
    return between(file.uri(), before, apply(after, formatting));
  }

  /** Where the inserted lines stand once all edits are applied. */
  private static List<Span> inserted(List<Edit> edits) {
    List<Edit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparing(Edit::location));
    List<Span> spans = new ArrayList<>();
    int moved = 0;
    for (Edit edit : sorted) {
      Span span = edit.location().span();
      if (edit.text().indexOf('\n') >= 0) {
        spans.add(new Span(span.start() + moved, span.start() + moved + edit.text().length()));
      }
      moved += edit.text().length() - span.length();
    }
    return spans;
  }
}
