package dev.genplan.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/**
 * The protocol's published meta model, {@code metaModel.json}, and in the same form GenPlan's own
 * requests, {@code ownModel.json}: which shape each message has. Finds what a value has that does
 * not belong there, and what it lacks.
 */
final class MetaModel {

  /** Looks at each structure that a value contains, from the outside to the inside. */
  interface Visitor {
    Visitor NONE = (structure, value, path) -> {};

    void structure(String structure, JsonObject value, String path);
  }

  private static final MetaModel INSTANCE =
      new MetaModel(load("metaModel.json"), load("ownModel.json"));

  private final Map<String, JsonObject> requests = new HashMap<>();
  private final Map<String, JsonObject> notifications = new HashMap<>();
  private final Map<String, JsonObject> structures = new HashMap<>();
  private final Map<String, JsonObject> enumerations = new HashMap<>();
  private final Map<String, JsonElement> aliases = new HashMap<>();
  private final Map<String, Map<String, JsonObject>> properties = new HashMap<>();

  private MetaModel(JsonObject... models) {
    for (JsonObject model : models) {
      add(model);
    }
  }

  private void add(JsonObject model) {
    each(model, "requests", it -> requests.put(text(it, "method"), it));
    each(model, "notifications", it -> notifications.put(text(it, "method"), it));
    each(model, "structures", it -> structures.put(text(it, "name"), it));
    each(model, "enumerations", it -> enumerations.put(text(it, "name"), it));
    each(model, "typeAliases", it -> aliases.put(text(it, "name"), it.get("type")));
  }

  static MetaModel get() {
    return INSTANCE;
  }

