package dev.genplan.text;

import java.util.List;

/**
 * A sentence for the user, kept as template and arguments until the language is known.
 *
 * @param template holds {@code {0}}, {@code {1}} ...; any other brace stands for itself
 * @param arguments what is put there: a {@link Localized} or a {@link Message} in the language of
 *     the sentence, anything else by its {@code toString}
 */
public record Message(Localized template, List<Object> arguments) {

  public Message {
    arguments = List.copyOf(arguments);
  }

  /** A sentence without arguments. */
  public static Message of(String en, String zh) {
    return new Message(new Localized(en, zh), List.of());
  }

  /** The sentence in one language. */
  public String in(Language language) {
    String text = template.in(language);
    if (arguments.isEmpty()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 32);
    int done = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int close = open + 2;
      if (close >= text.length() || text.charAt(close) != '}') {
        continue;
      }
      int index = text.charAt(open + 1) - '0';
      if (index < 0 || index >= arguments.size()) {
        continue;
      }
      out.append(text, done, open).append(render(arguments.get(index), language));
      done = close + 1;
    }
    return out.append(text, done, text.length()).toString();
  }

  private static String render(Object argument, Language language) {
    if (argument instanceof Localized localized) {
      return localized.in(language);
    }
    return argument instanceof Message message ? message.in(language) : argument.toString();
  }

  /** The sentence in English, for logs and debuggers. */
  @Override
  public String toString() {
    return in(Language.ENGLISH);
  }
}
