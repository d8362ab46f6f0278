package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a {@link WordList} so that it can be read as a table. */
final class WordListBuilder {

  private final String name;
  private final boolean open;
  private final List<Word> words = new ArrayList<>();
  private Optional<BlockSpec> options = Optional.empty();

  private WordListBuilder(String name, boolean open) {
    this.name = name;
    this.open = open;
  }

  /** A list that is complete. */
  static WordListBuilder closed(String name) {
    return new WordListBuilder(name, false);
  }

  /** A list of what is common, beside which other words may be used. */
  static WordListBuilder open(String name) {
    return new WordListBuilder(name, true);
  }

  /** Options that all words take which are added from here on. */
  WordListBuilder options(Property... properties) {
    options =
        properties.length == 0 ? Optional.empty() : Optional.of(BlockSpec.of(List.of(properties)));
    return this;
  }

  /** Options that the words added from here on take besides. */
  WordListBuilder moreOptions(Property... properties) {
    List<Property> all = new ArrayList<>(options.orElseThrow().properties());
    all.addAll(List.of(properties));
    options = Optional.of(BlockSpec.of(all));
    return this;
  }

  WordListBuilder add(String word, String en, String zh) {
    words.add(new Word(word, Localized.of(en, zh), options));
    return this;
  }

  /** All words of another list. */
  WordListBuilder addAll(WordList other) {
    words.addAll(other.words());
    return this;
  }

  WordList build() {
    return new WordList(name, open, words);
  }
}
