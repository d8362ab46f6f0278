package dev.genplan.editing;

import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.Models;
import dev.genplan.schema.Property;
import java.util.Set;

/** Texts that the catalog knows: the identifiers of published models. */
final class TextCompletions {

  /** Properties whose text is the identifier of a model at a hub. */
  private static final Set<String> MODEL_IDS = Set.of("id", "tokenizer");

  private final Completions to;

  TextCompletions(Completions to) {
    this.to = to;
  }

  /** Between quotes. */
  void inside(Caret.InText caret) {
    caret.property().ifPresent(property -> add(property, ""));
  }

  /** Where the quotes have to be typed too. */
  void quoted(Property property) {
    add(property, "\"");
  }

  /** Whether a property's text is the identifier of a model. */
  static boolean namesModel(Property property) {
    return MODEL_IDS.contains(property.name());
  }

  private void add(Property property, String quote) {
    if (namesModel(property)) {
      for (ModelCard card : Models.all()) {
        String text = quote + card.id() + quote;
        to.add(
            Completion.of(
                    card.id(),
                    ItemKind.MODEL,
                    to.descriptions().shortly(card),
                    () -> to.descriptions().model(card))
                .inserting(text));
      }
    }
  }
}
