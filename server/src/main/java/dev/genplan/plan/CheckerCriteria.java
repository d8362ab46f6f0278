package dev.genplan.plan;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metric.Direction;
import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.BlockSpec.Content;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Operator;
import dev.genplan.syntax.Path;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/** Checks what is wanted of metrics and what was measured. */
final class CheckerCriteria {

  private final CheckerFindings findings;
  private final CheckerValues values;
  private final CheckerMetricFigures figures;

  CheckerCriteria(CheckerFindings findings, CheckerValues values) {
    this.findings = findings;
    this.values = values;
    this.figures = new CheckerMetricFigures(findings);
  }

  /** Checks {@code metric op value} wherever it stands. */
  void criterion(CheckerScope scope, Block block, Member.Criterion criterion) {
    Path path = criterion.metric();
    Optional<Property> property =
        path.isSimple() ? scope.find(path.text()) : Optional.<Property>empty();
    Content content = scope.spec().content();
    if (property.isPresent()) {
      propertyAsCriterion(property.get(), criterion);
    } else if (content == Content.RESULTS) {
      criterionAsResult(scope, criterion);
    } else if (content == Content.CRITERIA || content == Content.GATED_CRITERIA) {
      wanted(scope, criterion);
    } else {
      misplaced(scope, block, criterion);
    }
  }

  private void wanted(CheckerScope scope, Member.Criterion criterion) {
    Optional<Metric> metric = metric(findings, criterion.metric());
    metric.ifPresent(known -> direction(scope, known, criterion));
    if (criterion.value().isPresent()) {
      Value value = criterion.value().get();
      boolean difference = scope.word().equals("change");
      figures.wanted(criterion.metric().last().text(), metric, value, difference);
      values.block(
          Optional.of(scope), criterion.metric().text(), Schema.criterionQualifiers(), true, value);
    }
  }

  /** Checks {@code metric: value} in results. */
  void result(CheckerScope scope, Member.Property member) {
    Optional<Metric> metric = metric(findings, member.key());
    if (member.value().isPresent()) {
      Value value = member.value().get();
      figures.measured(member.key().last().text(), metric, value);
      for (Value figure : Attributes.elements(value)) {
        values.block(Optional.of(scope), member.key().text(), List.of(), true, figure);
      }
    }
  }

  /** Checks the name of a metric; of an unknown one, this is noted. */
  static Optional<Metric> metric(CheckerFindings findings, Path path) {
    String written = path.last().text();
    Optional<Metric> known = Metrics.find(written);
    if (known.isEmpty()) {
      CheckerWords.unknownMetric(findings, path.last().span(), written);
    } else if (!isCalled(known.get(), written)) {
      String name = rightName(known.get(), written);
      findings.add(
          CheckerCode.UNKNOWN_METRIC,
          path.last().span(),
          CheckerPhrases.called(written, name),
          CheckerFixes.rename(path.last().span(), name));
    }
    return known;
  }

  private static boolean isCalled(Metric metric, String written) {
    return rightName(metric, written).equals(written);
  }

  private static String rightName(Metric metric, String written) {
    int at = written.indexOf('@');
    return metric.parametric() && at >= 0
        ? metric.name().substring(0, metric.name().indexOf('@')) + written.substring(at)
        : metric.name();
  }

  /** Notes a criterion that a worse model passes more easily. */
  private void direction(CheckerScope scope, Metric metric, Member.Criterion criterion) {
    Operator operator = criterion.operator();
    if (operator == Operator.EQUAL) {
      return;
    }
    boolean asksForHigh = operator == Operator.AT_LEAST || operator == Operator.MORE;
    boolean higherIsBetter = metric.direction() == Direction.HIGHER;
    boolean triggers = triggers(scope);
    if (asksForHigh == (higherIsBetter != triggers)) {
      return;
    }
    Span span = operator(criterion);
    String meant = opposite(operator).symbol();
    findings.add(
        CheckerCode.CRITERION_DIRECTION,
        span,
        direction(triggers, higherIsBetter)
            .with(criterion.metric().text(), operator.symbol(), meant),
        CheckerFixes.suggest(span, meant));
  }

  /** Whether criteria name the bad values here, at which something is to happen. */
  private static boolean triggers(CheckerScope scope) {
    return scope.word().equals("rollback");
  }

  private static Localized direction(boolean triggers, boolean higherIsBetter) {
    if (triggers) {
      return higherIsBetter
          ? Localized.of(
              "A higher `{0}` is better, but `{1}` rolls back when it is high; did you mean `{2}`?",
              "`{0}` 越高越好，而 `{1}` 会在它偏高时回滚，是否想写 `{2}`？")
          : Localized.of(
              "A lower `{0}` is better, but `{1}` rolls back when it is low; did you mean `{2}`?",
              "`{0}` 越低越好，而 `{1}` 会在它偏低时回滚，是否想写 `{2}`？");
    }
    return higherIsBetter
        ? Localized.of(
            "A higher `{0}` is better, but `{1}` asks for a low one; did you mean `{2}`?",
            "`{0}` 越高越好，而 `{1}` 要求它偏低，是否想写 `{2}`？")
        : Localized.of(
            "A lower `{0}` is better, but `{1}` asks for a high one; did you mean `{2}`?",
            "`{0}` 越低越好，而 `{1}` 要求它偏高，是否想写 `{2}`？");
  }

