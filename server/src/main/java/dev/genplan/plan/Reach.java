package dev.genplan.plan;

import java.util.AbstractSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * What each declaration of a plan leads to along some edges, step by step.
 *
 * <p>Declarations are numbered in the order in which a depth-first search leaves them, those that
 * lead to each other one behind the other (R. Tarjan, Depth-first search and linear graph
 * algorithms, 1972). What one leads to are then a few runs of numbers, a single one in a chain of
 * any length (R. Agrawal et al., Efficient management of transitive relationships in large data and
 * knowledge bases, 1989); sets would grow with the square of the chain. The longest ways are gone
 * first, so that what branches off from one does not cut its run into pieces.
 */
final class Reach {

  private final List<Symbol> symbols;
  private final List<List<Symbol>> direct;
  private final int[] number;
  private final int[][] runs;

  private Reach(List<Symbol> symbols, List<List<Symbol>> direct, int[] number, int[][] runs) {
    this.symbols = symbols;
    this.direct = direct;
    this.number = number;
    this.runs = runs;
  }

  /**
   * Works it out for a whole plan.
   *
   * @param edges what a declaration leads to directly
   * @param step called often; throws to stop the work
   */
  static Reach of(List<Symbol> symbols, Function<Symbol, List<Symbol>> edges, Runnable step) {
    List<List<Symbol>> direct = new ArrayList<>(symbols.size());
    for (Symbol symbol : symbols) {
      step.run();
      direct.add(edges.apply(symbol));
    }
    Numbering numbering = new Numbering(direct);
    numbering.visit(longestFirst(symbols, direct, step), step);
    return new Reach(symbols, direct, numbering.number, numbering.runs);
  }

  private static List<Symbol> longestFirst(
      List<Symbol> symbols, List<List<Symbol>> direct, Runnable step) {
    Heights heights = new Heights(direct);
    heights.visit(symbols, step);
    List<Symbol> ordered = new ArrayList<>(symbols);
    ordered.sort(Comparator.comparingInt(symbol -> -heights.height[symbol.index()]));
    return ordered;
  }

  /** What a declaration leads to directly. */
  List<Symbol> direct(Symbol symbol) {
    return direct.get(symbol.index());
  }

  /** All that a declaration leads to, itself left out, nearest first. */
  Set<Symbol> from(Symbol start) {
    return new Reached(List.of(start), runs[start.index()], start);
  }

  /** All that any of several declarations leads to, nearest first. */
  Set<Symbol> fromAny(Collection<Symbol> starts) {
    Runs all = new Runs();
    for (Symbol start : starts) {
      all.add(runs[start.index()]);
    }
    return new Reached(List.copyOf(starts), all.merged(), null);
  }

  /** Knows what is in it at once; puts it into an order only if somebody goes through it. */
  private final class Reached extends AbstractSet<Symbol> {
    private final List<Symbol> starts;
    private final int[] runs;
    private final Symbol excluded;

    Reached(List<Symbol> starts, int[] runs, Symbol excluded) {
      this.starts = starts;
      this.runs = runs;
      this.excluded = excluded;
    }

    @Override
    public boolean contains(Object other) {
      return other instanceof Symbol symbol
          && symbol != excluded
          && symbols.get(symbol.index()) == symbol
          && Runs.contain(runs, number[symbol.index()]);
    }

    @Override
    public int size() {
      int size = 0;
      for (int i = 0; i < runs.length; i += 2) {
        size += runs[i + 1] - runs[i];
      }
      return excluded != null && Runs.contain(runs, number[excluded.index()]) ? size - 1 : size;
    }

    @Override
    public Iterator<Symbol> iterator() {
      Set<Symbol> seen = new LinkedHashSet<>();
      Deque<Symbol> open = new ArrayDeque<>();
      for (Symbol start : starts) {
        open.addAll(direct(start));
      }
      while (!open.isEmpty()) {
        Symbol next = open.poll();
        if (next != excluded && seen.add(next)) {
          open.addAll(direct(next));
        }
      }
      return seen.iterator();
    }
  }

