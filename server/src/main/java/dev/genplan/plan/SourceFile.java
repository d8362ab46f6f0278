package dev.genplan.plan;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A parsed file.
 *
 * @param uri its identity in the workspace
 */
public record SourceFile(String uri, SyntaxTree tree) {

  /** The paths of its imports, as written between the quotes. */
  public List<String> imports() {
    List<String> paths = new ArrayList<>(0);
    for (SyntaxTree.Placed placed : tree.members()) {
      if (placed.member() instanceof Member.Import node && node.file().isPresent()) {
        paths.add(node.file().get().text());
      }
    }
    return paths;
  }

  /**
   * The range of the lines that hold nothing but what a location marks, line end included; the
   * location itself if the lines hold more.
   */
  public Location wholeLines(Location location) {
    String text = tree.text();
    int start = location.span().start();
    int end = location.span().end();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean startsLine = start == 0 || text.charAt(start - 1) == '\n';
    boolean endsLine = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
    if (!startsLine || !endsLine) {
      return location;
    }
    int next = text.indexOf('\n', end);
    return new Location(uri, new Span(start, next < 0 ? text.length() : next + 1));
  }

  private static boolean isBlank(char unit) {
    return unit == ' ' || unit == '\t';
  }
}
