package dev.genplan.benchmarks;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.WordList;
import dev.genplan.text.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a JSON schema can say of the language: kinds, properties, words, ranges of numbers, and
 * their documentation. What it cannot say, names and their types, units, flow and rules, a server
 * that checks with it does not do; it has the less work.
 */
final class YamlSchema {

  private final JsonObject definitions = new JsonObject();
  private final Map<JsonObject, String> names = new HashMap<>();

  private YamlSchema() {}

  /** The schema, as JSON. */
  static String text() {
    return new GsonBuilder().setPrettyPrinting().create().toJson(new YamlSchema().root()) + "\n";
  }

  private JsonObject root() {
    JsonObject kinds = new JsonObject();
    for (Kind kind : Schema.kinds()) {
      definitions.add(kind.word(), block(kind.body(), kind.doc().in(Language.ENGLISH)));
    }
    for (Kind kind : Schema.kinds()) {
      JsonObject named = object();
      named.addProperty("description", kind.doc().in(Language.ENGLISH));
      named.add("additionalProperties", reference(kind.word()));
      kinds.add(kind.word(), named);
    }
    JsonObject root = object();
    root.addProperty("$schema", "http://json-schema.org/draft-07/schema#");
    root.add("properties", kinds);
    root.addProperty("additionalProperties", false);
    root.add("definitions", definitions);
    return root;
  }

  private JsonObject block(BlockSpec spec, String doc) {
    JsonObject properties = new JsonObject();
    JsonArray required = new JsonArray();
    for (Property property : spec.properties()) {
      properties.add(property.name(), property(property));
      if (property.required()) {
        required.add(property.name());
      }
    }
    spec.nested()
        .forEach(
            (keyword, inner) -> {
              JsonObject named = object();
              named.add("additionalProperties", block(inner, ""));
              properties.add(keyword, named);
            });
    if (spec.content() == BlockSpec.Content.STAGES) {
      Schema.kinds().stream()
          .filter(Kind::stage)
          .filter(kind -> !properties.has(kind.word()))
          .forEach(
              kind -> {
                JsonObject named = object();
                named.add("additionalProperties", reference(kind.word()));
                properties.add(kind.word(), named);
              });
    }
    JsonObject result = object();
    if (!doc.isEmpty()) {
      result.addProperty("description", doc);
    }
    result.add("properties", properties);
    if (!required.isEmpty()) {
      result.add("required", required);
    }
    boolean open =
        spec.keys().isPresent()
            || (spec.content() != BlockSpec.Content.PROPERTIES
                && spec.content() != BlockSpec.Content.STAGES);
    result.addProperty("additionalProperties", open);
    return result;
  }

  private JsonObject property(Property property) {
    JsonObject result = new JsonObject();
    if (property.type() instanceof Type.Section section) {
      result = block(section.block(), "");
    } else {
      JsonObject type = shared(type(property.type()));
      JsonObject qualified = object();
      qualified.add("properties", new JsonObject());
      qualified.getAsJsonObject("properties").add("value", type);
      qualified.add("required", array(List.of(new JsonPrimitive("value"))));
      JsonObject list = new JsonObject();
      list.addProperty("type", "array");
      list.add("items", type);
      result.add(
          "anyOf",
          array(property.many() ? List.of(type, list, qualified) : List.of(type, qualified)));
    }
    result.addProperty("title", property.title().in(Language.ENGLISH));
    result.addProperty("description", property.doc().in(Language.ENGLISH));
    return shared(result);
  }

  /** What stands in many places is defined once. */
  private JsonObject shared(JsonObject type) {
    if (type.has("$ref") || type.size() < 2 && !type.has("anyOf") && !type.has("enum")) {
      return type;
    }
    String name = names.computeIfAbsent(type, any -> "type-" + (names.size() + 1));
    definitions.add(name, type);
    return reference(name);
  }

  private JsonObject type(Type type) {
    if (type instanceof Type.Section section) {
      return block(section.block(), "");
    } else if (type instanceof Type.Word word) {
      return words(word.words());
    } else if (type instanceof Type.Tagged tagged) {
      return tagged(tagged.words());
    } else if (type instanceof Type.Either either) {
      JsonObject any = new JsonObject();
      any.add("anyOf", array(either.types().stream().map(this::type).toList()));
      return any;
    } else if (type instanceof Type.Bool) {
      return typed("boolean");
    } else if (type instanceof Type.Number number) {
      JsonObject result = typed(number.integer() ? "integer" : "number");
      if (Double.isFinite(number.min())) {
        result.addProperty("minimum", number.min());
      }
      if (Double.isFinite(number.max())) {
        result.addProperty("maximum", number.max());
      }
      return result;
    } else if (type instanceof Type.Share || type instanceof Type.Quantity) {
      JsonObject result = new JsonObject();
      JsonArray both = new JsonArray();
      both.add("number");
      both.add("string");
      result.add("type", both);
      return result;
    }
    return typed("string");
  }

  private JsonObject words(WordList list) {
    if (list.isOpen()) {
      return typed("string");
    }
    JsonObject result = new JsonObject();
    JsonArray words = new JsonArray();
    list.words().forEach(word -> words.add(word.text()));
    result.add("enum", words);
    return result;
  }

  /** A word alone, or a mapping with the word and the options of all words. */
  private JsonObject tagged(WordList list) {
    JsonObject properties = new JsonObject();
    properties.add("type", words(list));
    list.words().stream()
        .flatMap(word -> word.block().stream())
        .flatMap(block -> block.properties().stream())
        .filter(option -> !properties.has(option.name()))
        .forEach(option -> properties.add(option.name(), property(option)));
    JsonObject mapping = object();
    mapping.add("properties", properties);
    JsonObject result = new JsonObject();
    result.add("anyOf", array(List.of(words(list), mapping)));
    return result;
  }

  private static JsonObject object() {
    return typed("object");
  }

  private static JsonObject typed(String type) {
    JsonObject result = new JsonObject();
    result.addProperty("type", type);
    return result;
  }

  private static JsonObject reference(String definition) {
    JsonObject result = new JsonObject();
    result.addProperty("$ref", "#/definitions/" + definition);
    return result;
  }

  private static JsonArray array(List<? extends JsonElement> elements) {
    JsonArray result = new JsonArray();
    elements.forEach(result::add);
    return result;
  }
}
