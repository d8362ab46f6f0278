package dev.genplan.editing;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.editing.Caret.Target;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Units;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Units behind a number: those of what the property measures, and no others. */
final class UnitCompletions {

  private final Completions to;
  private final Set<String> offered = new LinkedHashSet<>();

  UnitCompletions(Completions to) {
    this.to = to;
  }

  void add(Caret.InUnit caret) {
    String example = caret.target() instanceof Target.Of of ? exampleUnit(of.property()) : "";
    for (Measure measure : measures(caret.target())) {
      if (caret.numerator().isEmpty()) {
        numerator(measure, example, caret.number().equals("1"));
        to.sure();
      } else if (measure.per().isPresent() && isOf(caret.numerator().get(), measure.of())) {
        int slash = example.indexOf('/');
        Units.find(word(example.substring(slash + 1)))
            .filter(unit -> slash > 0 && unit.dimension() == measure.per().get())
            .ifPresent(unit -> unit(unit.word(), unit));
        Units.of(measure.per().get()).forEach(unit -> unit(unit.word(), unit));
      }
    }
  }

  private static boolean isOf(String word, Dimension dimension) {
    return Units.find(word)
        .filter(unit -> Units.interchangeable(unit.dimension(), dimension))
        .isPresent();
  }

  /** A rate is offered whole, per what the property's example has it per. */
  private void numerator(Measure measure, String example, boolean one) {
    String per = "";
    if (measure.per().isPresent()) {
      List<UnitWord> usual = Units.of(measure.per().get());
      int slash = example.indexOf('/');
      boolean fits = slash > 0 && isOf(word(example.substring(slash + 1)), measure.per().get());
      per = "/" + (fits ? example.substring(slash + 1) : usual.get(0).word());
    }
    List<UnitWord> units = new ArrayList<>(Units.of(measure.of()));
    String first =
        word(example.contains("/") ? example.substring(0, example.indexOf('/')) : example);
    for (UnitWord unit : units) {
      if (unit.word().equals(first)) {
        unit(word(unit, one) + per, unit);
      }
    }
    for (UnitWord unit : units) {
      unit(word(unit, one) + per, unit);
    }
  }

  /** The word behind a number: {@code 1 day}, {@code 2 days}. */
  private static String word(UnitWord unit, boolean one) {
    String word = unit.word();
    if (!one || !word.endsWith("s") || word.length() < 3) {
      return word;
    }
    return Units.find(word.substring(0, word.length() - 1))
        .filter(singular -> singular.dimension() == unit.dimension())
        .filter(singular -> singular.factor() == unit.factor())
        .map(UnitWord::word)
        .orElse(word);
  }

  private void unit(String text, UnitWord unit) {
    if (offered.add(text)) {
      to.add(
          text, ItemKind.UNIT, unit.title().in(to.language()), () -> to.descriptions().unit(unit));
    }
  }

  private static List<Measure> measures(Target target) {
    if (target instanceof Target.Of of) {
      List<Measure> measures = new ArrayList<>();
      measures(of.property().type(), measures);
      return measures;
    }
    return target instanceof Target.OfMetric metric
        ? Metrics.find(metric.metric())
            .map(Metric::range)
            .map(Metric.Range::measures)
            .orElse(List.of())
        : List.of();
  }

  private static void measures(Type type, List<Measure> measures) {
    if (type instanceof Type.Quantity quantity) {
      measures.addAll(quantity.measures());
    } else if (type instanceof Type.Either either) {
      either.types().forEach(one -> measures(one, measures));
    }
  }

  /** The unit in the property's example: {@code USD/hour} of {@code 1.80 USD/hour}. */
  private static String exampleUnit(Property property) {
    String example = property.example();
    int block = example.indexOf('{');
    String value = (block < 0 ? example : example.substring(0, block)).strip();
    int space = value.indexOf(' ');
    return space < 0 ? "" : value.substring(space + 1).strip();
  }

  /** The letters at the end: {@code tokens} of {@code 1M tokens}. */
  private static String word(String unit) {
    int space = unit.lastIndexOf(' ');
    return space < 0 ? unit : unit.substring(space + 1);
  }
}
