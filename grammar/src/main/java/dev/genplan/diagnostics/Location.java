package dev.genplan.diagnostics;

/**
 * A range in a file.
 *
 * @param file the file's URI as the workspace knows it
 * @param span offsets in the file's text
 */
public record Location(String file, Span span) implements Comparable<Location> {

  @Override
  public int compareTo(Location other) {
    int byFile = file.compareTo(other.file);
    return byFile != 0 ? byFile : span.compareTo(other.span);
  }
}
