package dev.genplan.rules;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Training;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that a training stage states, of its own or as an option of its method, to be compared
 * with what published runs use.
 *
 * @param stage the stage
 * @param value where it stands
 * @param number in base units
 */
public record Setting(Symbol stage, Value value, double number) {

  private static final Localized USE = Localized.of("Use {0}", "改为 {0}");

  /** Optimizers for which learning rates are published; those of others are of another order. */
  private static final List<String> ADAM = List.of("adamw", "adamw-8bit", "paged-adamw-8bit");

  /** What a stage states; empty if that is nothing or no single number. */
  public static Optional<Setting> of(Training training, String property) {
    return of(training.symbol(), training.attributes(), property);
  }

  /** What a method of a stage states; empty if that is nothing or no single number. */
  public static Optional<Setting> of(Training training, Tag method, String option) {
    return of(training.symbol(), method.options(), option);
  }

  /** The learning rate of a stage that trains with Adam, as all do that name no optimizer. */
  public static Optional<Setting> learningRate(Training training) {
    Attributes attributes = training.attributes();
    boolean adam =
        !attributes.has("optimizer") || ADAM.contains(attributes.word("optimizer").orElse(""));
    return adam ? of(training, "learning-rate") : Optional.empty();
  }

  /** The global batch of a stage, where it counts examples or does not say what it counts. */
  public static Optional<Setting> batch(Training training) {
    boolean other =
        training
            .attributes()
            .amount("batch")
            .flatMap(Amount::measure)
            .filter(measure -> !measure.equals(Measure.of(Dimension.ITEMS)))
            .isPresent();
    return other ? Optional.empty() : of(training, "batch");
  }

  private static Optional<Setting> of(Symbol stage, Attributes attributes, String name) {
    OptionalDouble number = attributes.number(name);
    return number.isPresent()
        ? attributes.value(name).map(value -> new Setting(stage, value, number.getAsDouble()))
        : Optional.empty();
  }

  /** The figure as it stands in the plan, without what qualifies it. */
  public String written() {
    return stage.figure(value);
  }

  private Location location() {
    return stage.locate(new Span(value.start(), value.start() + written().length()));
  }

  /**
   * Reports it.
   *
   * @param message with the figure as written for {@code {0}}
   * @param more what stands for {@code {1}} and so on
   */
  public Reporter.Finding report(Reporter reporter, Localized message, Object... more) {
    Object[] all = new Object[more.length + 1];
    all[0] = written();
    System.arraycopy(more, 0, all, 1, more.length);
    return reporter.report(stage, stage.locate(value), message.with(all));
  }

  /** A repair that writes another figure in its place and leaves what qualifies it. */
  public Fix instead(String figure) {
    return new Fix(USE.with(figure), false, List.of(new Edit(location(), figure)));
  }
}
