package dev.genplan.report;

import dev.genplan.syntax.LineIndex;

/** What a report has to know of the files in which something was found. */
public interface Sources {

  /** How a file is called where people read it: a path with {@code /}. */
  String path(String uri);

  /** The lines of a file. */
  LineIndex lines(String uri);
}
