package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes a {@link Kind}. */
final class KindBuilder {

  private final String word;
  private final boolean stage;
  private Localized title = Localized.same("");
  private Localized doc = Localized.same("");
  private Optional<FlowType> makes = Optional.empty();
  private BlockSpec.Content content = BlockSpec.Content.PROPERTIES;
  private final List<Property> properties = new ArrayList<>();
  private final Map<String, BlockSpec> nested = new LinkedHashMap<>();
  private final List<List<String>> alternatives = new ArrayList<>();

  private KindBuilder(String word, boolean stage) {
    this.word = word;
    this.stage = stage;
  }

  static KindBuilder kind(String word) {
    return new KindBuilder(word, false);
  }

  static KindBuilder stage(String word) {
    return new KindBuilder(word, true);
  }

  KindBuilder title(String en, String zh) {
    title = Localized.of(en, zh);
    return this;
  }

  KindBuilder doc(String en, String zh) {
    doc = Localized.of(en, zh);
    return this;
  }

  KindBuilder makes(FlowType type) {
    makes = Optional.of(type);
    return this;
  }

  /** At least one of these properties must be there. */
  KindBuilder oneOf(String... names) {
    alternatives.add(List.of(names));
    return this;
  }

  KindBuilder body(Property... more) {
    return body(List.of(more));
  }

  KindBuilder body(List<Property> more) {
    properties.addAll(more);
    return this;
  }

  KindBuilder nested(String keyword, BlockSpec block) {
    nested.put(keyword, block);
    return this;
  }

  /** Stages may stand inside. */
  KindBuilder stages() {
    content = BlockSpec.Content.STAGES;
    return this;
  }

  /** The finished kind, with a short, complete declaration. What every stage can say comes last. */
  Kind example(String declaration) {
    if (stage) {
      properties.addAll(StageProperties.COMMON);
    }
    BlockSpec block = new BlockSpec(properties, Optional.empty(), content, nested, alternatives);
    return new Kind(word, title, doc, stage, makes, block, declaration);
  }
}
