package dev.genplan.diagnostics;

/**
 * A half-open range of UTF-16 code units.
 *
 * @param start the first unit
 * @param end the unit behind the last one, not before {@code start}
 */
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  /** Whether an offset lies in the range or directly behind its last unit, as a caret does. */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /** This range moved to the right by {@code by} units, to the left if negative. */
  public Span shift(int by) {
    return by == 0 ? this : new Span(start + by, end + by);
  }

  @Override
  public int compareTo(Span other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
