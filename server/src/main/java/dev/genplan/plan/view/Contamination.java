package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A way on which training data reaches an evaluation of what was trained.
 *
 * @param test the reference to test data in an evaluation
 * @param training the reference by which a stage is trained
 * @param entry the reference by which the shared items get into what it is trained on; the same one
 *     unless that is made of other data
 * @param relation what the test data is to the data at the entry
 */
public record Contamination(Link test, Link training, Link entry, Relation relation) {

  /** What test data is to other data. */
  public enum Relation {
    SAME,
    PART,
    WHOLE,
    /** It derives from it. */
    FROM
  }

  /**
   * What tells nothing about the quality of answers, or is measured on training data on purpose.
   */
  private static final Set<String> OTHER_METRICS =
      Set.of(
          "latency",
          "first-token",
          "per-token",
          "throughput",
          "cost",
          "memory",
          "size",
          "leak-rate");

  /** Whether a stage is trained on the shared items as they are, not on something made of them. */
  public boolean isDirect() {
    return entry.equals(training);
  }

  /** All of them in a plan, smoke tests and archived evaluations left out. */
  public static List<Contamination> all(Plan plan) {
    List<Contamination> all = new ArrayList<>();
    for (Symbol stage : plan.symbols()) {
      if (stage.is("evaluate") || stage.is("redteam")) {
        Evaluation evaluation = new Evaluation(stage);
        if (evaluation.isPresent() && counts(evaluation)) {
          collect(evaluation, all);
        }
      }
    }
    return all;
  }

  private static boolean counts(Evaluation evaluation) {
    String purpose = evaluation.attributes().word("purpose").orElse("product");
    Set<String> metrics = evaluation.metrics();
    return !purpose.equals("sanity")
        && !purpose.equals("archive")
        && (metrics.isEmpty() || !OTHER_METRICS.containsAll(metrics));
  }

  private static void collect(Evaluation evaluation, List<Contamination> all) {
    List<Link> trainings = evaluation.model().map(Contamination::trainings).orElse(List.of());
    for (Link test : evaluation.testData()) {
      for (Link training : trainings) {
        find(test, training).ifPresent(all::add);
      }
    }
  }

  /** All references to data on which a model, and what it is made of, was trained. */
  private static List<Link> trainings(Symbol model) {
    Plan plan = model.plan();
    Set<Symbol> parts = new LinkedHashSet<>();
    plan.course().effective(model).ifPresent(parts::add);
    parts.addAll(plan.lineage().ingredients(model));
    return plan.symbols().stream()
        .filter(parts::contains)
        .flatMap(
            part ->
                Training.trains(part)
                    ? new Training(part).dataLinks().stream()
                    : part.is("model") ? part.links("from").stream() : List.<Link>of().stream())
        .toList();
  }

  private static Optional<Contamination> find(Link test, Link training) {
    Symbol data = test.symbol().orElseThrow();
    Optional<Link> entry = entry(training, data, new HashSet<>());
    if (entry.isPresent()) {
      Relation relation = relation(data, entry.get().symbol().orElseThrow());
      return Optional.of(new Contamination(test, training, entry.get(), relation));
    }
    boolean derived =
        training.symbol().filter(source -> derives(data, source, new HashSet<>())).isPresent();
    return derived
        ? Optional.of(new Contamination(test, training, training, Relation.FROM))
        : Optional.empty();
  }

  private static Relation relation(Symbol test, Symbol entry) {
    return test == entry ? Relation.SAME : test.isSplit() ? Relation.PART : Relation.WHOLE;
  }

  /** The reference by which test data gets into data, through what that is made of. */
  private static Optional<Link> entry(Link link, Symbol test, Set<Symbol> seen) {
    Plan plan = test.plan();
    Optional<Symbol> target = link.symbol().flatMap(plan.course()::effective);
    if (target.isEmpty() || !Lineage.isData(target.get()) || !seen.add(target.get())) {
      return Optional.empty();
    }
    Symbol data = target.get();
    if (plan.lineage().shares(data, test)) {
      return Optional.of(link);
    }
    Symbol whole = data.isSplit() ? data.parent().orElseThrow() : data;
    if (isCleaned(whole, test)) {
      return Optional.empty();
    }
    return origins(whole).stream()
        .flatMap(origin -> entry(origin, test, seen).stream())
        .findFirst();
  }

  private static List<Link> origins(Symbol data) {
    List<String> properties = data.is("dataset") ? List.of("from") : List.of("prompts", "data");
    return properties.stream().flatMap(property -> data.links(property).stream()).toList();
  }

  /** Whether items of some test data were taken out of a data set, or of all test data. */
  private static boolean isCleaned(Symbol data, Symbol test) {
    for (Tag step : data.attributes().tags("cleaning")) {
      if (step.word().equals("decontamination")) {
        List<Symbol> against = data.targets("against");
        return against.isEmpty()
            || against.stream().anyMatch(each -> test.plan().lineage().shares(each, test));
      }
    }
    return false;
  }

  /**
   * Whether test data is taken from other data, by {@code from}; questions that are written about
   * documents are not.
   */
  private static boolean derives(Symbol test, Symbol source, Set<Symbol> seen) {
    Symbol whole = test.isSplit() ? test.parent().orElseThrow() : test;
    if (!whole.is("dataset") || !seen.add(whole) || isCleaned(whole, source)) {
      return false;
    }
    Lineage lineage = test.plan().lineage();
    return whole.targets("from").stream()
        .filter(Lineage::isData)
        .anyMatch(
            origin ->
                (lineage.shares(origin, source) && isSameContent(whole, source))
                    || derives(origin, source, seen));
  }

  private static boolean isSameContent(Symbol one, Symbol other) {
    return agree(new Dataset(one).content(), new Dataset(other).content())
        && agree(unit(one), unit(other));
  }

  private static boolean agree(Optional<String> one, Optional<String> other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private static Optional<String> unit(Symbol data) {
    return new Dataset(data).size().map(Amount::unit).filter(unit -> !unit.isEmpty());
  }
}
