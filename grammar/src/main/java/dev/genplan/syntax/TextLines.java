package dev.genplan.syntax;

/**
 * Lines of a text. A line ends with a line feed, a carriage return, or both, as in the Language
 * Server Protocol. Lines and columns count from 0, columns in UTF-16 units.
 */
public sealed interface TextLines permits LineIndex, LineEditor {

  /** Length of the whole text. */
  int length();

  /** The UTF-16 unit at an offset. */
  char unit(int offset);

  /** The text between two offsets. */
  String text(int start, int end);

  /** Number of lines, at least one. */
  int lines();

  /** Offset at which a line starts; the text's end for lines behind the last one. */
  int start(int line);

  /** Offset behind the last unit of a line, its line end not included. */
  default int end(int line) {
    if (line >= lines() - 1) {
      return length();
    }
    int end = start(line + 1) - 1;
    return end > start(line) && unit(end) == '\n' && unit(end - 1) == '\r' ? end - 1 : end;
  }

  /** The text of a line without its line end. */
  default String text(int line) {
    return text(start(line), Math.max(start(line), end(line)));
  }

  /** The offset of a position; columns behind the line's end count as its end. */
  default int offset(int line, int column) {
    return line >= lines() ? length() : Math.min(start(line) + column, end(line));
  }
}
