package dev.genplan.plan;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metric.Scale;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Type;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Units;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/** Checks the figures of metrics, wanted and measured. */
final class CheckerMetricFigures {

  private static final Type.Number ANY =
      new Type.Number(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  private final CheckerFindings findings;
  private final CheckerNumbers numbers;

  CheckerMetricFigures(CheckerFindings findings) {
    this.findings = findings;
    this.numbers = new CheckerNumbers(findings);
  }

  /**
   * Checks what a metric is compared with. Whether a word names another report's metric is not seen
   * here.
   *
   * @param metric empty if nothing is known of it
   * @param difference whether the figure is a difference, which may be negative
   */
  void wanted(String name, Optional<Metric> metric, Value value, boolean difference) {
    if (value instanceof Value.Reference) {
      return;
    } else if (value instanceof Value.Quantity quantity) {
      figure(name, metric, quantity, difference);
      return;
    }
    findings.add(
        CheckerCode.WRONG_TYPE,
        findings.literal(value),
        Localized.of(
                "`{0}` is compared with a number, or with another report's metric such as"
                    + " `baseline.{0}`, not with {1}",
                "`{0}` 应与数字或其他报告的指标（例如 `baseline.{0}`）比较，而不是{1}")
            .with(name, CheckerPhrases.found(value)));
  }

  /** Checks a measured figure, or several whose sources disagree. */
  void measured(String name, Optional<Metric> metric, Value value) {
    if (value instanceof Value.Sequence sequence) {
      sequence.elements().forEach(element -> measured(name, metric, element));
    } else if (value instanceof Value.Quantity
        || value instanceof Value.Range
        || value instanceof Value.Bound) {
      figure(name, metric, value, false);
    } else if (!isUnknown(value)) {
      findings.add(
          CheckerCode.WRONG_TYPE,
          findings.literal(value),
          Localized.of("The result of `{0}` is a number, not {1}", "`{0}` 的结果应为数字，而不是{1}")
              .with(name, CheckerPhrases.found(value)));
    }
  }

  private static boolean isUnknown(Value value) {
    return value instanceof Value.Reference reference && reference.text().equals("unknown");
  }

  private void figure(String name, Optional<Metric> metric, Value value, boolean difference) {
    if (metric.isPresent()) {
      Type type = type(metric.get().range(), difference);
      String example = example(metric.get());
      numbers.check(new CheckerNumbers.Expected(name, type, example, true, difference), value);
    } else {
      CheckerNumbers.last(value)
          .unit()
          .ifPresent(unit -> new CheckerUnits(findings).measures(name, List.of(), unit));
    }
  }

  private static Type type(Metric.Range range, boolean difference) {
    return switch (range.scale()) {
      case SHARE -> new Type.Share();
      case NUMBER -> difference ? ANY : new Type.Number(false, range.min(), range.max());
      case QUANTITY -> new Type.Quantity(range.measures(), false, false);
    };
  }

  private static String example(Metric metric) {
    return metric.range().scale() == Scale.QUANTITY
        ? "100 " + unit(metric.range().measures().get(0))
        : "";
  }

  private static String unit(Measure measure) {
    return usual(measure.of()) + measure.per().map(per -> "/" + usual(per)).orElse("");
  }

  private static String usual(Dimension dimension) {
    return Units.of(dimension).stream().findFirst().map(UnitWord::word).orElse("");
  }
}
