package dev.genplan.editing;

import dev.genplan.plan.Symbol;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.syntax.Member;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The block in which a caret stands, or the top of the file.
 *
 * @param word whose block: a kind, a section, a method, a property; empty at the top of the file
 * @param kind the kind of a declaration
 * @param spec what may stand in it
 * @param more qualifiers that may stand in it as well
 * @param symbol the innermost declaration
 * @param members what stands in it
 */
public record Scope(
    Place place,
    String word,
    Optional<Kind> kind,
    BlockSpec spec,
    List<Property> more,
    Optional<Symbol> symbol,
    List<Member> members) {

  /** What kind of block. */
  public enum Place {
    FILE,
    DECLARATION,
    /** A nested declaration that is no stage: {@code split train}. */
    PART,
    SECTION,
    /** Behind the word of a tagged block. */
    OPTIONS,
    /** Behind any other value. */
    QUALIFIERS,
    /** A block of which the schema knows nothing. */
    UNKNOWN
  }

  public Scope {
    more = List.copyOf(more);
    members = List.copyOf(members);
  }

  /** The properties that may stand in it, in the order of the schema. */
  public List<Property> properties() {
    List<Property> all = new ArrayList<>(spec.properties());
    all.addAll(more);
    return all;
  }

  /** The property of that name, be it one whose name is a key of one's own. */
  public Optional<Property> find(String name) {
    Optional<Property> fixed = spec.property(name);
    if (fixed.isPresent()) {
      return fixed;
    }
    for (Property property : more) {
      if (property.name().equals(name)) {
        return Optional.of(property);
      }
    }
    return spec.keys().map(keys -> keys.value().withName(name));
  }

  /** Whether metrics stand in it: compared, measured or alone. */
  public boolean holdsMetrics() {
    return switch (spec.content()) {
      case CRITERIA, GATED_CRITERIA, RESULTS -> true;
      case PROPERTIES, STAGES -> false;
    };
  }

  /** The words with which its members begin. */
  public Set<String> written() {
    Set<String> words = new HashSet<>();
    for (Member member : members) {
      if (member instanceof Member.Property property) {
        words.add(property.key().text());
      } else if (member instanceof Member.Declaration declaration) {
        words.add(declaration.keyword().text());
      } else if (member instanceof Member.Criterion criterion) {
        words.add(criterion.metric().text());
      } else if (member instanceof Member.Bare bare) {
        words.add(bare.path().text());
      }
    }
    return words;
  }
}