  private static JsonObject load(String name) {
    try (InputStream in = MetaModel.class.getResourceAsStream(name)) {
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void each(JsonObject owner, String list, Consumer<JsonObject> action) {
    if (owner.has(list)) {
      owner.getAsJsonArray(list).forEach(it -> action.accept(it.getAsJsonObject()));
    }
  }

  private static String text(JsonObject object, String name) {
    return object.get(name).getAsString();
  }

  /** Whether the server may send this request or notification. */
  boolean comesFromServer(String method) {
    JsonObject known = requests.getOrDefault(method, notifications.get(method));
    return known != null && !text(known, "messageDirection").equals("clientToServer");
  }

  /** The type of a method's parameters; empty if it has none or is not known. */
  Optional<JsonElement> params(String method) {
    JsonObject known = requests.getOrDefault(method, notifications.get(method));
    return Optional.ofNullable(known).map(it -> it.get("params"));
  }

  /** The type of a request's result. */
  Optional<JsonElement> result(String method) {
    return Optional.ofNullable(requests.get(method)).map(it -> it.get("result"));
  }

  /** The type of the parts in which a request's result may come. */
  Optional<JsonElement> partialResult(String method) {
    return Optional.ofNullable(requests.get(method)).map(it -> it.get("partialResult"));
  }

  /** The type of the options with which a method is registered. */
  Optional<JsonElement> registration(String method) {
    JsonObject known = requests.getOrDefault(method, notifications.get(method));
    return Optional.ofNullable(known).map(it -> it.get("registrationOptions"));
  }

  /** The type of a structure, an enumeration or an alias. */
  static JsonObject reference(String name) {
    JsonObject type = new JsonObject();
    type.addProperty("kind", "reference");
    type.addProperty("name", name);
    return type;
  }

  /**
   * Checks a value and shows what it contains.
   *
   * @param problems takes a sentence for each thing that is wrong
   */
  void check(
      JsonElement value, JsonElement type, String path, Consumer<String> problems, Visitor seen) {
    new Check(problems, seen).value(value, type.getAsJsonObject(), path);
  }

  private boolean fits(JsonElement value, JsonObject type) {
    boolean[] fits = {true};
    new Check(problem -> fits[0] = false, Visitor.NONE).value(value, type, "");
    return fits[0];
  }

  /** All properties of a structure, inherited ones included. */
  private Map<String, JsonObject> properties(String structure) {
    Map<String, JsonObject> known = properties.get(structure);
    if (known == null) {
      Map<String, JsonObject> all = new LinkedHashMap<>();
      JsonObject declared = structures.get(structure);
      for (String list : List.of("extends", "mixins")) {
        each(declared, list, it -> all.putAll(properties(text(it, "name"))));
      }
      each(declared, "properties", it -> all.put(text(it, "name"), it));
      known = all;
      properties.put(structure, all);
    }
    return known;
  }

  private final class Check {
    private final Consumer<String> problems;
    private final Visitor seen;

    Check(Consumer<String> problems, Visitor seen) {
      this.problems = problems;
      this.seen = seen;
    }

    void value(JsonElement value, JsonObject type, String path) {
      switch (text(type, "kind")) {
        case "base" -> base(value, text(type, "name"), path);
        case "reference" -> named(value, text(type, "name"), path);
        case "array" -> array(value, type.getAsJsonObject("element"), path);
        case "map" -> map(value, type.getAsJsonObject("value"), path);
        case "and" -> and(value, type.getAsJsonArray("items"), path);
        case "or" -> or(value, type.getAsJsonArray("items"), path);
        case "tuple" -> tuple(value, type.getAsJsonArray("items"), path);
        case "literal" -> literal(value, type.getAsJsonObject("value"), path);
        case "stringLiteral" -> expect(type.get("value").equals(value), value, "this word", path);
        default -> problems.accept(path + ": no such kind of type: " + type);
      }
    }

    private void expect(boolean holds, JsonElement value, String expected, String path) {
      if (!holds) {
        problems.accept(path + ": expected " + expected + ", found " + value);
      }
    }

    private void base(JsonElement value, String name, String path) {
      boolean fits =
          switch (name) {
            case "null" -> value.isJsonNull();
            case "string" -> isString(value);
            case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
            case "decimal" -> isNumber(value);
            case "integer" -> isInteger(value, Integer.MIN_VALUE);
            case "uinteger" -> isInteger(value, 0);
            case "URI", "DocumentUri" -> isString(value) && isUri(value.getAsString());
            default -> false;
          };
      expect(fits, value, name, path);
    }

    private static boolean isString(JsonElement value) {
      return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    private static boolean isNumber(JsonElement value) {
      return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }

    private static boolean isInteger(JsonElement value, int least) {
      if (!isNumber(value)) {
        return false;
      }
      BigDecimal number = value.getAsBigDecimal();
      return number.stripTrailingZeros().scale() <= 0
          && number.compareTo(BigDecimal.valueOf(least)) >= 0
          && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    private static boolean isUri(String value) {
      try {
        return new URI(value).isAbsolute();
      } catch (URISyntaxException e) {
        return false;
      }
    }

    private void named(JsonElement value, String name, String path) {
      if (name.equals("LSPAny")) {
        return;
      }
      if (aliases.containsKey(name)) {
        value(value, aliases.get(name).getAsJsonObject(), path);
      } else if (enumerations.containsKey(name)) {
        enumeration(value, enumerations.get(name), path);
      } else if (value.isJsonObject()) {
        object(value.getAsJsonObject(), properties(name), name, path);
        seen.structure(name, value.getAsJsonObject(), path);
        inside(value.getAsJsonObject(), properties(name), path);
      } else {
        expect(false, value, name, path);
      }
    }

    private void enumeration(JsonElement value, JsonObject enumeration, String path) {
      boolean known =
          StreamSupport.stream(enumeration.getAsJsonArray("values").spliterator(), false)
              .anyMatch(each -> same(each.getAsJsonObject().get("value"), value));
      if (!known && enumeration.has("supportsCustomValues")) {
        value(value, enumeration.getAsJsonObject("type"), path);
      } else {
        expect(known, value, text(enumeration, "name"), path);
      }
    }

    private static boolean same(JsonElement known, JsonElement value) {
      return known.equals(value)
          || (isNumber(known) && isNumber(value) && known.getAsInt() == value.getAsInt());
    }

    private void object(JsonObject value, Map<String, JsonObject> known, String name, String path) {
      known.forEach(
          (property, declared) -> {
            if (!declared.has("optional") && !value.has(property)) {
              problems.accept(path + ": a " + name + " needs `" + property + "`");
            }
          });
      for (String property : value.keySet()) {
        if (!known.containsKey(property)) {
          problems.accept(path + ": a " + name + " has no `" + property + "`");
        }
      }
    }

    private void inside(JsonObject value, Map<String, JsonObject> known, String path) {
      value
          .entrySet()
          .forEach(
              entry -> {
                JsonObject declared = known.get(entry.getKey());
                if (declared != null) {
                  value(
                      entry.getValue(),
                      declared.getAsJsonObject("type"),
                      path + "." + entry.getKey());
                }
              });
    }

    private void literal(JsonElement value, JsonObject literal, String path) {
      if (!value.isJsonObject()) {
        expect(false, value, "an object", path);
        return;
      }
      Map<String, JsonObject> known = new LinkedHashMap<>();
      each(literal, "properties", it -> known.put(text(it, "name"), it));
      object(value.getAsJsonObject(), known, "literal", path);
      inside(value.getAsJsonObject(), known, path);
    }

    private void array(JsonElement value, JsonObject element, String path) {
      if (!value.isJsonArray()) {
        expect(false, value, "a list", path);
        return;
      }
      JsonArray list = value.getAsJsonArray();
      for (int i = 0; i < list.size(); i++) {
        value(list.get(i), element, path + "[" + i + "]");
      }
    }

    private void tuple(JsonElement value, JsonArray items, String path) {
      if (!value.isJsonArray() || value.getAsJsonArray().size() != items.size()) {
        expect(false, value, items.size() + " values", path);
        return;
      }
      for (int i = 0; i < items.size(); i++) {
        value(value.getAsJsonArray().get(i), items.get(i).getAsJsonObject(), path + "[" + i + "]");
      }
    }

    private void map(JsonElement value, JsonObject element, String path) {
      if (!value.isJsonObject()) {
        expect(false, value, "a map", path);
        return;
      }
      value
          .getAsJsonObject()
          .entrySet()
          .forEach(it -> value(it.getValue(), element, path + "." + it.getKey()));
    }

    private void and(JsonElement value, JsonArray items, String path) {
      if (!value.isJsonObject()) {
        expect(false, value, "an object", path);
        return;
      }
      Map<String, JsonObject> all = new LinkedHashMap<>();
      items.forEach(item -> all.putAll(properties(text(item.getAsJsonObject(), "name"))));
      object(value.getAsJsonObject(), all, "combination", path);
      inside(value.getAsJsonObject(), all, path);
    }

    /** One of several: the first that fits; where none does, what the likeliest one lacks. */
    private void or(JsonElement value, JsonArray items, String path) {
      for (JsonElement item : items) {
        if (fits(value, item.getAsJsonObject())) {
          value(value, item.getAsJsonObject(), path);
          return;
        }
      }
      problems.accept(path + ": none of the shapes that are possible here: " + shortened(value));
      for (JsonElement item : items) {
        value(value, item.getAsJsonObject(), path + "|");
      }
    }

    private static String shortened(JsonElement value) {
      String text = value instanceof JsonPrimitive ? value.getAsString() : value.toString();
      return text.length() > 400 ? text.substring(0, 400) + "…" : text;
    }
  }
}
