package dev.genplan.plan.view;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A measurement: {@code evaluate} or {@code redteam}. */
public record Evaluation(Symbol symbol) implements View {

  /** What is measured. */
  public Optional<Symbol> model() {
    return symbol.target("model");
  }

  /** Whether it measures what a stage makes, directly or with later stages on top. */
  public boolean measures(Symbol stage) {
    return model()
        .filter(model -> model == stage || stage.plan().lineage().ancestors(model).contains(stage))
        .isPresent();
  }

  /** What it is measured on. */
  public List<Symbol> data() {
    return symbol.targets("data");
  }

  /**
   * The references to what it is measured on: {@code data}, the prompts of a red team, the data
   * sets of single metrics; each dataset once.
   */
  public List<Link> testData() {
    List<Link> links = new ArrayList<>(symbol.valueLinks("data"));
    links.addAll(symbol.valueLinks("prompts"));
    symbol.links().stream()
        .filter(link -> link.expected().target() == Type.Target.SUBJECT)
        .forEach(links::add);
    Set<Symbol> seen = new HashSet<>();
    links.removeIf(
        link -> link.symbol().filter(data -> Lineage.isData(data) && seen.add(data)).isEmpty());
    return links;
  }

  /** The metrics named in {@code metrics}, {@code change} and {@code results}, without datasets. */
  public Set<String> metrics() {
    Set<String> names = new LinkedHashSet<>();
    for (String section : List.of("metrics", "change", "results")) {
      attributes()
          .section(section)
          .map(Attributes::members)
          .ifPresent(members -> members.forEach(member -> metric(member).ifPresent(names::add)));
    }
    return names;
  }

  private static Optional<String> metric(Member member) {
    if (member instanceof Member.Criterion criterion) {
      return Optional.of(criterion.metric().last().text());
    }
    if (member instanceof Member.Bare bare) {
      return Optional.of(bare.path().last().text());
    }
    return member instanceof Member.Property property
        ? Optional.of(property.key().last().text())
        : Optional.empty();
  }

  /** Whether it states what must be reached. */
  public boolean hasCriteria() {
    return !symbol.plan().verdicts().checks(symbol).isEmpty();
  }

  /** What is known of its outcome. */
  public Verdicts.Verdict verdict() {
    return symbol.plan().verdicts().of(symbol);
  }

  /** Where something waits for its outcome: {@code gate}, {@code when}, {@code until}. */
  public List<Link> gates() {
    List<Link> gates = new ArrayList<>();
    for (Link use : symbol.plan().uses(symbol)) {
      boolean waits =
          use.expected().target() == Type.Target.VERDICT
              || use.property().equals("gate")
              || use.property().equals("until");
      if (waits) {
        gates.add(use);
      }
    }
    return gates;
  }
}
