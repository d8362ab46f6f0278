package dev.genplan.text;

/**
 * One text in both languages. That both exist is held by the constructor, not by a test.
 *
 * @param en English
 * @param zh simplified Chinese
 */
public record Localized(String en, String zh) {

  /** The text in one language. */
  public String in(Language language) {
    return language == Language.CHINESE ? zh : en;
  }

  /** A text that is the same in both languages: a name, a word of the plan, a number. */
  public static Localized same(String text) {
    return new Localized(text, text);
  }

  /** A text from its two forms. */
  public static Localized of(String en, String zh) {
    return new Localized(en, zh);
  }

  /**
   * This text as a template filled with arguments.
   *
   * @param arguments what {@code {0}}, {@code {1}} ... stand for; see {@link Message}
   */
  public Message with(Object... arguments) {
    return new Message(this, java.util.List.of(arguments));
  }
}
