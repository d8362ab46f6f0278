package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Units;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.Value;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan leaves unsaid, to be shown between its words. Few things only: what a stage does by
 * default where that shapes what it makes; that a model is in truth an adapter or a system; rates
 * and totals in the unit in which people compare them.
 */
public final class Hints {

  private static final Localized PER_DAY = Localized.of("≈ {0} {1}/day", "≈ {0} {1}/天");
  private static final Localized PER_MONTH = Localized.of("≈ {0} {1} in 30 days", "30 天约 {0} {1}");
  private static final Localized FLOP = Localized.of("≈ {0} FLOP", "≈ {0} FLOP");
  private static final Localized DEVICE_YEARS =
      Localized.of("≈ {0} years of one accelerator", "≈ 单卡 {0} 年");

  private static final double DAY = 24 * 3600;
  private static final double MONTH = 30 * DAY;
  private static final double YEAR = 365.2425 * DAY;

  /** From here on, hours of accelerators are no figure that anybody can imagine. */
  private static final double MANY_HOURS = 10_000;

  private static final List<Property> OF_EVERY_STAGE = Schema.stageProperties();

  /** Something to show. */
  public sealed interface Hint {
    /** Where, in the file. */
    int offset();

    /** What is shown. */
    String label();

    /**
     * What holds since nothing else is said.
     *
     * @param in the declaration that does not say it
     * @param text what to insert to say it
     */
    record Default(int offset, String label, Symbol in, Property property, String text)
        implements Hint {}

    /** What a name stands for. */
    record Made(int offset, String label, Symbol symbol) implements Hint {}

    /** A figure in another unit. */
    record Converted(int offset, String label) implements Hint {}
  }

  private final Plan plan;
  private final Span range;
  private final Language language;
  private final List<Hint> hints = new ArrayList<>();

  private Hints(Plan plan, Span range, Language language) {
    this.plan = plan;
    this.range = range;
    this.language = language;
  }

  /** The hints inside a range of the plan's own file, in the order of the text. */
  public static List<Hint> of(Plan plan, Span range, Language language) {
    Hints hints = new Hints(plan, range, language);
    for (Symbol symbol : plan.own()) {
      Span span = symbol.locate(symbol.node()).span();
      if (span.touches(range.start()) || range.touches(span.start())) {
        hints.defaults(symbol);
        symbol.links().forEach(hints::made);
        if (symbol.parent().isEmpty()) {
          hints.figures(symbol, symbol.node());
        }
        hints.hours(symbol);
      }
    }
    hints.hints.sort(Comparator.comparingInt(Hint::offset));
    return hints.hints;
  }

  /** What there is to say about a default. */
  public static Markup explain(Property property, Surroundings surroundings) {
    return new Descriptions(surroundings).property(property);
  }

  /** What there is to say about a name. */
  public static Markup explain(Plan plan, Symbol symbol, Surroundings surroundings) {
    return new Descriptions(surroundings).symbol(plan, symbol);
  }

  private void add(Hint hint) {
    if (range.touches(hint.offset())) {
      hints.add(hint);
    }
  }

  private void defaults(Symbol symbol) {
    Optional<Block> body = symbol.node().body();
    if (!symbol.isStage() || body.isEmpty()) {
      return;
    }
    int offset = symbol.base() + body.get().start() + 1;
    for (Property property : symbol.attributes().spec().properties()) {
      if (isTelling(property)
          && !symbol.attributes().has(property.name())
          && holds(symbol, property)) {
        String text = property.name() + ": " + property.fallback().orElseThrow();
        add(new Hint.Default(offset, text, symbol, property, inserted(symbol, body.get(), text)));
      }
    }
  }

  /** A word of this kind of stage; what any stage can say has defaults that go without saying. */
  private static boolean isTelling(Property property) {
    boolean word = property.type() instanceof Type.Word || property.type() instanceof Type.Tagged;
    return word && property.fallback().isPresent() && !OF_EVERY_STAGE.contains(property);
  }

  /** Whether the default is what happens: a stage that starts from an adapter goes on with it. */
  private static boolean holds(Symbol symbol, Property property) {
    return !property.name().equals("method")
        || symbol.targets("model").stream()
            .allMatch(model -> model.makes().filter(FlowType.ADAPTER::equals).isEmpty());
  }

