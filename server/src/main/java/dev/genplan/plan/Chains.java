package dev.genplan.plan;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/**
 * The ways of the weights of all declarations. They share their ends, so that a long one does not
 * cost the square of its length.
 */
final class Chains {

  private final Course course;

  /** What follows each declaration; null at the end of a way. */
  private final Symbol[] next;

  /** How many links the way from each declaration has until it ends, or comes back to itself. */
  private final int[] length;

  /** The last link of that way; null if it has none. */
  private final Symbol[] last;

  /**
   * @param source what a declaration works on
   */
  Chains(List<Symbol> symbols, Course course, Function<Symbol, Optional<Symbol>> source) {
    this.course = course;
    this.next = new Symbol[symbols.size()];
    this.length = new int[symbols.size()];
    this.last = new Symbol[symbols.size()];
    for (Symbol symbol : symbols) {
      next[symbol.index()] = source.apply(symbol).flatMap(course::effective).orElse(null);
    }
    Measuring measuring = new Measuring();
    symbols.forEach(measuring::from);
  }

  /** What only hands on the weights of something else is no link of its own. */
  private static boolean isLink(Symbol symbol) {
    return !symbol.is("repeat") && !symbol.is("select");
  }

  /** The way from a declaration, which comes first unless it is skipped or only hands on. */
  List<Symbol> of(Symbol symbol) {
    Optional<Symbol> start = course.effective(symbol);
    return start.isEmpty() || length[start.get().index()] == 0
        ? List.of()
        : new Chain(start.get(), length[start.get().index()]);
  }

  /** Follows ways until their length is known. */
  private final class Measuring {
    private final boolean[] known = new boolean[next.length];
    private final int[] step = new int[next.length];
    private final List<Symbol> path = new ArrayList<>();

    void from(Symbol start) {
      Symbol at = start;
      while (at != null && !known[at.index()] && step[at.index()] == 0) {
        path.add(at);
        step[at.index()] = path.size();
        at = next[at.index()];
      }
      if (at != null && !known[at.index()]) {
        circle(path.subList(step[at.index()] - 1, path.size()));
      }
      for (int i = path.size() - 1; i >= 0; i--) {
        Symbol symbol = path.get(i);
        Symbol after = next[symbol.index()];
        boolean more = after != null && length[after.index()] > 0;
        boolean link = isLink(symbol);
        length[symbol.index()] = (more ? length[after.index()] : 0) + (link ? 1 : 0);
        last[symbol.index()] = more ? last[after.index()] : link ? symbol : null;
        known[symbol.index()] = true;
      }
      path.clear();
    }

    /** A way that comes back to where it was has each of its links once. */
    private void circle(List<Symbol> members) {
      int links = 0;
      Symbol before = null;
      for (Symbol member : members) {
        links += isLink(member) ? 1 : 0;
        before = isLink(member) ? member : before;
      }
      for (Symbol member : members) {
        length[member.index()] = links;
        last[member.index()] = before;
        known[member.index()] = true;
        before = isLink(member) ? member : before;
      }
      members.clear();
    }
  }

  private final class Chain extends AbstractList<Symbol> {
    private final Symbol start;
    private final int size;

    Chain(Symbol start, int size) {
      this.start = start;
      this.size = size;
    }

    @Override
    public int size() {
      return size;
    }

    @Override
    public Symbol get(int index) {
      if (index == size - 1) {
        return last[start.index()];
      }
      Iterator<Symbol> links = iterator();
      for (int i = 0; i < index; i++) {
        links.next();
      }
      return links.next();
    }

    @Override
    public Iterator<Symbol> iterator() {
      return new Iterator<>() {
        private Symbol at = start;
        private int left = size;

        @Override
        public boolean hasNext() {
          return left > 0;
        }

        @Override
        public Symbol next() {
          if (left == 0) {
            throw new NoSuchElementException();
          }
          while (!isLink(at)) {
            at = next[at.index()];
          }
          Symbol link = at;
          at = next[at.index()];
          left--;
          return link;
        }
      };
    }
  }
}
