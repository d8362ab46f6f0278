package dev.genplan.diagram;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The figures about a whole plan: those that it states, added up, and what they leave. */
final class Totals {

  private final Plan plan;
  private final Schedule schedule;
  private final List<Diagnostic> findings;
  private final List<Total> totals = new ArrayList<>();

  private Totals(Plan plan, Schedule schedule, List<Diagnostic> findings) {
    this.plan = plan;
    this.schedule = schedule;
    this.findings = findings;
  }

  static List<Total> of(Plan plan, Schedule schedule, List<Diagnostic> findings) {
    Totals all = new Totals(plan, schedule, findings);
    all.stages();
    all.time();
    all.deadline();
    all.money();
    all.acceleratorHours();
    all.people();
    all.labels();
    all.found();
    return all.totals;
  }

  private void add(Localized label, Message value) {
    totals.add(new Total(label, value, Optional.empty()));
  }

  private void add(Localized label, Message value, Message note) {
    totals.add(new Total(label, value, Optional.of(note)));
  }

  private static Message of(Object value) {
    return Localized.same("{0}").with(value);
  }

  private void stages() {
    Localized label = Localized.of("Stages", "阶段");
    int all = schedule.bars().size();
    long conditional = count(Node.Presence.CONDITIONAL);
    long skipped = count(Node.Presence.SKIPPED);
    if (conditional == 0 && skipped == 0) {
      add(label, of(all));
    } else if (skipped == 0) {
      add(label, of(all), Localized.of("{0} conditional", "{0} 个有条件").with(conditional));
    } else {
      add(
          label,
          of(all),
          Localized.of("{0} conditional, {1} skipped", "{0} 个有条件，{1} 个跳过")
              .with(conditional, skipped));
    }
  }

  private long count(Node.Presence presence) {
    return schedule.bars().stream().filter(bar -> bar.node().presence() == presence).count();
  }

  private void time() {
    List<Bar> counted =
        schedule.bars().stream()
            .filter(bar -> bar.basis() != Bar.Basis.ONGOING)
            .filter(bar -> bar.node().family() != Family.ROUNDS)
            .filter(bar -> bar.node().presence() != Node.Presence.SKIPPED)
            .toList();
    long assumed = counted.stream().filter(bar -> bar.basis() == Bar.Basis.ASSUMED).count();
    if (counted.isEmpty()) {
      return;
    }
    add(
        Localized.of("Time", "时间"),
        Phrases.duration(schedule.end()),
        assumed == 0
            ? Localized.of("all durations are stated", "时长均已写明").with()
            : Localized.of("{0} of {1} durations are assumed", "{1} 个时长中有 {0} 个是假定的")
                .with(assumed, counted.size()));
  }

  private void deadline() {
    if (schedule.deadline().isEmpty()) {
      return;
    }
    Localized label = Localized.of("Deadline", "截止日期");
    Message day = of(schedule.deadline().get());
    Optional<Interval> left = schedule.left();
    if (left.isEmpty()) {
      add(label, day);
    } else if (left.get().low() >= 0) {
      add(label, day, Localized.of("{0} left", "剩余 {0}").with(Phrases.duration(left.get())));
    } else if (left.get().high() <= 0) {
      Interval late = new Interval(-left.get().high(), -left.get().low());
      add(label, day, Localized.of("missed by {0}", "超期 {0}").with(Phrases.duration(late)));
    } else {
      add(
          label,
          day,
          Localized.of("{0} left at best, missed by {1} at worst", "最好时剩余 {0}，最坏时超期 {1}")
              .with(
                  Phrases.duration(Interval.of(left.get().high())),
                  Phrases.duration(Interval.of(-left.get().low()))));
    }
  }

  private void money() {
    Map<String, Interval> costs = Costs.of(plan);
    Optional<Amount> budget =
        plan.project().flatMap(project -> project.attributes().amount("budget"));
    costs.forEach(
        (currency, cost) ->
            add(
                Localized.of("Cost", "费用"),
                money(cost, currency),
                Localized.of("as far as stated", "仅计已写明的部分").with()));
    if (budget.isEmpty()) {
      return;
    }
    String currency = budget.get().unit();
    Interval all = Interval.of(budget.get());
    Interval cost = costs.getOrDefault(currency, Interval.ZERO);
    Localized label = Localized.of("Budget", "预算");
    Interval left = new Interval(all.low() - cost.high(), all.high() - cost.low());
    if (cost.equals(Interval.ZERO)) {
      add(label, money(all, currency));
    } else if (left.low() >= 0) {
      add(
          label,
          money(all, currency),
          Localized.of("{0} left", "剩余 {0}").with(money(left, currency)));
    } else {
      add(
          label,
          money(all, currency),
          Localized.of("exceeded by up to {0}", "最多超支 {0}")
              .with(money(Interval.of(-left.low()), currency)));
    }
  }

