package dev.genplan.editing;

import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Text with places to fill in, in the protocol's notation, laid out as the formatter would. */
final class Snippets {

  private static final String INDENT = "  ";

  private Snippets() {}

  /** A text in which nothing is a place to fill in. */
  static String literal(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
  }

  /** A declaration with a name and what it must have. */
  static String declaration(Kind kind) {
    return block(kind.word() + " ${1:name}", kind.body(), 2);
  }

  /** A section with what it must have. */
  static String section(Property property) {
    BlockSpec spec = ((Type.Section) property.type()).block();
    return block(literal(property.name()), spec, 1);
  }

  /** A nested declaration such as {@code split train}. */
  static String part(String keyword, BlockSpec spec) {
    return block(keyword + " ${1:name}", spec, 2);
  }

  private static String block(String head, BlockSpec spec, int firstPlace) {
    StringBuilder out = new StringBuilder(head).append(" {\n");
    List<Property> needed = needed(spec);
    int width = 0;
    for (Property property : needed) {
      if (!(property.type() instanceof Type.Section)) {
        width = Math.max(width, property.name().length() + 1);
      }
    }
    int place = firstPlace;
    for (Property property : needed) {
      out.append(INDENT).append(member(property, width, place++)).append('\n');
    }
    if (needed.isEmpty()) {
      out.append(INDENT).append("$0\n");
    }
    return out.append('}').toString();
  }

  private static String member(Property property, int width, int place) {
    if (property.type() instanceof Type.Section) {
      return property.name() + " {\n" + INDENT + INDENT + "$" + place + "\n" + INDENT + "}";
    }
    String key = property.name() + ":";
    String padding = " ".repeat(width - key.length() + 1);
    boolean quoted = property.type() instanceof Type.Text;
    return key + padding + (quoted ? "\"$" + place + "\"" : "$" + place);
  }

  /** What must be there: required properties, and the first of those of which one must be. */
  private static List<Property> needed(BlockSpec spec) {
    List<Property> needed = new ArrayList<>();
    for (Property property : spec.properties()) {
      boolean first =
          spec.alternatives().stream().anyMatch(names -> names.get(0).equals(property.name()));
      if (property.required() || first) {
        needed.add(property);
      }
    }
    return needed;
  }

  /** A word with the options it must have; empty if there are none. */
  static Optional<String> word(Word word) {
    List<Property> needed = word.block().map(Snippets::needed).orElse(List.of());
    if (needed.isEmpty()) {
      return Optional.empty();
    }
    List<String> members = new ArrayList<>();
    for (Property property : needed) {
      members.add(property.name() + ": $" + (members.size() + 1));
    }
    return Optional.of(word.text() + " { " + String.join(", ", members) + " }");
  }
}
