package dev.genplan.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a client has set in the section {@code genplan} of its settings.
 *
 * @param profile name of the selection of rules; empty for the usual one
 * @param levels for names of rules what they are set to
 * @param locale language of all messages; empty for the one the client has started with
 * @param inlayHints whether hints are shown between the words of a plan
 * @param codeLens whether lines about declarations are shown above them
 */
record ClientSettings(
    Optional<String> profile,
    Map<String, String> levels,
    Optional<Language> locale,
    boolean inlayHints,
    boolean codeLens) {

  /** The name of the section. */
  static final String SECTION = "genplan";

  private static final String PROFILE = "lint.profile";
  private static final String RULES = "lint.rules";
  private static final String LOCALE = "locale";
  private static final String INLAY_HINTS = "inlayHints.enabled";
  private static final String CODE_LENS = "codeLens.enabled";

  private static final List<String> NAMES = List.of(PROFILE, RULES, LOCALE, INLAY_HINTS, CODE_LENS);

  /** Groups of settings that the client keeps for itself in the same section. */
  private static final Set<String> CLIENTS_OWN = Set.of("server", "java", "trace");

  private static final Localized UNKNOWN =
      Localized.of("there is no setting `genplan.{0}`", "没有设置项 `genplan.{0}`");
  private static final Localized UNKNOWN_NEAREST =
      Localized.of(
          "there is no setting `genplan.{0}`; did you mean `genplan.{1}`?",
          "没有设置项 `genplan.{0}`；是否想写 `genplan.{1}`？");
  private static final Localized NOT_A_TEXT =
      Localized.of("`genplan.{0}` takes a text, not `{1}`", "`genplan.{0}` 应为字符串，而不是 `{1}`");
  private static final Localized NOT_A_CHOICE =
      Localized.of(
          "`genplan.{0}` takes `true` or `false`, not `{1}`",
          "`genplan.{0}` 应为 `true` 或 `false`，而不是 `{1}`");
  private static final Localized NOT_RULES =
      Localized.of(
          "`genplan.{0}` takes an object such as { \"no-rollback\": \"off\" }, not `{1}`",
          "`genplan.{0}` 应为对象，例如 { \"no-rollback\": \"off\" }，而不是 `{1}`");
  private static final Localized NO_SETTINGS =
      Localized.of("they are an object, not `{0}`", "应为对象，而不是 `{0}`");
  private static final Localized NO_LOCALE =
      Localized.of(
          "`genplan.{0}` can be `auto`, `en` or `zh-CN`, not `{1}`",
          "`genplan.{0}` 可以是 `auto`、`en` 或 `zh-CN`，而不是 `{1}`");

  ClientSettings {
    levels = Map.copyOf(levels);
  }

  /** What holds for a client that sets nothing. */
  static ClientSettings usual() {
    return new ClientSettings(Optional.empty(), Map.of(), Optional.empty(), true, true);
  }

  /**
   * What can be understood, and what is wrong with the rest.
   *
   * @param settings the former
   * @param problems the latter
   */
  record Read(ClientSettings settings, List<Message> problems) {}

  /**
   * Reads settings, nested or with dots in their names, with or without the name of the section.
   *
   * @param sources what the client has sent, the more important behind the less
   */
  static Read read(List<JsonElement> sources) {
    Map<String, JsonElement> values = new LinkedHashMap<>();
    sources.forEach(source -> flatten("", section(source), values));
    return new Reader().read(values);
  }

  /** Some clients send the settings of all servers. */
  private static JsonElement section(JsonElement sent) {
    return sent.isJsonObject() && sent.getAsJsonObject().has(SECTION)
        ? sent.getAsJsonObject().get(SECTION)
        : sent;
  }

  private static void flatten(String path, JsonElement value, Map<String, JsonElement> values) {
    if (value.isJsonNull()) {
      return;
    }
    String name = path.startsWith(SECTION + ".") ? path.substring(SECTION.length() + 1) : path;
    if (!value.isJsonObject() || !(name.isEmpty() || isGroup(name))) {
      values.put(name, value);
      return;
    }
    for (Map.Entry<String, JsonElement> entry : value.getAsJsonObject().entrySet()) {
      String inside = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      flatten(inside, entry.getValue(), values);
    }
  }

  private static boolean isGroup(String name) {
    return NAMES.stream().anyMatch(each -> each.startsWith(name + "."));
  }

  private static final class Reader {
    private final List<Message> problems = new ArrayList<>();
    private Optional<String> profile = Optional.empty();
    private Map<String, String> levels = Map.of();
    private Optional<Language> locale = Optional.empty();
    private boolean inlayHints = true;
    private boolean codeLens = true;

    Read read(Map<String, JsonElement> values) {
      values.forEach(this::take);
      return new Read(new ClientSettings(profile, levels, locale, inlayHints, codeLens), problems);
    }

    private void take(String name, JsonElement value) {
      switch (name) {
        case "" -> problems.add(NO_SETTINGS.with(value));
        case PROFILE -> profile = text(name, value, NOT_A_TEXT);
        case RULES -> levels = rules(value);
        case LOCALE -> locale = text(name, value, NO_LOCALE).flatMap(this::language);
        case INLAY_HINTS -> inlayHints = choice(name, value);
        case CODE_LENS -> codeLens = choice(name, value);
        default -> unknown(name);
      }
    }

    private void unknown(String name) {
      if (!CLIENTS_OWN.contains(name.split("\\.", 2)[0])) {
        problems.add(
            Nearest.of(name, NAMES)
                .map(nearest -> UNKNOWN_NEAREST.with(name, nearest))
                .orElseGet(() -> UNKNOWN.with(name)));
      }
    }

    private Optional<String> text(String name, JsonElement value, Localized otherwise) {
      if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
        return Optional.of(value.getAsString());
      }
      problems.add(otherwise.with(name, value));
      return Optional.empty();
    }

    private boolean choice(String name, JsonElement value) {
      if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
        return value.getAsBoolean();
      }
      problems.add(NOT_A_CHOICE.with(name, value));
      return true;
    }

    private Optional<Language> language(String tag) {
      if (tag.isEmpty() || tag.equals("auto")) {
        return Optional.empty();
      }
      if (Language.isOf(tag, "en") || Language.isOf(tag, "zh")) {
        return Optional.of(Language.of(tag));
      }
      problems.add(NO_LOCALE.with(LOCALE, tag));
      return Optional.empty();
    }

    private Map<String, String> rules(JsonElement value) {
      if (!value.isJsonObject()) {
        problems.add(NOT_RULES.with(RULES, value));
        return Map.of();
      }
      Map<String, String> read = new TreeMap<>();
      JsonObject rules = value.getAsJsonObject();
      for (String rule : rules.keySet()) {
        text(RULES + "." + rule, rules.get(rule), NOT_A_TEXT)
            .ifPresent(level -> read.put(rule, level));
      }
      return read;
    }
  }
}
