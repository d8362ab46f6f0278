package dev.genplan.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that a property can have as its value. */
public final class WordList {

  private final String name;
  private final boolean open;
  private final Map<String, Word> words;

  /**
   * @param name what the list is called in the language reference
   * @param open whether other words are allowed too: an unknown one is then only noted
   * @param words in the order in which they are offered
   */
  public WordList(String name, boolean open, List<Word> words) {
    this.name = name;
    this.open = open;
    Map<String, Word> map = new LinkedHashMap<>(words.size() * 2);
    for (Word word : words) {
      map.put(word.text(), word);
    }
    this.words = map;
  }

  public String name() {
    return name;
  }

  public boolean isOpen() {
    return open;
  }

  public List<Word> words() {
    return List.copyOf(words.values());
  }

  public Optional<Word> find(String text) {
    return Optional.ofNullable(words.get(text));
  }
}
