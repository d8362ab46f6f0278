package dev.genplan.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everything the schema holds, each thing once, with the way that leads to it. */
final class SchemaWalk {

  final Map<String, Property> properties = new LinkedHashMap<>();
  final Map<String, WordList> lists = new LinkedHashMap<>();
  final Map<String, BlockSpec> blocks = new LinkedHashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  SchemaWalk() {
    for (Kind kind : Schema.kinds()) {
      block(kind.word(), kind.body());
    }
    all("figure", Schema.figureQualifiers());
    all("criterion", Schema.criterionQualifiers());
    property("", Schema.allow());
  }

  private void block(String way, BlockSpec block) {
    if (!seen.add(block)) {
      return;
    }
    blocks.put(way, block);
    all(way, block.properties());
    block
        .keys()
        .ifPresent(
            keys -> {
              property(way, keys.value());
              keys.words().ifPresent(this::list);
            });
    block.nested().forEach((word, nested) -> block(way + " " + word, nested));
  }

  private void all(String way, List<Property> more) {
    more.forEach(property -> property(way, property));
  }

  private void property(String way, Property property) {
    if (!seen.add(property)) {
      return;
    }
    String here = way + " " + property.name();
    properties.put(here, property);
    types(property).forEach(type -> type(here, type));
    all(here, property.qualifiers());
  }

  private void type(String way, Type type) {
    if (type instanceof Type.Section section) {
      block(way, section.block());
    }
    wordsOf(type).ifPresent(this::list);
  }

  private void list(WordList list) {
    if (!seen.add(list)) {
      return;
    }
    lists.put(list.name(), list);
    for (Word word : list.words()) {
      word.block().ifPresent(block -> block(word.text(), block));
    }
  }

  static List<Type> types(Property property) {
    List<Type> types = new ArrayList<>();
    if (property.type() instanceof Type.Either either) {
      types.addAll(either.types());
    } else {
      types.add(property.type());
    }
    return types;
  }

  static Optional<WordList> wordsOf(Type type) {
    if (type instanceof Type.Word word) {
      return Optional.of(word.words());
    }
    return type instanceof Type.Tagged tagged ? Optional.of(tagged.words()) : Optional.empty();
  }
}
