package dev.genplan.plan.view;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Verdicts;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A measurement: {@code evaluate} or {@code redteam}. */
public record Evaluation(Symbol symbol) implements View {

  private static final List<String> SECTIONS = List.of("metrics", "change", "results");

  /** All {@code evaluate} stages of a plan that are not skipped. */
  public static List<Evaluation> all(Plan plan) {
    return plan.watch(plan.derived(All.class, All::of).evaluations());
  }

  private record All(List<Evaluation> evaluations) {
    static All of(Plan plan) {
      List<Evaluation> found = new ArrayList<>();
      for (Symbol symbol : plan.all("evaluate")) {
        if (new Evaluation(symbol).isPresent()) {
          found.add(new Evaluation(symbol));
        }
      }
      return new All(List.copyOf(found));
    }
  }

  /**
   * For each prompt, augmentation or guard of a certain sort the evaluations that measure it, with
   * whatever else is around the weights.
   */
  public static Map<Symbol, List<Evaluation>> byPart(Plan plan, Predicate<Symbol> which) {
    Map<Symbol, List<Evaluation>> measuring = new LinkedHashMap<>();
    for (Measurement measurement : Measurement.all(plan)) {
      if (measurement.stage().is("evaluate")) {
        for (Symbol part : measurement.assembly().parts()) {
          if (which.test(part)) {
            measuring
                .computeIfAbsent(part, any -> new ArrayList<>())
                .add(new Evaluation(measurement.stage()));
          }
        }
      }
    }
    return measuring;
  }

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
    return named().names();
  }

  /** What the catalog knows of its metrics. */
  public List<Metric> knownMetrics() {
    return named().known();
  }

  /** Whether it names a metric that the catalog does not know. */
  public boolean hasUnknownMetric() {
    return named().names().size() > named().known().size();
  }

  private Named named() {
    return symbol.plan().derived(Named.class, symbol, any -> Named.in(attributes()));
  }

  /** Many rules ask for the metrics of the same stages, so they are kept with the plan. */
  private record Named(Set<String> names, List<Metric> known) {
    static Named in(Attributes attributes) {
      Set<String> names = new LinkedHashSet<>();
      for (String section : SECTIONS) {
        Optional<Attributes> stated = attributes.section(section);
        if (stated.isPresent()) {
          stated.get().members().forEach(member -> metric(member).ifPresent(names::add));
        }
      }
      List<Metric> known = new ArrayList<>(names.size());
      names.forEach(name -> Metrics.find(name).ifPresent(known::add));
      return new Named(Collections.unmodifiableSet(names), List.copyOf(known));
    }
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

  /** What a metric is measured on: its own dataset, else the only one of the evaluation. */
  public Optional<Symbol> dataOf(Path metric) {
    if (metric.isSimple()) {
      List<Symbol> data = data();
      return data.size() == 1 ? Optional.of(data.get(0)) : Optional.empty();
    }
    return symbol.links().stream()
        .filter(link -> link.expected().target() == Type.Target.SUBJECT)
        .filter(link -> metric.text().startsWith(link.path().text() + "."))
        .flatMap(link -> link.symbol().stream())
        .filter(Lineage::isData)
        .findFirst();
  }

  /** Where a metric is first named; the place of the evaluation if it is not. */
  public Location placeOf(String metric) {
    for (String section : SECTIONS) {
      List<Member> members =
          attributes().section(section).map(Attributes::members).orElse(List.of());
      for (Member member : members) {
        if (metric(member).filter(metric::equals).isPresent()) {
          return symbol.locate(member);
        }
      }
    }
    return symbol.location();
  }

  /** Whether something of one of these categories is measured. */
  public boolean hasMetricOf(Set<Metric.Category> categories) {
    return knownMetrics().stream().anyMatch(metric -> categories.contains(metric.category()));
  }

  /** The references to language models that judge; reward models and classifiers are none. */
  public List<Link> judges() {
    return symbol.valueLinks("judge").stream()
        .filter(
            link ->
                link.symbol()
                    .flatMap(Symbol::makes)
                    .filter(made -> made.fits(FlowType.SYSTEM))
                    .isPresent())
        .toList();
  }

  /** Whether it says how often one of its judges agrees with people. */
  public boolean statesAgreement(Link judge) {
    return judge
        .value()
        .filter(value -> attributes().qualifiers("judge", value).has("agreement"))
        .isPresent();
  }

  /**
   * Whether people judge the answers: annotators are named; or by whom it does not say, where a
   * metric asks for a judgment.
   */
  public boolean isJudgedByPeople() {
    boolean people = attributes().has("annotators") && !attributes().isNone("annotators");
    boolean unsaid =
        List.of("judge", "reward", "verifier").stream().noneMatch(attributes()::has)
            && knownMetrics().stream()
                .filter(metric -> !metric.name().equals("judge-score"))
                .anyMatch(Metric::judged);
    return people || unsaid;
  }

  /** Whether it measures a model or system that answers, not a reward model or an encoder. */
  public boolean isOfSystem() {
    return model().flatMap(Symbol::makes).filter(made -> made.fits(FlowType.SYSTEM)).isPresent();
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
