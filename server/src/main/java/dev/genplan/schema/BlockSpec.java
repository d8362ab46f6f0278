package dev.genplan.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may stand between the braces of a declaration, a section, a tagged block. */
public final class BlockSpec {

  /** What a block holds besides its properties. */
  public enum Content {
    /** Nothing else. */
    PROPERTIES,
    /** {@code metric op value}, and metrics alone. */
    CRITERIA,
    /** {@code metric op value}, but no metric alone. */
    GATED_CRITERIA,
    /** {@code metric: value}. */
    RESULTS,
    /** Declarations of stages. */
    STAGES
  }

  /**
   * Keys that are not properties with a fixed name: the roles of a team, currencies, labels.
   *
   * @param words the list they are from; empty if any name will do
   * @param value what stands behind each of them; its name is not used
   */
  public record Keys(Optional<WordList> words, Property value) {}

  private final Map<String, Property> properties;
  private final Optional<Keys> keys;
  private final Content content;
  private final Map<String, BlockSpec> nested;
  private final List<List<String>> alternatives;

  /**
   * @param properties in the order in which they are documented and offered
   * @param keys further keys, if any
   * @param content what else may stand here
   * @param nested declarations by their keyword, as {@code split train { }}
   */
  public BlockSpec(
      List<Property> properties,
      Optional<Keys> keys,
      Content content,
      Map<String, BlockSpec> nested) {
    this(properties, keys, content, nested, List.of());
  }

  /**
   * @param alternatives groups of properties of which at least one must be there
   */
  public BlockSpec(
      List<Property> properties,
      Optional<Keys> keys,
      Content content,
      Map<String, BlockSpec> nested,
      List<List<String>> alternatives) {
    Map<String, Property> map = new LinkedHashMap<>(properties.size() * 2);
    for (Property property : properties) {
      map.put(property.name(), property);
    }
    this.properties = map;
    this.keys = keys;
    this.content = content;
    this.nested = Map.copyOf(nested);
    this.alternatives = List.copyOf(alternatives);
  }

  /** A block with properties only. */
  public static BlockSpec of(List<Property> properties) {
    return new BlockSpec(properties, Optional.empty(), Content.PROPERTIES, Map.of());
  }

  public List<Property> properties() {
    return List.copyOf(properties.values());
  }

  public Optional<Property> property(String name) {
    return Optional.ofNullable(properties.get(name));
  }

  public Optional<Keys> keys() {
    return keys;
  }

  public Content content() {
    return content;
  }

  public Map<String, BlockSpec> nested() {
    return nested;
  }

  /** Groups of properties of which at least one must be there: {@code model} or {@code data}. */
  public List<List<String>> alternatives() {
    return alternatives;
  }
}