  /** The member as it has to be inserted behind the brace. */
  private String inserted(Symbol symbol, Block body, String text) {
    String file = plan.source().tree().text();
    int open = symbol.base() + body.start() + 1;
    if (body.members().isEmpty()) {
      return " " + text;
    }
    int first = symbol.base() + body.members().get(0).start();
    String between = file.substring(open, Math.max(open, first));
    return between.isBlank() && between.contains("\n") ? between + text : " " + text + ",";
  }

  private void made(Link link) {
    Optional<Symbol> symbol = link.symbol();
    Optional<FlowType> type = symbol.flatMap(Symbol::makes);
    if (link.expected().target() != Type.Target.ARTIFACT || type.isEmpty()) {
      return;
    }
    boolean surprising =
        switch (type.get()) {
          case ADAPTER, SYSTEM -> true;
          case REWARD, ENCODER -> link.expected().admits(FlowType.MODEL);
          default -> false;
        };
    if (surprising) {
      String phrase = type.get().phrase().in(language);
      String bare = language == Language.ENGLISH ? phrase.replaceFirst("^an? ", "") : phrase;
      int end = link.location().span().end();
      add(
          new Hint.Made(
              end, language == Language.ENGLISH ? ": " + bare : "：" + bare, symbol.get()));
    }
  }

  private void figures(Symbol symbol, Node node) {
    if (node instanceof Value.Quantity quantity && quantity.unit().isPresent()) {
      int end = symbol.base() + quantity.unit().get().end();
      converted(symbol, quantity).ifPresent(label -> add(new Hint.Converted(end, label)));
    }
    node.children().forEach(child -> figures(symbol, child));
  }

  private Optional<String> converted(Symbol symbol, Value.Quantity quantity) {
    String unit = quantity.unit().orElseThrow().text();
    Optional<Measure> measure = quantity.unit().flatMap(Units::measure);
    double factor = quantity.unit().map(Units::factor).orElseThrow().orElse(0);
    double value = quantity.value() * factor;
    String counted = quantity.unit().orElseThrow().numerator().text();
    if (measure.isEmpty() || value == 0) {
      return Optional.empty();
    }
    boolean timed = measure.get().per().filter(Dimension.TIME::equals).isPresent();
    return switch (measure.get().of()) {
      case FLOP ->
          measure.get().per().isEmpty() && !unit.equals("FLOP")
              ? label(FLOP, scientific(value))
              : none();
      case REQUESTS, TOKENS ->
          timed && !unit.contains("/day") ? label(PER_DAY, rounded(value * DAY), counted) : none();
      case MONEY ->
          timed && unit.endsWith("/hour") && symbol.is("compute")
              ? label(PER_MONTH, rounded(value * MONTH), counted)
              : none();
      default -> none();
    };
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private Optional<String> label(Localized template, Object... arguments) {
    return Optional.of(template.with(arguments).in(language));
  }

  private void hours(Symbol symbol) {
    Optional<Value> value = symbol.attributes().value("accelerator-hours");
    if (value.isPresent()
        && value.get() instanceof Value.Quantity quantity
        && quantity.isBare()
        && quantity.value() >= MANY_HOURS) {
      double years = quantity.value() * 3600 / YEAR;
      int end = symbol.base() + quantity.numberEnd();
      label(DEVICE_YEARS, rounded(years)).ifPresent(label -> add(new Hint.Converted(end, label)));
    }
  }

  private static String scientific(double value) {
    return String.format(Locale.ROOT, "%.2e", value).replace("e+", "e");
  }

  /** Three digits, as a plan would write them: {@code 3.46M}, {@code 1_300}. */
  private static String rounded(double value) {
    String[] magnitudes = {"T", "B", "M"};
    double[] factors = {1e12, 1e9, 1e6};
    for (int i = 0; i < factors.length; i++) {
      if (value >= factors[i]) {
        return digits(value / factors[i]) + magnitudes[i];
      }
    }
    String digits = digits(value);
    return digits.length() > 3 && !digits.contains(".")
        ? digits.substring(0, digits.length() - 3) + "_" + digits.substring(digits.length() - 3)
        : digits;
  }

  private static String digits(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3));
    return rounded.stripTrailingZeros().toPlainString();
  }
}
