package dev.genplan.plan.view;

import dev.genplan.catalog.License;
import dev.genplan.catalog.Licenses;
import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.Models;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Symbol;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A model that somebody else has trained. */
public record Model(Symbol symbol) implements View {

  /** What the catalog knows of it. */
  public Optional<ModelCard> card() {
    return attributes().text("id").flatMap(Models::find);
  }

  /** {@code base}, {@code instruct}, {@code reasoning} or {@code adapter}; empty if not known. */
  public Optional<String> variant() {
    return attributes().word("variant").or(() -> card().flatMap(ModelCard::variant));
  }

  /** Whether something is a model that was pre-trained and nothing else, as far as is known. */
  public static boolean isRawBase(Symbol symbol) {
    return symbol.is("pretrain")
        || (symbol.is("model") && new Model(symbol).variant().filter("base"::equals).isPresent());
  }

  /** What it serves as. */
  public String role() {
    return attributes().word("role").orElse("policy");
  }

  /**
   * Licenses as stated, else that of the catalog; those that the catalog does not know are left
   * out. Where the stated word stands for many licenses, such as {@code other}, and the catalog has
   * the model under the same word, it is the model's real one.
   */
  public List<License> licenses() {
    Optional<License> known = card().map(ModelCard::license);
    if (!attributes().has("license")) {
      return known.stream().toList();
    }
    return attributes().words("license").stream()
        .flatMap(
            id -> known.filter(own -> own.id().equals(id)).or(() -> Licenses.find(id)).stream())
        .toList();
  }

  /** What may be done with it. */
  public Terms terms() {
    return Terms.of(attributes(), licenses());
  }

  /** Window in tokens, as stated or as the catalog has it. */
  public OptionalDouble context() {
    if (attributes().has("context")) {
      return attributes().number("context");
    }
    return card().stream()
        .flatMapToInt(card -> card.context().stream())
        .asDoubleStream()
        .findFirst();
  }

  /** All parameters, a count. */
  public Optional<Amount> parameters() {
    return attributes()
        .amount("parameters")
        .or(
            () ->
                card().stream()
                    .flatMap(card -> card.parameters().stream().boxed())
                    .map(n -> new Amount(n, n, Optional.empty(), ""))
                    .findFirst());
  }

  /**
   * Whether it is only reached through somebody's service, so that its weights cannot be touched.
   */
  public boolean isBehindApi() {
    return attributes()
        .tag("access")
        .map(tag -> tag.word())
        .or(() -> card().map(ModelCard::access))
        .filter("api"::equals)
        .isPresent();
  }

  /** The line of models that something was made from; empty if not known. */
  public static Optional<String> familyOf(Symbol symbol) {
    return symbol.plan().lineage().base(symbol).map(Model::new).flatMap(Model::family);
  }

  /** The last day that its training data covers; empty if not known. */
  public Optional<LocalDate> cutoff() {
    return attributes().has("cutoff")
        ? attributes().lastDate("cutoff")
        : card().flatMap(ModelCard::cutoff);
  }

  /** Its line of models; empty if not known. */
  public Optional<String> family() {
    return attributes().word("family").or(() -> card().map(ModelCard::family));
  }
}
