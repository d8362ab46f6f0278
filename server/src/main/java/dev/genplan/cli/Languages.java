package dev.genplan.cli;

import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Decides in which language the program answers. */
final class Languages {

  static final String OPTION = "lang";

  private Languages() {}

  /**
   * The language: what {@code --lang} says, else the first variable of the locale that is set, else
   * the system's setting.
   *
   * @param arguments all arguments, read before anything else so that a complaint about the others
   *     is understood, too
   * @throws UsageException if {@code --lang} names a language that the program does not speak
   */
  static Language of(List<String> arguments, Environment environment) throws UsageException {
    Optional<String> asked = asked(arguments);
    if (asked.isPresent()) {
      return named(asked.get());
    }
    for (String name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
      String value = environment.variable(name);
      if (!value.isEmpty()) {
        return Language.of(value);
      }
    }
    return Language.of(Locale.getDefault());
  }

  private static Language named(String tag) throws UsageException {
    if (!Language.isOf(tag, "en") && !Language.isOf(tag, "zh")) {
      throw new UsageException(
          Localized.of(
                  "`{0}` is no language that GenPlan speaks; it speaks `en` and `zh-CN`",
                  "GenPlan 不支持语言 `{0}`；支持 `en` 和 `zh-CN`")
              .with(tag));
    }
    return Language.of(tag);
  }

  private static Optional<String> asked(List<String> arguments) {
    String option = "--" + OPTION;
    for (int i = 0; i < arguments.size() && !arguments.get(i).equals("--"); i++) {
      String argument = arguments.get(i);
      if (argument.startsWith(option + "=")) {
        return Optional.of(argument.substring(option.length() + 1));
      }
      if (argument.equals(option) && i + 1 < arguments.size()) {
        return Optional.of(arguments.get(i + 1));
      }
    }
    return Optional.empty();
  }
}
