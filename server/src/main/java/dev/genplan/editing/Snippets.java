package dev.genplan.editing;

import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.MethodRequirement.Teacher;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Text with places to fill in, in the protocol's notation, laid out as the formatter would. What
 * can be guessed stands in its place already: a name that is free, the declarations nearby that
 * fit.
 */
final class Snippets {

  private static final String INDENT = "  ";

  /** Among more than these a person does not choose; the first one or the example stands there. */
  private static final int CHOICES = 6;

  private final Plan plan;
  private final Optional<Symbol> repeat;
  private final int offset;
  private final Map<Type.Reference, List<String>> fitting = new HashMap<>();
  private int place;

  /**
   * @param repeat the {@code repeat} in which is typed, if any
   * @param offset where is typed
   */
  Snippets(Plan plan, Optional<Symbol> repeat, int offset) {
    this.plan = plan;
    this.repeat = repeat;
    this.offset = offset;
  }

  /** A declaration with a name and what it must have, or else usually has. */
  String declaration(Kind kind) {
    List<Property> members = needed(kind.body());
    if (members.isEmpty()) {
      members =
          kind.body().properties().stream()
              .filter(property -> Usage.rank(kind.word(), property.name()) < 2)
              .toList();
    }
    place = 1;
    return block(kind.word() + " " + name(kind), lines(members, Map.of()));
  }

  /** A declaration of a stage that goes by a method, with all that the method needs. */
  String declaration(Kind kind, String property, String word, MethodRequirement row) {
    List<String> names = new ArrayList<>(needed(kind.body()).stream().map(Property::name).toList());
    if (!names.contains(property)) {
      names.add(property);
    }
    boolean scored = false;
    for (String name : MethodNeeds.of(row, kind.body(), Set.copyOf(names))) {
      boolean scorer = isScorer(name);
      if (!scorer || !scored) {
        names.add(name);
      }
      scored |= scorer;
    }
    place = 1;
    String head = kind.word() + " " + name(kind);
    Supplier<String> method =
        () -> row.teacher() == Teacher.NONE ? word : word + " { teacher: " + "$" + place++ + " }";
    List<Property> members =
        names.stream().flatMap(name -> kind.body().property(name).stream()).toList();
    return block(head, lines(members, Map.of(property, method)));
  }

  private static boolean isScorer(String property) {
    for (MethodRequirement.Scorer scorer : MethodRequirement.Scorer.values()) {
      if (scorer.property().equals(property)) {
        return true;
      }
    }
    return false;
  }

  /** A section with what it must have. */
  String section(Property property) {
    place = 1;
    BlockSpec spec = ((Type.Section) property.type()).block();
    return block(SnippetText.literal(property.name()), lines(needed(spec), Map.of()));
  }

  /** A nested declaration such as {@code split train}, with what it usually has. */
  String part(String keyword, BlockSpec spec, Set<String> taken) {
    place = 1;
    String name = "";
    for (String usual : List.of("test", "validation", "train")) {
      name = taken.contains(usual) ? name : usual;
    }
    String head = keyword + " " + place(name);
    Property first = spec.properties().get(0);
    return head + " { " + first.name() + ": " + place(first.example()) + " }";
  }

  /** The name in the kind's example, or the first like it that is free. */
  private String name(Kind kind) {
    String[] words = kind.example().strip().split("\\s+", 3);
    String usual = words.length > 1 ? words[1] : kind.word();
    Predicate<String> taken =
        name ->
            plan.find(name).isPresent() || repeat.flatMap(outer -> outer.inner(name)).isPresent();
    String name = usual;
    for (int i = 2; taken.test(name); i++) {
      name = usual + "-" + i;
    }
    return place(name);
  }

  private String place(String text) {
    String number = "${" + place++;
    return text.isEmpty() ? number + "}" : number + ":" + SnippetText.literal(text) + "}";
  }

  private static String block(String head, List<String> lines) {
    StringBuilder out = new StringBuilder(head).append(" {\n");
    for (String line : lines) {
      out.append(INDENT).append(line).append('\n');
    }
    if (lines.isEmpty()) {
      out.append(INDENT).append("$0\n");
    }
    return out.append('}').toString();
  }

  private List<String> lines(List<Property> properties, Map<String, Supplier<String>> known) {
    int width = 0;
    for (Property property : properties) {
      if (!(property.type() instanceof Type.Section)) {
        width = Math.max(width, property.name().length() + 1);
      }
    }
    List<String> lines = new ArrayList<>();
    for (Property property : properties) {
      if (property.type() instanceof Type.Section) {
        lines.add(property.name() + " {\n" + INDENT + INDENT + "$" + place++ + "\n" + INDENT + "}");
      } else {
        String key = property.name() + ":";
        Supplier<String> value = known.get(property.name());
        lines.add(
            key
                + " ".repeat(width - key.length() + 1)
                + (value != null ? value.get() : value(property)));
      }
    }
    return lines;
  }

  private String value(Property property) {
    if (property.type() instanceof Type.Text) {
      return "\"$" + place++ + "\"";
    } else if (property.type() instanceof Type.Reference reference) {
      return choice(fitting.computeIfAbsent(reference, this::candidates), "");
    } else if (property.type() instanceof Type.Word words) {
      return choice(words.words().words().stream().map(Word::text).toList(), property.example());
    } else if (property.type() instanceof Type.Tagged) {
      return place(property.example());
    }
    return place(property.example());
  }

  /** One of a few, the first of many that stand in their order, or else what is usual. */
  private String choice(List<String> all, String usual) {
    if (all.size() > 1 && all.size() <= CHOICES) {
      return "${" + place++ + "|" + String.join(",", all) + "|}";
    }
    return all.isEmpty() ? "$" + place++ : place(usual.isEmpty() ? all.get(0) : usual);
  }

  private List<String> candidates(Type.Reference expected) {
    return References.fitting(plan, repeat, offset, expected).stream()
        .map(References.Candidate::text)
        .toList();
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
