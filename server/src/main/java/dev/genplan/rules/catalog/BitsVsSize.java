package dev.genplan.rules.catalog;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.ModelSize;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Roofline;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The stated size of a model's files does not fit its parameters and its format. Bound: bytes =
 * parameters × bits / 8. Sources: llama.cpp, tools/quantize/README.md at 311c2c9 (Q4_K_M takes 4.89
 * bits a weight); QLoRA, arXiv:2305.14314, section 3; OCP Microscaling Formats 1.0.
 */
public final class BitsVsSize implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` states files of {1}, but {2} parameters in `{3}` take {5}: that is {4} bits for each, scales"
              + " included",
          "`{0}` 写明文件大小为 {1}，但 {2} 个参数以 `{3}` 存储需要{5}：每个参数 {4} 位，含缩放因子");
  private static final Localized ABOUT = Localized.of("about {0} GB", "约 {0} GB");
  private static final Localized LEAST = Localized.of("{0} GB or more", "至少 {0} GB");
  private static final Localized STATE = Localized.of("State {0} GB", "改为 {0} GB");

  private static final double TOLERANCE = 0.07;

  /** Embeddings of small models take more bits than the rest, and are a larger part of them. */
  private static final double SMALL = 3e9;

  /** Whose name leaves the number of bits open. */
  private static final Set<String> OPEN = Set.of("gptq", "smoothquant");

  /**
   * What the files hold.
   *
   * @param bits of each parameter, on average
   * @param exact whether no part of the model is usually kept in more bits
   */
  private record Storage(String name, double bits, boolean exact) {}

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "bits-vs-size",
            Category.DEPLOYMENT,
            Severity.WARNING,
            "The stated size of files does not fit the parameters and the format.",
            "所写的文件大小与参数量、格式不符。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol symbol : plan.all("model")) {
      check(symbol, reporter);
    }
    for (Symbol symbol : plan.all("optimize")) {
      check(symbol, reporter);
    }
  }

  private static void check(Symbol symbol, Reporter reporter) {
    Optional<Amount> stated = symbol.attributes().amount("size");
    if (stated.isEmpty()) {
      return;
    }
    Optional<Storage> storage = storage(symbol);
    OptionalDouble parameters = parameters(symbol);
    if (storage.isPresent() && parameters.isPresent()) {
      double bytes = parameters.getAsDouble() * storage.get().bits() / 8;
      boolean exact = storage.get().exact() && parameters.getAsDouble() >= SMALL;
      boolean less = stated.get().high() < bytes * (1 - TOLERANCE);
      boolean more = exact && stated.get().low() > bytes * (1 + TOLERANCE);
      if (less || more) {
        report(symbol, storage.get(), parameters.getAsDouble(), bytes, exact, reporter);
      }
    }
  }

  private static OptionalDouble parameters(Symbol symbol) {
    boolean vague =
        symbol
            .plan()
            .lineage()
            .base(symbol)
            .flatMap(base -> new Model(base).parameters())
            .filter(size -> !size.isExact())
            .isPresent();
    return vague
        ? OptionalDouble.empty()
        : ModelSize.of(symbol).stream().mapToDouble(ModelSize::all).findFirst();
  }

  private static Optional<Storage> storage(Symbol symbol) {
    boolean onlyText = List.of("text").containsAll(symbol.attributes().words("modalities"));
    Optional<Format> format =
        symbol.is("model")
            ? symbol.attributes().word("format").flatMap(Formats::find)
            : StoredWeights.of(symbol).map(StoredWeights::format);
    if (format.filter(Format::quantized).isPresent()) {
      Format known = format.get();
      return known.bits().isEmpty() || OPEN.contains(known.name())
          ? Optional.empty()
          : Optional.of(
              new Storage(
                  known.name(),
                  known.bits().getAsDouble(),
                  onlyText && known.kind() == Format.Kind.GGUF));
    }
    boolean plain = format.filter(it -> it.name().equals("safetensors")).isPresent();
    return symbol.is("model") && plain
        ? symbol
            .attributes()
            .tag("precision")
            .map(Tag::word)
            .filter(word -> word.equals("bf16") || word.equals("fp16"))
            .map(word -> new Storage(word, 16, onlyText))
        : Optional.empty();
  }

  private static void report(
      Symbol symbol,
      Storage storage,
      double parameters,
      double bytes,
      boolean exact,
      Reporter reporter) {
    Value size = symbol.attributes().value("size").orElseThrow();
    String gigabytes = Roofline.gigabytes(bytes);
    Reporter.Finding finding =
        reporter.report(
            symbol,
            symbol.locate(size),
            MESSAGE.with(
                symbol.name(),
                symbol.figure(size),
                Figures.parameters(parameters),
                storage.name(),
                Figures.of(storage.bits()),
                (exact ? ABOUT : LEAST).with(gigabytes)));
    if (exact && size instanceof Value.Quantity) {
      finding.fix(
          new Fix(
              STATE.with(gigabytes),
              false,
              List.of(new Edit(symbol.locate(size), gigabytes.replace(",", "_") + " GB"))));
    }
  }
}
