package dev.genplan.plan;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Language tags as in BCP 47. */
final class CheckerLanguages {

  private CheckerLanguages() {}

  static void check(CheckerFindings findings, Value.Reference value) {
    String tag = value.text();
    if (isTag(tag)) {
      return;
    }
    Span span = value.path().span();
    Optional<String> called = called(tag);
    if (called.isPresent()) {
      findings.add(
          CheckerCode.UNKNOWN_WORD,
          span,
          CheckerPhrases.called(tag, called.get()),
          CheckerFixes.rename(span, called.get()));
    } else {
      findings.add(
          CheckerCode.UNKNOWN_WORD,
          span,
          Localized.of(
                  "`{0}` is not a language code; write one such as `en` or `zh-Hans` (BCP 47)",
                  "`{0}` 不是语言代码，请写 `en`、`zh-Hans` 这样的代码（BCP 47）")
              .with(tag));
    }
  }

  /**
   * Whether the first part is a language, and the others are letters and digits of legal length.
   */
  private static boolean isTag(String tag) {
    String[] parts = tag.split("-", -1);
    boolean language =
        switch (parts[0].length()) {
          case 2 -> isLanguage(parts[0]);
          case 3 -> isAlphanumeric(parts[0]);
          default -> false;
        };
    for (int i = 1; i < parts.length && language; i++) {
      int length = parts[i].length();
      language = length > 0 && length <= 8 && isAlphanumeric(parts[i]);
    }
    return language;
  }

  private static boolean isLanguage(String code) {
    for (String known : Locale.getISOLanguages()) {
      if (known.equals(code)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> called(String name) {
    for (String code : Locale.getISOLanguages()) {
      Locale locale = new Locale.Builder().setLanguage(code).build();
      for (Locale in : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE, locale)) {
        if (locale.getDisplayLanguage(in).equalsIgnoreCase(name)) {
          return Optional.of(code);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isAlphanumeric(String part) {
    for (int i = 0; i < part.length(); i++) {
      char c = part.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }
}
