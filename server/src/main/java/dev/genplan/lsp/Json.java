package dev.genplan.lsp;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.TypeAdapter;
import com.google.gson.TypeAdapterFactory;
import com.google.gson.reflect.TypeToken;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.validation.NonNull;

/**
 * Reads and writes the protocol's JSON with LSP4J's classes, more strictly than LSP4J: what must be
 * there and is not, and what is of another type, is refused with words that name it, before a
 * handler sees it.
 */
final class Json {

  private static final String VERSION = "version";

  /** What some clients leave out, and what here does without. */
  private static final Set<String> EXCUSED = Set.of("languageId", "name", VERSION, "settings");

  /** Their version must be written even where there is none. */
  private static final Set<Class<?>> VERSIONED =
      Set.of(
          VersionedTextDocumentIdentifier.class,
          WorkspaceFullDocumentDiagnosticReport.class,
          WorkspaceUnchangedDocumentDiagnosticReport.class);

  /** Where the protocol's structures are, and those of GenPlan's own requests. */
  private static final Set<String> STRUCTURES =
      Set.of(ClientCapabilities.class.getPackageName(), Json.class.getPackageName());

  private Json() {}

  /**
   * @param methods whose messages are read
   */
  static MessageJsonHandler handler(Map<String, JsonRpcMethod> methods) {
    return new MessageJsonHandler(
        methods,
        builder ->
            builder
                .registerTypeAdapterFactory(new Strict())
                .registerTypeAdapterFactory(new Lenient()));
  }

  /** What a client says of itself is taken as far as it goes. */
  private static final class Lenient implements TypeAdapterFactory {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      return type.getRawType() == ClientCapabilities.class
          ? new MessageJsonHandler(Map.of()).getGson().getAdapter(type)
          : null;
    }
  }

  private static final class Strict implements TypeAdapterFactory {
    @Override
    public <T> TypeAdapter<T> create(Gson gson, TypeToken<T> type) {
      return isStructure(type.getRawType())
          ? new Structure<>(
              gson.getDelegateAdapter(this, type),
              gson.getAdapter(JsonElement.class),
              properties(type.getRawType()),
              VERSIONED.contains(type.getRawType()))
          : null;
    }

    /** LSP4J has also maps and unions, which say by themselves what they can take. */
    private static boolean isStructure(Class<?> type) {
      Class<?> top = type;
      while (top != null && STRUCTURES.contains(top.getPackageName())) {
        top = top.getSuperclass();
      }
      return top == Object.class && type != Object.class && !type.isInterface();
    }

    private static List<Property> properties(Class<?> type) {
      List<Property> found = new ArrayList<>();
      for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            found.add(Property.of(field));
          }
        }
      }
      return List.copyOf(found);
    }
  }

  private enum Kind {
    TEXT,
    WHOLE_NUMBER,
    BOOLEAN,
    OTHER;

    static Kind of(Class<?> type) {
      if (type == String.class) {
        return TEXT;
      }
      if (type == int.class || type == Integer.class) {
        return WHOLE_NUMBER;
      }
      return type == boolean.class || type == Boolean.class ? BOOLEAN : OTHER;
    }

    private static boolean isWhole(JsonElement value) {
      try {
        int unused = value.getAsBigDecimal().intValueExact();
        return true;
      } catch (ArithmeticException | NumberFormatException tooLongOrBroken) {
        return false;
      }
    }

    boolean isOf(JsonElement value) {
      if (this == OTHER) {
        return true;
      }
      return value.isJsonPrimitive()
          && switch (this) {
            case TEXT -> value.getAsJsonPrimitive().isString();
            case WHOLE_NUMBER -> value.getAsJsonPrimitive().isNumber() && isWhole(value);
            case BOOLEAN -> value.getAsJsonPrimitive().isBoolean();
            case OTHER -> true;
          };
    }
  }

  private record Property(String name, Kind kind, boolean required) {

    static Property of(Field field) {
      boolean required = field.getType().isPrimitive() || field.isAnnotationPresent(NonNull.class);
      return new Property(
          field.getName(),
          Kind.of(field.getType()),
          required && !EXCUSED.contains(field.getName()));
    }

    void check(JsonObject owner) {
      JsonElement value = owner.get(name);
      if (value == null || value.isJsonNull()) {
        if (required) {
          throw new JsonParseException("`" + name + "` is missing");
        }
      } else if (!kind.isOf(value)) {
        throw new JsonParseException("`" + name + "` cannot be " + value);
      }
    }
  }

  private static final class Structure<T> extends TypeAdapter<T> {
    private final TypeAdapter<T> plain;
    private final TypeAdapter<JsonElement> tree;
    private final List<Property> properties;
    private final boolean versioned;

    Structure(
        TypeAdapter<T> plain,
        TypeAdapter<JsonElement> tree,
        List<Property> properties,
        boolean versioned) {
      this.plain = plain;
      this.tree = tree;
      this.properties = properties;
      this.versioned = versioned;
    }

    @Override
    public T read(JsonReader in) throws IOException {
      JsonElement element = tree.read(in);
      if (element.isJsonNull()) {
        return null;
      }
      if (!element.isJsonObject()) {
        throw new JsonParseException("expected an object, not " + element);
      }
      for (Property property : properties) {
        property.check(element.getAsJsonObject());
      }
      return plain.fromJsonTree(element);
    }

    @Override
    public void write(JsonWriter out, T value) throws IOException {
      if (!versioned || value == null) {
        plain.write(out, value);
        return;
      }
      JsonObject object = plain.toJsonTree(value).getAsJsonObject();
      if (!object.has(VERSION)) {
        object.add(VERSION, JsonNull.INSTANCE);
      }
      boolean before = out.getSerializeNulls();
      out.beginObject();
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        out.setSerializeNulls(entry.getKey().equals(VERSION));
        out.name(entry.getKey());
        tree.write(out, entry.getValue());
      }
      out.endObject();
      out.setSerializeNulls(before);
    }
  }
}
