package dev.genplan.plan.view;

import dev.genplan.plan.Amount;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

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
    DataIndex<Link> trainings = new DataIndex<>(trainings(plan), Function.identity());
    List<Contamination> all = new ArrayList<>();
    for (Symbol stage : plan.symbols()) {
      if (stage.is("evaluate") || stage.is("redteam")) {
        Evaluation evaluation = new Evaluation(stage);
        if (evaluation.isPresent() && counts(evaluation)) {
          collect(evaluation, trainings, all);
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

  private static void collect(
      Evaluation evaluation, DataIndex<Link> trainings, List<Contamination> all) {
    Optional<Symbol> model = evaluation.model();
    if (model.isEmpty()) {
      return;
    }
    Plan plan = model.get().plan();
    Optional<Symbol> effective = plan.course().effective(model.get());
    Set<Symbol> ingredients = plan.lineage().ingredients(model.get());
    for (Link test : evaluation.testData()) {
      for (Link training : trainings.near(test.symbol().orElseThrow())) {
        Symbol stage = training.from();
        if (ingredients.contains(stage) || effective.filter(stage::equals).isPresent()) {
          find(test, training).ifPresent(all::add);
        }
      }
    }
  }

  /** The references to data on which the models of a plan were trained, by others too. */
  private static List<Link> trainings(Plan plan) {
    List<Link> trainings = new ArrayList<>();
    for (Symbol part : plan.symbols()) {
      if (Training.trains(part)) {
        trainings.addAll(new Training(part).dataLinks());
      } else if (part.is("model")) {
        trainings.addAll(part.links("from"));
      }
    }
    return trainings;
  }

  private static Optional<Contamination> find(Link test, Link training) {
    Symbol data = test.symbol().orElseThrow();
    Optional<Link> entry = entry(training, data);
    if (entry.isPresent()) {
      Relation relation = relation(data, entry.get().symbol().orElseThrow());
      return Optional.of(new Contamination(test, training, entry.get(), relation));
    }
    boolean derived = training.symbol().filter(source -> derives(data, source)).isPresent();
    return derived
        ? Optional.of(new Contamination(test, training, training, Relation.FROM))
        : Optional.empty();
  }

  private static Relation relation(Symbol test, Symbol entry) {
    return test == entry ? Relation.SAME : test.isSplit() ? Relation.PART : Relation.WHOLE;
  }

  /** The reference by which test data gets into data, through what that is made of. */
  private static Optional<Link> entry(Link training, Symbol test) {
    Plan plan = test.plan();
    Set<Symbol> seen = new HashSet<>();
    Deque<Link> open = new ArrayDeque<>(List.of(training));
    while (!open.isEmpty()) {
      Link link = open.pop();
      Optional<Symbol> data = link.symbol().flatMap(plan.course()::effective);
      if (data.isEmpty() || !Lineage.isData(data.get()) || !seen.add(data.get())) {
        continue;
      }
      if (plan.lineage().shares(data.get(), test)) {
        return Optional.of(link);
      }
      Symbol whole = Kinship.whole(data.get());
      if (!isCleaned(whole, test)) {
        List<Link> origins = Kinship.originLinks(whole);
        for (int i = origins.size() - 1; i >= 0; i--) {
          open.push(origins.get(i));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether items of some test data were taken out of a dataset, or of all test data. */
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
  private static boolean derives(Symbol test, Symbol source) {
    Lineage lineage = test.plan().lineage();
    Set<Symbol> seen = new HashSet<>();
    Deque<Symbol> open = new ArrayDeque<>(List.of(test));
    while (!open.isEmpty()) {
      Symbol whole = Kinship.whole(open.pop());
      if (!whole.is("dataset") || !seen.add(whole) || isCleaned(whole, source)) {
        continue;
      }
      for (Symbol origin : whole.targets("from")) {
        if (Lineage.isData(origin)) {
          if (lineage.shares(origin, source) && isSameContent(whole, source)) {
            return true;
          }
          open.push(origin);
        }
      }
    }
    return false;
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
