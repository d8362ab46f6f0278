package dev.genplan.rules.catalog;

import dev.genplan.catalog.ModelCard;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.Units;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stage trains on longer sequences than its model has positions for. Source: DeepSeek-V3,
 * arXiv:2412.19437, table 1 and section 4.3 (119K of 2.788M accelerator-hours for two stages of
 * context extension).
 */
public final class ContextExceedsBase implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains on sequences of {1} tokens, and `{2}` has a window of {3}: it has never"
              + " seen positions beyond that; shorten `length`, or add `scaling`",
          "`{0}` 以 {1} 词元的序列训练，而 `{2}` 的窗口只有 {3}，从未见过更远的位置；请缩短 `length`，或增加 `scaling`");

  private static final Localized SCALED =
      Localized.of(
          "`{0}` trains on sequences of {1} tokens, and `scaling` stretches the window of `{2}` to"
              + " {3} only; shorten `length`, or raise the factor",
          "`{0}` 以 {1} 词元的序列训练，而 `scaling` 只把 `{2}` 的窗口扩展到 {3}；请缩短 `length`，或增大倍数");

  private static final Localized SHORTEN = Localized.of("Shorten to {0} tokens", "缩短到 {0} 词元");

  private static final Message WINDOW = Message.of("its window", "其窗口");

  /**
   * How far positions mean something.
   *
   * @param from the declaration that says so
   * @param tokens infinite if there is no limit that is known
   */
  private record Window(Symbol from, double tokens) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "context-exceeds-base",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A stage trains on longer sequences than its model has a window for.",
            "训练序列长度超出模型的上下文窗口。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble length = training.attributes().number("length");
      if (training.symbol().isOwn() && !training.symbol().is("pretrain") && length.isPresent()) {
        before(training)
            .filter(window -> exceeds(length.getAsDouble(), scaled(training, window).tokens()))
            .ifPresent(window -> report(training, length.getAsDouble(), window, reporter));
      }
    }
  }

  private static boolean exceeds(double length, double window) {
    return length > window && !Units.sameTokens(length, window);
  }

  /** The window of what a stage trains; empty if it is not known. */
  private static Optional<Window> before(Training training) {
    Symbol stage = training.symbol();
    List<Symbol> chain = stage.plan().lineage().chain(stage);
    Optional<Window> window = Optional.empty();
    for (int i = chain.size() - 1; i > 0; i--) {
      window = after(chain.get(i), window);
    }
    return window;
  }

  /** The window of what a declaration makes, given that of what it works on. */
  private static Optional<Window> after(Symbol symbol, Optional<Window> before) {
    if (symbol.is("model")) {
      return ofModel(new Model(symbol)).or(() -> before);
    }
    if (symbol.is("pretrain")) {
      OptionalDouble context = symbol.attributes().number("context");
      OptionalDouble tokens = context.isPresent() ? context : symbol.attributes().number("length");
      return tokens.isPresent()
          ? Optional.of(new Window(symbol, tokens.getAsDouble()))
          : before.map(window -> scaled(new Training(symbol), window));
    }
    return Training.trains(symbol)
        ? before.map(window -> trained(new Training(symbol), window))
        : before;
  }

  private static Optional<Window> ofModel(Model model) {
    if (!hasFixedPositions(model)) {
      return Optional.of(new Window(model.symbol(), Double.POSITIVE_INFINITY));
    }
    OptionalDouble context = model.context();
    return context.isPresent()
        ? Optional.of(new Window(model.symbol(), context.getAsDouble()))
        : Optional.empty();
  }

  /** With a sliding window, or without attention over all positions, length has no sharp limit. */
  private static boolean hasFixedPositions(Model model) {
    Optional<Attributes> stated = model.attributes().section("architecture");
    Optional<ModelCard.Architecture> known = model.card().flatMap(ModelCard::architecture);
    boolean sliding =
        stated.filter(shape -> shape.has("window")).isPresent()
            || known.filter(shape -> shape.window().isPresent()).isPresent();
    boolean recurrent =
        stated
            .flatMap(shape -> shape.word("backbone"))
            .or(() -> known.map(ModelCard.Architecture::backbone))
            .filter(List.of("state-space", "hybrid")::contains)
            .isPresent();
    return !sliding && !recurrent;
  }

  /** A stage that trained on longer sequences has been reported, or has stretched the window. */
  private static Window trained(Training training, Window before) {
    Window scaled = scaled(training, before);
    double length = training.attributes().number("length").orElse(0);
    return length > scaled.tokens() ? new Window(training.symbol(), length) : scaled;
  }

  private static Window scaled(Training training, Window before) {
    Optional<Tag> scaling = training.attributes().tag("scaling");
    if (scaling.isEmpty()) {
      return before;
    }
    OptionalDouble factor = scaling.get().options().number("factor");
    return new Window(before.from(), before.tokens() * factor.orElse(Double.POSITIVE_INFINITY));
  }

  private static void report(Training training, double length, Window before, Reporter reporter) {
    Symbol stage = training.symbol();
    Window window = scaled(training, before);
    Localized message = window.tokens() == before.tokens() ? MESSAGE : SCALED;
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                "length",
                message.with(
                    stage.qualifiedName(),
                    Figures.of(length),
                    window.from().name(),
                    Figures.of(window.tokens())))
            .related(place(window.from()), WINDOW);
    SourceEdits.replaceValue(stage, "length", Figures.source(window.tokens()))
        .ifPresent(
            edit ->
                finding.fix(
                    new Fix(SHORTEN.with(Figures.of(window.tokens())), false, List.of(edit))));
  }

  private static Location place(Symbol from) {
    return from.locationOf(
        from.attributes().has("context") ? "context" : from.is("model") ? "id" : "length");
  }
}