  private static Message money(Interval amount, String currency) {
    return Localized.same("{0} {1}").with(Phrases.number(amount), currency);
  }

  private void acceleratorHours() {
    Interval hours = Interval.ZERO;
    int unknown = 0;
    for (Symbol stage : running()) {
      Optional<Interval> known = Costs.acceleratorHours(stage);
      hours = known.isPresent() ? hours.plus(known.get()) : hours;
      unknown += known.isEmpty() && Durations.compute(stage).isPresent() ? 1 : 0;
    }
    if (hours.high() == 0) {
      return;
    }
    Localized label = Localized.of("Accelerator-hours", "卡时");
    if (unknown == 0) {
      add(label, Phrases.number(hours));
    } else {
      add(
          label,
          Phrases.number(hours),
          Localized.of("and those of {0} more stages", "另有 {0} 个阶段未写明").with(unknown));
    }
  }

  private List<Symbol> running() {
    return plan.symbols().stream().filter(Symbol::isStage).filter(Costs::counts).toList();
  }

  private void people() {
    Optional<Attributes> team =
        plan.project().flatMap(project -> project.attributes().section("team"));
    if (team.isPresent()) {
      Interval all = Interval.ZERO;
      List<String> roles = new ArrayList<>();
      for (Member member : team.get().members()) {
        if (member instanceof Member.Property role) {
          Optional<Interval> number = role.value().flatMap(Amount::of).map(Interval::of);
          all = all.plus(number.orElse(Interval.ZERO));
          roles.add(role.key().text());
        }
      }
      if (all.high() > 0) {
        add(Localized.of("People", "人员"), Phrases.number(all), of(String.join(", ", roles)));
      }
    }
    Interval effort = Interval.ZERO;
    for (Symbol stage : running()) {
      effort = effort.plus(Costs.allRounds(stage, "effort").orElse(Interval.ZERO));
    }
    if (effort.high() > 0) {
      add(
          Localized.of("Effort", "人力"),
          Localized.of("{0} person-days", "{0} 人日").with(Phrases.number(effort.times(1 / 8.0))));
    }
  }

  private void labels() {
    Map<Dimension, Interval> pieces = new TreeMap<>();
    for (Symbol stage : running()) {
      Optional<Dimension> dimension =
          stage.attributes().amount("collect").flatMap(Amount::measure).map(Measure::of);
      Optional<Interval> all = Costs.allRounds(stage, "collect");
      if (stage.is("feedback") && dimension.isPresent() && all.isPresent()) {
        pieces.merge(dimension.get(), all.get(), Interval::plus);
      }
    }
    pieces.forEach((dimension, all) -> add(label(dimension), Phrases.number(all)));
  }

  private static Localized label(Dimension dimension) {
    return switch (dimension) {
      case COMPARISONS -> Localized.of("Comparisons", "比较");
      case RANKINGS -> Localized.of("Rankings", "排序");
      case LABELS -> Localized.of("Labels", "标签");
      default -> Localized.of("Written by people", "人工撰写");
    };
  }

  private void found() {
    List<Message> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long number = findings.stream().filter(each -> each.severity() == severity).count();
      if (number > 0) {
        parts.add(phrase(severity, number).with(number));
      }
    }
    Localized label = Localized.of("Findings", "问题");
    if (parts.isEmpty()) {
      add(label, Localized.of("none", "无").with());
      return;
    }
    Message all = parts.get(0);
    for (Message part : parts.subList(1, parts.size())) {
      all = Localized.of("{0}, {1}", "{0}、{1}").with(all, part);
    }
    add(label, all);
  }

  private static Localized phrase(Severity severity, long count) {
    boolean one = count == 1;
    return switch (severity) {
      case ERROR -> Localized.of(one ? "{0} error" : "{0} errors", "{0} 个错误");
      case WARNING -> Localized.of(one ? "{0} warning" : "{0} warnings", "{0} 个警告");
      case INFORMATION -> Localized.of(one ? "{0} note" : "{0} notes", "{0} 条说明");
      case HINT -> Localized.of(one ? "{0} hint" : "{0} hints", "{0} 条提示");
    };
  }
}
