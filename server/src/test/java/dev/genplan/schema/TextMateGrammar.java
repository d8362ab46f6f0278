package dev.genplan.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The grammar with which editors color a plan before, or without, the language server: a frame, in
 * which the words of the schema are filled in.
 */
final class TextMateGrammar {

  private static final String NAME =
      "[\\\\p{L}][\\\\p{L}\\\\p{N}_-]*(?:\\\\.\\\\d[\\\\p{L}\\\\p{N}_-]*)*";

  private final Set<String> kinds = new TreeSet<>();
  private final Set<String> sections = new TreeSet<>();
  private final Set<String> properties = new TreeSet<>();
  private final Set<String> words = new TreeSet<>();

  private TextMateGrammar() {
    SchemaWalk walk = new SchemaWalk();
    Schema.kinds().forEach(kind -> kinds.add(kind.word()));
    walk.blocks.values().forEach(block -> kinds.addAll(block.nested().keySet()));
    walk.properties.values().forEach(this::property);
    for (WordList list : walk.lists.values()) {
      list.words().forEach(word -> words.add(word.text()));
    }
    properties.remove(Schema.allow().name());
  }

  private void property(Property property) {
    boolean section = property.type() instanceof Type.Section;
    (section ? sections : properties).add(property.name());
  }

  /** The grammar as JSON. */
  static String json() {
    TextMateGrammar grammar = new TextMateGrammar();
    return frame()
        .replace("@KINDS@", alternatives(grammar.kinds))
        .replace("@SECTIONS@", alternatives(grammar.sections))
        .replace("@PROPERTIES@", alternatives(grammar.properties))
        .replace("@WORDS@", alternatives(grammar.words))
        .replace("@NAME@", NAME);
  }

  /** The longest first: of alternatives, a regular expression takes the first that fits. */
  private static String alternatives(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(String::compareTo))
        .map(word -> word.replace(".", "\\\\."))
        .collect(Collectors.joining("|"));
  }

  private static String frame() {
    try (InputStream stream =
        TextMateGrammar.class.getResourceAsStream("genplan.tmLanguage.json")) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
