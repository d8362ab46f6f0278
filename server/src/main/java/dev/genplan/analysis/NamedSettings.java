package dev.genplan.analysis;

import dev.genplan.rules.Level;
import dev.genplan.rules.Profile;
import dev.genplan.rules.Rule;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Settings as users name them, on a command line or in those of an editor.
 *
 * @param settings what could be understood; the rest is as usual
 * @param problems what could not be, with the nearest name that there is
 */
public record NamedSettings(Settings settings, List<Message> problems) {

  private static final Localized PROFILE_NEAREST =
      Localized.of("there is no profile `{0}`; did you mean `{1}`?", "没有规则集 `{0}`；是否想写 `{1}`？");
  private static final Localized NO_PROFILE =
      Localized.of("there is no profile `{0}`; there are {1}", "没有规则集 `{0}`；可用的有 {1}");
  private static final Localized RULE_NEAREST =
      Localized.of("there is no rule `{0}`; did you mean `{1}`?", "没有规则 `{0}`；是否想写 `{1}`？");
  private static final Localized NO_RULE =
      Localized.of(
          "there is no rule `{0}`; `genplan rules` lists them",
          "没有规则 `{0}`；`genplan rules` 列出全部规则");
  private static final Localized LEVEL_NEAREST =
      Localized.of(
          "`{0}` cannot be set to `{1}`; did you mean `{2}`?", "`{0}` 不能设为 `{1}`；是否想写 `{2}`？");
  private static final Localized NO_LEVEL =
      Localized.of(
          "`{0}` cannot be set to `{1}`, only to one of {2}", "`{0}` 不能设为 `{1}`，只能是 {2} 之一");

  public NamedSettings {
    problems = List.copyOf(problems);
  }

  /**
   * Reads settings.
   *
   * @param profile name of a profile; empty for the usual one
   * @param levels for names of rules the words of {@link Level}
   * @param rules all rules there are
   */
  public static NamedSettings read(
      Supplier<LocalDate> today,
      Optional<String> profile, Map<String, String> levels, List<Rule> rules) {
    List<Message> problems = new ArrayList<>();
    Profile chosen = Profile.RECOMMENDED;
    if (profile.isPresent()) {
      chosen = profile(profile.get(), problems).orElse(chosen);
    }
    Map<String, Level> read = new HashMap<>();
    levels.forEach(
        (rule, word) -> {
          if (isRule(rule, rules, problems)) {
            level(rule, word, problems).ifPresent(level -> read.put(rule, level));
          }
        });
    return new NamedSettings(new Settings(today, chosen, read), problems);
  }

  private static Optional<Profile> profile(String name, List<Message> problems) {
    for (Profile profile : Profile.values()) {
      if (profile.word().equals(name)) {
        return Optional.of(profile);
      }
    }
    List<String> words = Stream.of(Profile.values()).map(Profile::word).toList();
    problems.add(
        Nearest.of(name, words)
            .map(nearest -> PROFILE_NEAREST.with(name, nearest))
            .orElseGet(() -> NO_PROFILE.with(name, quoted(words))));
    return Optional.empty();
  }

  private static boolean isRule(String name, List<Rule> rules, List<Message> problems) {
    List<String> names = rules.stream().map(rule -> rule.info().id()).toList();
    if (names.contains(name)) {
      return true;
    }
    problems.add(
        Nearest.of(name, names)
            .map(nearest -> RULE_NEAREST.with(name, nearest))
            .orElseGet(() -> NO_RULE.with(name)));
    return false;
  }

  private static Optional<Level> level(String rule, String word, List<Message> problems) {
    for (Level level : Level.values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    List<String> words = Stream.of(Level.values()).map(Level::word).toList();
    problems.add(
        Nearest.of(word, words)
            .map(nearest -> LEVEL_NEAREST.with(rule, word, nearest))
            .orElseGet(() -> NO_LEVEL.with(rule, word, quoted(words))));
    return Optional.empty();
  }

  private static String quoted(List<String> words) {
    return "`" + String.join("`, `", words) + "`";
  }
}
