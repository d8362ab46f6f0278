package dev.genplan.plan.view;

import dev.genplan.catalog.Benchmark;
import dev.genplan.catalog.Benchmarks;
import dev.genplan.catalog.License;
import dev.genplan.catalog.Licenses;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A dataset or a split of one. */
public record Dataset(Symbol symbol) implements View {

  /** The declared dataset: itself, or what it is a split of. */
  public Symbol whole() {
    return symbol.isSplit() ? symbol.parent().orElseThrow() : symbol;
  }

  /** Where a property is stated: here, or for the dataset of which this is a split. */
  public Attributes stating(String property) {
    return attributes().has(property) ? attributes() : whole().attributes();
  }

  /** Licenses as stated, those that the catalog does not know left out. */
  public List<License> licenses() {
    return whole().attributes().words("license").stream()
        .flatMap(id -> Licenses.find(id).stream())
        .toList();
  }

  /** What may be done with it. */
  public Terms terms() {
    return Terms.of(whole().attributes(), licenses());
  }

  /** How much there is, of a split its own size. */
  public Optional<Amount> size() {
    return attributes().amount("size");
  }

  /** What one item is: as stated, else by the unit of the size; empty if neither says. */
  public Optional<String> content() {
    Optional<String> stated = whole().attributes().word("content");
    if (stated.isPresent() || whole().attributes().has("content")) {
      return stated;
    }
    return size()
        .or(() -> whole().attributes().amount("size"))
        .or(
            () ->
                whole().inner().stream()
                    .flatMap(split -> split.attributes().amount("size").stream())
                    .findFirst())
        .flatMap(Amount::measure)
        .flatMap(measure -> content(measure.of()));
  }

  private static Optional<String> content(Dimension dimension) {
    return switch (dimension) {
      case COMPARISONS, RANKINGS -> Optional.of("preferences");
      case LABELS -> Optional.of("labels");
      case PROMPTS -> Optional.of("prompts");
      default -> Optional.empty();
    };
  }

  /**
   * How many items there are at most: examples, comparisons and the like. Empty if that is not
   * stated as a count, or if it is counted in tokens or bytes.
   *
   * @param data a dataset, a split, or a stage that gathers data
   */
  public static OptionalDouble items(Symbol data) {
    String property = data.is("feedback") || data.is("synthesize") ? "collect" : "size";
    Optional<Amount> amount =
        data.attributes()
            .amount(property)
            .filter(each -> each.measure().filter(Dataset::countsItems).isPresent())
            .filter(each -> !Double.isInfinite(each.high()));
    return amount.isPresent() ? OptionalDouble.of(amount.get().high()) : OptionalDouble.empty();
  }

  /**
   * How many tokens there are: as stated, or as the size where that is counted in tokens; empty if
   * neither is a single figure.
   */
  public static OptionalDouble tokens(Symbol data) {
    if (data.attributes().has("tokens")) {
      return data.attributes().number("tokens");
    }
    Optional<Amount> size =
        data.attributes()
            .amount("size")
            .filter(Amount::isExact)
            .filter(
                each -> each.measure().filter(Measure.of(Dimension.TOKENS)::equals).isPresent());
    return size.isPresent() ? OptionalDouble.of(size.get().low()) : OptionalDouble.empty();
  }

  private static boolean countsItems(Measure measure) {
    return measure.per().isEmpty()
        && switch (measure.of()) {
          case ITEMS, PROMPTS, COMPARISONS, RANKINGS, LABELS, EPISODES -> true;
          default -> false;
        };
  }

  /** The public test set that it is as far as the catalog knows, by its address or its name. */
  public Optional<Benchmark> benchmark() {
    Optional<Benchmark> byAddress = Benchmarks.find(whole().attributes().text("source").orElse(""));
    return byAddress.isPresent() || whole().attributes().has("owner")
        ? byAddress
        : Benchmarks.find(whole().name());
  }

  /** Whether it is a public test set that the catalog knows, by its address or its name. */
  public boolean isBenchmark() {
    return benchmark().isPresent();
  }

  /** BCP 47 tags of its languages: those of a split its own, else those of the whole. */
  public List<String> languages() {
    List<String> own = attributes().words("languages");
    return own.isEmpty() ? whole().attributes().words("languages") : own;
  }

  /** Who or what made it. */
  public List<String> origins() {
    return whole().attributes().words("origin");
  }
}