  private static Operator opposite(Operator operator) {
    return switch (operator) {
      case AT_LEAST -> Operator.AT_MOST;
      case AT_MOST -> Operator.AT_LEAST;
      case MORE -> Operator.LESS;
      case LESS -> Operator.MORE;
      case EQUAL -> Operator.EQUAL;
    };
  }

  private void propertyAsCriterion(Property property, Member.Criterion criterion) {
    findings.add(
        CheckerCode.WRONG_SHAPE,
        operator(criterion),
        Localized.of("`{0}` takes a value: `{1}`", "`{0}` 应写成带值的属性：`{1}`")
            .with(property.name(), property.name() + ": " + CheckerPhrases.example(property)),
        criterion
            .value()
            .map(value -> List.of(asProperty(property, criterion, value)))
            .orElse(List.of()));
  }

  private LocalFix asProperty(Property property, Member.Criterion criterion, Value value) {
    Span gap = new Span(criterion.metric().end(), value.start());
    String text = property.world() ? ": " + criterion.operator().symbol() + " " : ": ";
    String shown = property.name() + text + CheckerPhrases.shown(value);
    return CheckerFixes.write(gap, text, shown, property.world());
  }

  private void criterionAsResult(CheckerScope scope, Member.Criterion criterion) {
    String metric = criterion.metric().text();
    Message message =
        Localized.of("`{0}` holds what was measured: `{1}`", "`{0}` 里写的是实测结果：`{1}`")
            .with(
                scope.word(),
                metric + ": " + criterion.value().map(CheckerPhrases::shown).orElse("…"));
    List<LocalFix> fixes =
        criterion
            .value()
            .map(
                value ->
                    CheckerFixes.write(
                        new Span(criterion.metric().end(), value.start()),
                        ": ",
                        metric + ": " + CheckerPhrases.shown(value),
                        criterion.operator() == Operator.EQUAL))
            .map(List::of)
            .orElse(List.of());
    findings.add(CheckerCode.WRONG_SHAPE, operator(criterion), message, fixes);
  }

  private void misplaced(CheckerScope scope, Block block, Member.Criterion criterion) {
    boolean possible = scope.spec().property("metrics").isPresent();
    String shown =
        "metrics { "
            + criterion.metric().text()
            + " "
            + criterion.operator().symbol()
            + " "
            + criterion.value().map(CheckerPhrases::shown).orElse("…")
            + " }";
    findings.add(
        CheckerCode.MISPLACED_MEMBER,
        criterion.span(),
        possible
            ? Localized.of("A criterion stands in `metrics`: `{0}`", "指标要求应写在 `metrics` 里：`{0}`")
                .with(shown)
            : Localized.of(
                    "A criterion stands in the `metrics` of an evaluation, not in `{0}`",
                    "指标要求应写在评测的 `metrics` 里，不能写在 `{0}` 里")
                .with(scope.word()),
        possible && findings.isFree(block, "metrics")
            ? List.of(CheckerFixes.wrap(criterion.span(), "metrics { ", " }", shown, true))
            : List.of());
  }

  /** Whether an unknown {@code name: value} in such a block is about a metric. */
  boolean isMeant(CheckerScope scope, Member.Property member) {
    return scope.spec().properties().isEmpty()
        || Metrics.find(member.key().last().text()).isPresent();
  }

  /** Speaks of {@code metric: value} where a criterion is expected. */
  void notMeasured(CheckerScope scope, Member.Property member) {
    Optional<Metric> metric = Metrics.find(member.key().last().text());
    boolean lower = metric.isPresent() && metric.get().direction() == Direction.LOWER;
    String operator = lower == triggers(scope) ? ">=" : "<=";
    Optional<Value> value = member.value();
    boolean bound = value.isPresent() && value.get() instanceof Value.Bound;
    String shown = value.map(CheckerPhrases::shown).orElse("…");
    findings.add(
        CheckerCode.WRONG_SHAPE,
        member.key().span(),
        Localized.of("Write a comparison in `{0}`: `{1}`", "`{0}` 里的指标要写成比较：`{1}`")
            .with(
                scope.word(), member.key().text() + " " + (bound ? shown : operator + " " + shown)),
        value.map(found -> List.of(asCriterion(member, found, operator))).orElse(List.of()));
  }

  private LocalFix asCriterion(Member.Property member, Value value, String operator) {
    Span gap = new Span(member.key().end(), value.start());
    String metric = member.key().text();
    return value instanceof Value.Bound
        ? CheckerFixes.write(gap, " ", metric + " " + CheckerPhrases.shown(value), true)
        : CheckerFixes.write(
            gap,
            " " + operator + " ",
            metric + " " + operator + " " + CheckerPhrases.shown(value),
            false);
  }

  /** Speaks of a metric alone where a figure is expected. */
  void withoutFigure(CheckerScope scope, Member.Bare bare) {
    String metric = bare.path().text();
    boolean results = scope.spec().content() == Content.RESULTS;
    findings.add(
        CheckerCode.WRONG_SHAPE,
        bare.span(),
        results
            ? Localized.of("`{0}` needs its result: `{1}`", "`{0}` 缺少结果：`{1}`")
                .with(metric, metric + ": …")
            : Localized.of("`{0}` alone says nothing in `{2}`: `{1}`", "`{2}` 里不能只写 `{0}`：`{1}`")
                .with(metric, metric + " >= …", scope.word()));
  }

  private Span operator(Member.Criterion criterion) {
    return findings.token(TokenKind.OPERATOR, criterion.metric().end(), criterion.end());
  }
}