  /** How many steps each declaration leads to one that leads nowhere; circles do not count. */
  private static final class Heights extends DepthFirst {
    private final List<List<Symbol>> direct;
    private final int[] height;

    Heights(List<List<Symbol>> direct) {
      this.direct = direct;
      this.height = new int[direct.size()];
    }

    @Override
    List<Symbol> enter(Symbol symbol) {
      return direct.get(symbol.index());
    }

    @Override
    void leave(Symbol symbol) {
      int highest = 0;
      for (Symbol next : direct.get(symbol.index())) {
        highest = Math.max(highest, height[next.index()] + 1);
      }
      height[symbol.index()] = highest;
    }
  }

  /** Tarjan's algorithm; what a group leads to is known when its last member is left. */
  private static final class Numbering extends DepthFirst {
    private final List<List<Symbol>> direct;
    private final int[] number;
    private final int[][] runs;
    private final int[] met;
    private final int[] low;
    private final List<Symbol> waiting = new ArrayList<>();
    private int lastMet;
    private int lastNumber;

    Numbering(List<List<Symbol>> direct) {
      this.direct = direct;
      this.number = new int[direct.size()];
      this.runs = new int[direct.size()][];
      this.met = new int[direct.size()];
      this.low = new int[direct.size()];
    }

    @Override
    List<Symbol> enter(Symbol symbol) {
      met[symbol.index()] = ++lastMet;
      low[symbol.index()] = lastMet;
      waiting.add(symbol);
      return direct.get(symbol.index());
    }

    @Override
    void meetAgain(Symbol from, Symbol known) {
      if (runs[known.index()] == null) {
        low[from.index()] = Math.min(low[from.index()], met[known.index()]);
      }
    }

    @Override
    void back(Symbol to, Symbol from) {
      low[to.index()] = Math.min(low[to.index()], low[from.index()]);
    }

    @Override
    void leave(Symbol symbol) {
      if (low[symbol.index()] != met[symbol.index()]) {
        return;
      }
      int first = waiting.size() - 1;
      while (waiting.get(first) != symbol) {
        first--;
      }
      List<Symbol> group = waiting.subList(first, waiting.size());
      Runs all = new Runs();
      if (group.size() > 1) {
        all.add(lastNumber, lastNumber + group.size());
      }
      for (Symbol member : group) {
        for (Symbol next : direct.get(member.index())) {
          if (runs[next.index()] != null) {
            all.add(runs[next.index()]);
            all.add(number[next.index()], number[next.index()] + 1);
          }
        }
      }
      int[] merged = all.merged();
      for (Symbol member : group) {
        number[member.index()] = lastNumber++;
        runs[member.index()] = merged;
      }
      group.clear();
    }
  }

  /** Half-open runs of numbers: the start of one, its end, the start of the next, ascending. */
  private static final class Runs {
    private long[] found = new long[8];
    private int count;

    void add(int start, int end) {
      if (count == found.length) {
        found = Arrays.copyOf(found, 2 * count);
      }
      found[count++] = (long) start << Integer.SIZE | end;
    }

    void add(int[] runs) {
      for (int i = 0; i < runs.length; i += 2) {
        add(runs[i], runs[i + 1]);
      }
    }

    int[] merged() {
      Arrays.sort(found, 0, count);
      int[] merged = new int[2 * count];
      int size = 0;
      for (int i = 0; i < count; i++) {
        int start = (int) (found[i] >> Integer.SIZE);
        int end = (int) found[i];
        if (size > 0 && start <= merged[size - 1]) {
          merged[size - 1] = Math.max(merged[size - 1], end);
        } else {
          merged[size++] = start;
          merged[size++] = end;
        }
      }
      return Arrays.copyOf(merged, size);
    }

    static boolean contain(int[] runs, int number) {
      int at = Arrays.binarySearch(runs, number);
      // At a start it is inside, at an end it is not; between, it is inside behind a start.
      return at >= 0 ? at % 2 == 0 : (-at - 1) % 2 == 1;
    }
  }
}
