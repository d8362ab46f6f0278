package dev.genplan.plan.view;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.Types;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The weights with which a decoder answers, as far as bounds on its speed need to know. All figures
 * are the least that is possible, so that a bound made of them is certain.
 *
 * @param read parameters that have to be read to write one token. The embedding is left out, of
 *     which one row is enough, unless it is the output matrix too: that one is always read. Without
 *     a known shape it is half of them, since two such matrices fit into no more than all
 * @param multiplied parameters that each token of a prompt is multiplied with: neither the
 *     embedding nor the output matrix, which only the last token needs
 * @param bits bits in which each of them is stored
 * @param tokens how many tokens one pass can confirm: more than one with speculative decoding
 */
public record ServedWeights(double read, double multiplied, double bits, double tokens) {

  /** The least bits of formats whose name leaves the number open: GPTQ rounds to 2, 3, 4 or 8. */
  private static final Map<String, Double> LEAST = Map.of("gptq", 2.0);

  /** Weights are trained in 32 bits at times, and then served in 16. */
  private static final Map<String, Double> BITS =
      Map.of(
          "fp32", 16.0, "tf32", 16.0, "bf16", 16.0, "fp16", 16.0, "mixed", 16.0, "fp8", 8.0, "int8",
          8.0, "fp4", 4.0, "int4", 4.0);

  /** The share of the parameters that is no embedding, if its shape is not known. */
  private static final double REST = 0.5;

  /** What answers with a model; empty where any of the figures is not known. */
  public static Optional<ServedWeights> of(Symbol served) {
    OptionalDouble bits = OptionalDouble.empty();
    double tokens = 1;
    for (Symbol step : served.plan().lineage().chain(served)) {
      if (step.is("optimize")) {
        OptionalDouble more = tokens(step);
        if (more.isEmpty() || new Optimization(step).resizing().isPresent()) {
          return Optional.empty();
        }
        tokens *= more.getAsDouble();
      }
      bits = bits.isPresent() ? bits : bits(step);
      if (step.is("model") || ModelSize.isFromScratch(step)) {
        return bits.isPresent() ? start(step, bits.getAsDouble(), tokens) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<ServedWeights> start(Symbol start, double bits, double tokens) {
    boolean writes = !start.is("model") || new Model(start).role().equals("policy");
    boolean onlyText = List.of("text").containsAll(start.attributes().words("modalities"));
    return writes && ModelSize.isDecoder(start)
        ? ModelSize.ofStart(start)
            .filter(size -> size.active().isPresent())
            .map(size -> least(size, onlyText, bits, tokens))
        : Optional.empty();
  }

  /** Of a model that sees or hears, parts are used only once for each picture or sound. */
  private static ServedWeights least(ModelSize size, boolean onlyText, double bits, double tokens) {
    double active = size.active().getAsDouble();
    if (size.embedding().isEmpty() || !onlyText) {
      return new ServedWeights(active * REST, 0, bits, tokens);
    }
    double embedding = size.embedding().getAsDouble();
    return new ServedWeights(active - embedding, active - 2 * embedding, bits, tokens);
  }

  /** How many tokens a stage lets one pass confirm; empty if it does not say. */
  private static OptionalDouble tokens(Symbol optimize) {
    Optional<Tag> speculative = new Optimization(optimize).method("speculative");
    if (speculative.isEmpty()) {
      return OptionalDouble.of(1);
    }
    OptionalDouble proposed = speculative.get().options().number("tokens");
    return proposed.isPresent()
        ? OptionalDouble.of(proposed.getAsDouble() + 1)
        : OptionalDouble.empty();
  }

  /** The bits that a step gives the weights; empty if it leaves them as they were. */
  private static OptionalDouble bits(Symbol step) {
    if (step.is("optimize")) {
      List<Tag> methods = new Optimization(step).methods();
      for (int i = methods.size() - 1; i >= 0; i--) {
        Optional<Format> format = format(methods.get(i).options().word("format"));
        if (format.isPresent()) {
          return bits(format.get());
        }
      }
    }
    if (step.is("model")) {
      Model model = new Model(step);
      Optional<Format> format = format(model.attributes().word("format"));
      return format.isPresent()
          ? bits(format.get())
          : bits(
              model.attributes().has("precision")
                  ? model.attributes().tag("precision").map(Tag::word)
                  : model.card().flatMap(card -> card.precision()));
    }
    return Training.trains(step) ? trained(new Training(step)) : OptionalDouble.empty();
  }

  /** An adapter leaves the weights below it as they are, or holds them in fewer bits. */
  private static OptionalDouble trained(Training training) {
    for (Tag method : training.methods()) {
      if (method.word().equals("qlora")) {
        return format(method.options().word("format"))
            .map(ServedWeights::bits)
            .orElse(OptionalDouble.of(4));
      }
      if (Types.isAdapterMethod(method.word())) {
        return OptionalDouble.empty();
      }
    }
    return bits(training.attributes().tag("precision").map(Tag::word));
  }

  private static Optional<Format> format(Optional<String> word) {
    return word.flatMap(Formats::find).filter(Format::quantized);
  }

  /** Nothing is known of a format whose bits the catalog leaves open: 0 is the least. */
  private static OptionalDouble bits(Format format) {
    Double least = LEAST.get(format.name());
    return OptionalDouble.of(least == null ? format.bits().orElse(0) : least);
  }

  private static OptionalDouble bits(Optional<String> precision) {
    Double bits = precision.map(BITS::get).orElse(null);
    return bits == null ? OptionalDouble.empty() : OptionalDouble.of(bits);
  }

  /** Bytes that have to be read for one pass through the model. */
  public double bytes() {
    return read * bits / 8;
  }
}
