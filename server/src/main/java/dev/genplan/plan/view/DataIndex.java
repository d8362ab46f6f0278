package dev.genplan.plan.view;

import dev.genplan.plan.Link;
import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds what reads data that may share items with other data, so that a rule that compares what is
 * read here with what is read there need not look at each pair in the plan.
 *
 * @param <T> what reads data
 */
public final class DataIndex<T> {

  private final List<T> readers = new ArrayList<>();
  private final Map<Symbol, List<Integer>> byData = new HashMap<>();
  private final Map<Symbol, List<T>> near = new HashMap<>();

  /**
   * @param readers in the order in which they are to be found
   * @param link the reference by which one reads data
   */
  public DataIndex(List<T> readers, Function<T, Link> link) {
    this.readers.addAll(readers);
    for (int i = 0; i < readers.size(); i++) {
      Optional<Symbol> data = link.apply(readers.get(i)).symbol();
      if (data.isPresent()) {
        add(data.get(), i);
        Optional<Symbol> effective = data.get().plan().course().effective(data.get());
        if (effective.isPresent() && effective.get() != data.get()) {
          add(effective.get(), i);
        }
      }
    }
  }

  private void add(Symbol data, int reader) {
    byData.computeIfAbsent(data, any -> new ArrayList<>(2)).add(reader);
  }

  /**
   * All that read data which may share items with some data: the same, a part or the whole of it,
   * what it is made of or what is made of it. Whether it does share items is to be looked at.
   */
  public List<T> near(Symbol data) {
    return near.computeIfAbsent(data, this::find);
  }

  private List<T> find(Symbol data) {
    Set<Integer> found = new TreeSet<>();
    for (Symbol relative : Kinship.of(data.plan()).relatives(data)) {
      found.addAll(byData.getOrDefault(relative, List.of()));
    }
    return found.stream().map(readers::get).toList();
  }
}
