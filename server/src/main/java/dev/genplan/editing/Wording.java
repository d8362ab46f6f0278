package dev.genplan.editing;

import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.List;

/** Puts sentences together in the reader's language. */
class Wording {

  private final Language language;

  Wording(Language language) {
    this.language = language;
  }

  Language language() {
    return language;
  }

  String in(Localized text) {
    return text.in(language);
  }

  String in(Localized template, Object... arguments) {
    return template.with(arguments).in(language);
  }

  /** Sentences in a row; Chinese needs no space between them. */
  String row(List<String> sentences) {
    return String.join(language == Language.CHINESE ? "" : " ", sentences);
  }

  /** Names one after the other. */
  String list(List<String> names) {
    return String.join(language == Language.CHINESE ? "、" : ", ", names);
  }

  /** A sentence with the full stop it may lack. */
  String sentence(String text) {
    boolean ends = text.isEmpty() || ".。!?！？".indexOf(text.charAt(text.length() - 1)) >= 0;
    return ends ? text : text + (language == Language.CHINESE ? "。" : ".");
  }
}
