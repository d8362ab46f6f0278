package dev.genplan.plan.view;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.util.List;
import java.util.Optional;

/**
 * The weights of a model as they lie in its files.
 *
 * @param maker the declared model, or the stage that brought them into this form
 * @param format the form
 */
public record StoredWeights(Symbol maker, Format format) {

  /**
   * The form in which a stage finds the weights that it is given. Empty if that is not known, and
   * behind a stage that writes weights of its own, in the form it was trained in.
   */
  public static Optional<StoredWeights> of(Symbol model) {
    Optional<Symbol> effective = model.plan().course().effective(model);
    if (effective.isEmpty()) {
      return Optional.empty();
    }
    Symbol maker = effective.get();
    if (maker.is("model")) {
      return maker
          .attributes()
          .word("format")
          .flatMap(Formats::find)
          .map(format -> new StoredWeights(maker, format));
    }
    return maker.is("optimize") ? optimized(maker) : Optional.empty();
  }

  /**
   * The form in which the weights of a deployed thing lie in their files, what is around them
   * passed over; below an adapter, that of what it stands on. Empty if the plan does not state it.
   */
  public static Optional<StoredWeights> served(Symbol thing) {
    for (Symbol step : thing.plan().lineage().chain(thing)) {
      if (step.is("model")) {
        return step.attributes().has("format") ? of(step) : Optional.empty();
      }
      Optional<StoredWeights> form = step.is("optimize") ? optimized(step) : Optional.empty();
      if (form.isPresent() || writesAnew(step)) {
        return form;
      }
    }
    return Optional.empty();
  }

  private static boolean writesAnew(Symbol step) {
    return step.is("optimize")
        ? new Optimization(step).changesAnswers()
        : Training.trains(step) && new Training(step).isFull();
  }

  private static Optional<StoredWeights> optimized(Symbol stage) {
    List<Tag> methods = new Optimization(stage).methods();
    for (int i = methods.size() - 1; i >= 0; i--) {
      Tag method = methods.get(i);
      if (method.word().equals("quantize") && method.options().isWord("variant", "qat")) {
        return Optional.empty();
      }
      Optional<Format> format = format(method);
      if (format.isPresent()) {
        return format.map(known -> new StoredWeights(stage, known));
      }
    }
    return Optional.empty();
  }

  private static Optional<Format> format(Tag method) {
    return switch (method.word()) {
      case "quantize", "convert" -> method.options().word("format").flatMap(Formats::find);
      case "compile" ->
          method
              .options()
              .word("engine")
              .filter("tensorrt-llm"::equals)
              .flatMap(engine -> Formats.find("tensorrt"));
      default -> Optional.empty();
    };
  }

  /** Whether they can only be run, not trained on. */
  public boolean isForInferenceOnly() {
    return format.training() == Format.Training.NONE;
  }

  /** Whether they stay as they are in training, which can only put an adapter on top. */
  public boolean isFrozen() {
    return format.training() == Format.Training.ADAPTER;
  }
}
