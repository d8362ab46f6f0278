package dev.genplan.plan;

import dev.genplan.syntax.Member;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether reports pass, as far as their results say. A report passes when all its criteria hold and
 * fails when one does not; while a figure is missing and nothing has failed, it is open.
 */
public final class Verdicts {

  /** What is known of a criterion or a report. */
  public enum Verdict {
    PASSES,
    FAILS,
    OPEN
  }

  /**
   * A criterion and what is known of it.
   *
   * @param section {@code metrics} or {@code change}
   * @param measured what the results say; for {@code change} the difference to the baseline
   * @param wanted what it is compared with
   */
  public record Check(
      Member.Criterion criterion,
      String section,
      Optional<Amount> measured,
      Optional<Amount> wanted,
      Verdict verdict) {}

  private final Plan plan;
  private final Map<Symbol, List<Check>> known = new ConcurrentHashMap<>();

  Verdicts(Plan plan) {
    this.plan = plan;
  }

  /**
   * Whether a report passes. A report without criteria that has results passes: there is nothing to
   * fail.
   */
  public Verdict of(Symbol report) {
    List<Check> checks = checks(report);
    return checks.isEmpty()
        ? (report.attributes().has("results") ? Verdict.PASSES : Verdict.OPEN)
        : combine(checks);
  }

  private static Verdict combine(List<Check> checks) {
    Verdict verdict = Verdict.PASSES;
    for (Check check : checks) {
      if (check.verdict() == Verdict.FAILS) {
        return Verdict.FAILS;
      }
      verdict = check.verdict() == Verdict.OPEN ? Verdict.OPEN : verdict;
    }
    return verdict;
  }

  /** The criteria of a report, each with what is known of it. */
  public List<Check> checks(Symbol report) {
    List<Check> before = known.get(report);
    if (before != null) {
      return before;
    }
    List<Check> all = plan.fact(() -> check(report));
    known.put(report, all);
    return all;
  }

  private List<Check> check(Symbol report) {
    List<Check> checks = new ArrayList<>();
    for (String section : List.of("metrics", "change")) {
      Optional<Attributes> stated = report.attributes().section(section);
      if (stated.isPresent()) {
        for (Member.Criterion criterion : stated.get().criteria()) {
          checks.add(check(report, section, criterion));
        }
      }
    }
    return List.copyOf(checks);
  }

  private Check check(Symbol report, String section, Member.Criterion criterion) {
    String metric = criterion.metric().text();
    Optional<Amount> measured =
        section.equals("change") ? change(report, metric) : measured(report, metric);
    Optional<Amount> wanted = criterion.value().flatMap(value -> wanted(report, value));
    Verdict verdict =
        measured.isPresent() && wanted.isPresent()
            ? compare(criterion, measured.get(), wanted.get())
            : Verdict.OPEN;
    return new Check(criterion, section, measured, wanted, verdict);
  }

  /** Decided only if every figure in the measured interval decides alike. */
  private static Verdict compare(Member.Criterion criterion, Amount measured, Amount wanted) {
    boolean low = criterion.operator().holds(measured.low(), wanted.low());
    boolean high = criterion.operator().holds(measured.high(), wanted.high());
    if (low && high) {
      return Verdict.PASSES;
    }
    return low || high ? Verdict.OPEN : Verdict.FAILS;
  }

  private Optional<Amount> wanted(Symbol report, Value value) {
    if (value instanceof Value.Reference reference) {
      return Resolver.resolve(reference.path(), report, false) instanceof Resolution.Figure figure
          ? measured(figure.report(), figure.metric())
          : Optional.empty();
    }
    return Amount.of(value);
  }

  /** What a report's results say about a metric, {@code dataset.metric} included. */
  public Optional<Amount> measured(Symbol report, String metric) {
    return report.attributes().section("results").flatMap(results -> results.amount(metric));
  }

  private Optional<Amount> change(Symbol report, String metric) {
    Optional<Amount> now = measured(report, metric);
    Optional<Amount> before = baseline(report, metric);
    if (now.isEmpty() || before.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Amount(
            now.get().low() - before.get().high(),
            now.get().high() - before.get().low(),
            now.get().measure(),
            now.get().unit()));
  }

  /** What another report, or the model's own published results, say about the baseline. */
  private Optional<Amount> baseline(Symbol report, String metric) {
    Optional<Symbol> baseline = report.target("baseline");
    if (baseline.isEmpty()) {
      return Optional.empty();
    }
    Optional<Amount> published =
        baseline.get().attributes().section("results").flatMap(own -> own.amount(metric));
    return plan.uses(baseline.get()).stream()
        .filter(use -> use.property().equals("model") && use.from().is("evaluate"))
        .map(Link::from)
        .filter(other -> other != report)
        .filter(other -> other.target("model").filter(baseline.get()::equals).isPresent())
        .flatMap(other -> measured(other, metric).stream())
        .findFirst()
        .or(() -> published);
  }
}
