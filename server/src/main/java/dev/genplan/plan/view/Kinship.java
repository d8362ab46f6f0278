package dev.genplan.plan.view;

import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which data may hold items of which other data. Rules that compare datasets with each other look
 * closely at these only, not at each pair in the plan.
 *
 * @param madeOf for each dataset or split the whole datasets that are made of it
 */
record Kinship(Map<Symbol, List<Symbol>> madeOf) {

  static Kinship of(Plan plan) {
    return plan.derived(Kinship.class, Kinship::collect);
  }

  private static Kinship collect(Plan plan) {
    Map<Symbol, List<Symbol>> madeOf = new HashMap<>();
    for (Symbol data : plan.symbols()) {
      if (Lineage.isData(data) && !data.isSplit()) {
        for (Symbol origin : origins(data)) {
          madeOf.computeIfAbsent(origin, any -> new ArrayList<>(2)).add(data);
        }
      }
    }
    return new Kinship(madeOf);
  }

  /** The references by which data that is no split gets its items. */
  static List<Link> originLinks(Symbol data) {
    if (data.is("dataset")) {
      return data.links("from");
    }
    List<Link> links = new ArrayList<>(data.links("prompts"));
    links.addAll(data.links("data"));
    return links;
  }

  /** What data is made of, as it is named and as it is if stages are skipped. */
  private static Set<Symbol> origins(Symbol data) {
    Set<Symbol> origins = new LinkedHashSet<>(2);
    for (Link link : originLinks(data)) {
      link.symbol().ifPresent(origins::add);
      link.symbol().flatMap(data.plan().course()::effective).ifPresent(origins::add);
    }
    return origins;
  }

  /**
   * All data that may share items with some data, that included: it is made of the other, or the
   * other of it, or one is a split of the other. Two splits of one dataset do not overlap, nor do
   * two datasets only because both are made of a third.
   */
  Set<Symbol> relatives(Symbol data) {
    Set<Symbol> relatives = new LinkedHashSet<>(sharing(data));
    Deque<Symbol> open = new ArrayDeque<>(relatives);
    while (!open.isEmpty()) {
      for (Symbol made : madeOf.getOrDefault(open.pop(), List.of())) {
        if (relatives.add(made)) {
          open.add(made);
        }
        for (Symbol split : made.inner()) {
          if (relatives.add(split)) {
            open.add(split);
          }
        }
      }
    }
    for (Symbol source : sources(data)) {
      relatives.addAll(sharing(source));
    }
    return relatives;
  }

  /** All that data is made of, through other data too. */
  private static Set<Symbol> sources(Symbol data) {
    Set<Symbol> sources = new LinkedHashSet<>(origins(whole(data)));
    Deque<Symbol> open = new ArrayDeque<>(sources);
    while (!open.isEmpty()) {
      for (Symbol origin : origins(whole(open.pop()))) {
        if (sources.add(origin)) {
          open.add(origin);
        }
      }
    }
    return sources;
  }

  /** Data, its splits, and what it is a split of. */
  private static List<Symbol> sharing(Symbol data) {
    List<Symbol> sharing = new ArrayList<>(data.inner());
    sharing.add(data);
    sharing.add(whole(data));
    return sharing;
  }

  /** The dataset of a split, or data itself. */
  static Symbol whole(Symbol data) {
    return data.isSplit() ? data.parent().orElseThrow() : data;
  }
}
