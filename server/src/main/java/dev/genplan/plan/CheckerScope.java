package dev.genplan.plan;

import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The block that is being checked.
 *
 * @param place what kind of block it is
 * @param word whose block: a kind, a section, a method, a property
 * @param spec what may stand in it
 * @param more qualifiers that may stand in it as well
 * @param figure whether it stands behind a figure, so that the qualifiers of figures may stand in
 *     it
 * @param outer the block around it
 */
record CheckerScope(
    Place place,
    String word,
    BlockSpec spec,
    List<Property> more,
    boolean figure,
    Optional<CheckerScope> outer) {

  /** What kind of block; it decides how a member that is unknown is spoken of. */
  enum Place {
    DECLARATION,
    /** A nested declaration that is no stage: {@code split train}. */
    PART,
    SECTION,
    /** Behind the word of a tagged block. */
    OPTIONS,
    /** Behind any other value. */
    QUALIFIERS
  }

  static CheckerScope of(Place place, String word, BlockSpec spec, Optional<CheckerScope> outer) {
    return new CheckerScope(place, word, spec, List.of(), false, outer);
  }

  /** The block around the value of one of this block's properties. */
  CheckerScope inside(Place place, String word, BlockSpec spec) {
    return of(place, word, spec, Optional.of(this));
  }

  Optional<Property> find(String name) {
    Optional<Property> found = spec.property(name);
    if (found.isPresent()) {
      return found;
    }
    found = find(more, name);
    return found.isPresent() || !figure ? found : find(Schema.figureQualifiers(), name);
  }

  private static Optional<Property> find(List<Property> properties, String name) {
    for (Property property : properties) {
      if (property.name().equals(name)) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  boolean takesNothing() {
    return !figure && more.isEmpty() && spec.properties().isEmpty();
  }

  /** Everything that {@link #find} knows, in the order of the schema. */
  List<Property> properties() {
    List<Property> all = new ArrayList<>(spec.properties());
    all.addAll(more);
    if (figure) {
      all.addAll(Schema.figureQualifiers());
    }
    return all;
  }
}
