package dev.genplan.editing;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.BlockSpec.Content;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Metrics and what they are compared with. */
final class MetricCompletions {

  private static final Markup NOTHING = new Markup(List.of());
  private static final Type.Reference REPORT =
      new Type.Reference(Set.of(FlowType.REPORT), Type.Target.FIGURE);

  /** What is measured of what is not an evaluation of answers. */
  private static final Map<String, Set<Metric.Category>> USUAL =
      Map.of(
          "monitor", Set.of(Metric.Category.SERVING, Metric.Category.ACCEPTANCE),
          "deploy", Set.of(Metric.Category.SERVING),
          "redteam", Set.of(Metric.Category.SAFETY));

  private static final List<String> SECTIONS = List.of("metrics", "change", "results");

  private final Plan plan;
  private final Scope in;
  private final Completions to;

  MetricCompletions(Plan plan, Scope in, Completions to) {
    this.plan = plan;
    this.in = in;
    this.to = to;
  }

  /** Metrics at the start of a member: those that the report names elsewhere, then others. */
  void metrics(Set<String> written, boolean goesOn) {
    Set<String> own =
        new LinkedHashSet<>(in.symbol().map(MetricCompletions::named).orElse(Set.of()));
    own.removeAll(written);
    if (Metrics.find(to.typed()).isEmpty()) {
      own.remove(to.typed());
    }
    if (in.spec().content() == Content.CRITERIA) {
      to.changing();
    }
    own.forEach(name -> metric(name, Metrics.find(name), goesOn));
    for (Metric metric : suited()) {
      if (!own.contains(metric.name()) && !written.contains(metric.name())) {
        metric(metric.name(), Optional.of(metric), goesOn);
      }
    }
  }

  /** Metrics behind the name of a dataset and a dot. */
  void members() {
    metrics(Set.of(), true);
  }

  private void metric(String name, Optional<Metric> metric, boolean goesOn) {
    boolean parametric = name.endsWith("@k");
    String behind = goesOn ? "" : behind(name, metric);
    String shown = parametric ? name.replace("@k", "@1") : name;
    to.add(
        Completion.of(
                name,
                ItemKind.METRIC,
                metric.map(known -> known.title().in(to.language())).orElse(""),
                () -> metric.map(known -> to.descriptions().metric(known)).orElse(NOTHING))
            .inserting(shown + behind)
            .withPlaces(
                parametric
                    ? Optional.of(name.replace("@k", "@${1:1}") + behind)
                    : Optional.empty()));
  }

  /** A metric typed in full may be all that is meant: measured, but not gated. */
  private String behind(String name, Optional<Metric> metric) {
    boolean whole = in.spec().content() == Content.CRITERIA && to.typed().equals(name);
    if (whole) {
      return "";
    }
    return in.spec().content() == Content.RESULTS ? ": " : comparison(metric);
  }

  private static String comparison(Optional<Metric> metric) {
    return " " + usual(metric).symbol() + " ";
  }

  private static Operator usual(Optional<Metric> metric) {
    boolean lower = metric.filter(known -> known.direction() == Metric.Direction.LOWER).isPresent();
    return lower ? Operator.AT_MOST : Operator.AT_LEAST;
  }

  /** Those first that suit the stage, then what the project is for, then any project. */
  private List<Metric> suited() {
    Set<String> tasks =
        Set.copyOf(
            plan.project().map(project -> project.attributes().words("task")).orElse(List.of()));
    Set<Metric.Category> usual =
        in.symbol().flatMap(Symbol::kind).map(kind -> USUAL.get(kind.word())).orElse(Set.of());
    List<Metric> all = new ArrayList<>(Metrics.all());
    all.sort(
        Comparator.comparing((Metric metric) -> !usual.contains(metric.category()))
            .thenComparing(
                metric ->
                    metric.tasks().stream().anyMatch(tasks::contains)
                        ? 0
                        : metric.tasks().isEmpty() ? 1 : 2));
    return all;
  }

  /** Comparisons, the one first that the metric is usually compared with. */
  void operators(String metric) {
    List<Operator> all = new ArrayList<>(List.of(Operator.values()));
    Operator first = usual(Metrics.find(metric));
    all.remove(first);
    all.add(0, first);
    for (Operator operator : all) {
      to.add(
          Completion.of(operator.symbol(), ItemKind.OPERATOR, "", () -> NOTHING)
              .inserting(operator.symbol() + " "));
    }
    to.sure();
  }

  /** The same metric of other reports. */
  void figures(String metric) {
    if (in.symbol().isEmpty()) {
      return;
    }
    for (References.Candidate candidate : References.fitting(plan, in.symbol().get(), REPORT)) {
      if (named(candidate.symbol()).contains(metric)) {
        to.add(
            candidate.text() + "." + metric,
            ItemKind.REFERENCE,
            to.descriptions().shortly(candidate.symbol()),
            () -> to.descriptions().symbol(plan, candidate.symbol()));
      }
    }
  }

  /** The metrics that a report names, in the order of the text. */
  static Set<String> named(Symbol report) {
    Set<String> names = new LinkedHashSet<>();
    for (String section : SECTIONS) {
      report
          .attributes()
          .section(section)
          .map(Attributes::members)
          .ifPresent(members -> members.forEach(member -> name(member, names)));
    }
    return names;
  }

  private static void name(Member member, Set<String> names) {
    if (member instanceof Member.Criterion criterion) {
      names.add(criterion.metric().text());
    } else if (member instanceof Member.Bare bare && !bare.broken()) {
      names.add(bare.path().text());
    } else if (member instanceof Member.Property result) {
      names.add(result.key().text());
    }
  }
}
