package dev.genplan.plan.view;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A stage that makes a model smaller or faster. */
public record Optimization(Symbol symbol) implements View {

  /** All words of {@code method}, with their options. */
  public List<Tag> methods() {
    return attributes().tags("method");
  }

  /** The word of {@code method}, if it is there. */
  public Optional<Tag> method(String word) {
    return methods().stream().filter(tag -> tag.word().equals(word)).findFirst();
  }

  /**
   * Whether the model answers differently afterwards. Compiling and converting a file are meant not
   * to; speculative decoding keeps the distribution of the answers. A stage without a readable
   * method is taken to change nothing.
   */
  public boolean changesAnswers() {
    return !changes().isEmpty();
  }

  /** The methods after which the model answers differently. */
  public List<Tag> changes() {
    return methods().stream().filter(Optimization::changesAnswers).toList();
  }

  private static boolean changesAnswers(Tag method) {
    return switch (method.word()) {
      case "quantize", "distill", "prune", "merge" -> true;
      case "convert" -> format(method).filter(Format::quantized).isPresent();
      default -> false;
    };
  }

  /** The method after which the model has another number of parameters, if there is one. */
  public Optional<Tag> resizing() {
    for (Tag method : methods()) {
      if (method.word().equals("prune")
          || (method.word().equals("merge") && method.options().isWord("variant", "passthrough"))) {
        return Optional.of(method);
      }
    }
    return Optional.empty();
  }

  /** Whether it changes the model by merging alone. */
  public boolean onlyMerges() {
    return changesAnswers() && changes().stream().allMatch(tag -> tag.word().equals("merge"));
  }

  /** Whether all it does is to round weights to 8 bits; activations are not known to be rounded. */
  public boolean isEightBit() {
    return changesAnswers() && changes().stream().allMatch(Optimization::isEightBit);
  }

  private static boolean isEightBit(Tag method) {
    OptionalDouble bits =
        format(method)
            .filter(format -> format.kind() != Format.Kind.SCHEME)
            .map(Format::bits)
            .orElse(OptionalDouble.empty());
    return bits.isPresent() && bits.getAsDouble() >= 8 && bits.getAsDouble() < 9;
  }

  private static Optional<Format> format(Tag method) {
    return method.options().word("format").flatMap(Formats::find);
  }
}
