package dev.genplan.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Message;
import org.eclipse.lsp4j.jsonrpc.messages.NotificationMessage;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;

/**
 * Reads messages from a stream. Unlike LSP4J's own reader it takes headers in any case, tells
 * parameters of a wrong shape from JSON that is none, answers whatever can be answered, and lives
 * on after anything.
 */
final class MessageReader {

  /** Longer messages are passed over; no plan that can be parsed needs one. */
  private static final int LONGEST = 256 << 20;

  private static final String LENGTH = "content-length:";
  private static final String TYPE = "content-type:";
  private static final String CHARSET = "charset=";

  private record Header(int length, String charset) {}

  private final InputStream in;
  private final MessageJsonHandler json;
  private final TypeAdapter<JsonElement> parser;
  private final MessageConsumer received;
  private final MessageConsumer answers;
  private volatile boolean closed;

  /**
   * @param received takes what was read
   * @param answers takes answers to what could not be read
   */
  MessageReader(
      InputStream in, MessageJsonHandler json, MessageConsumer received, MessageConsumer answers) {
    this.in = in;
    this.json = json;
    this.parser = json.getGson().getAdapter(JsonElement.class);
    this.received = received;
    this.answers = answers;
  }

  /** Reads no further message; to be called by who is handling one. */
  void close() {
    closed = true;
  }

  /**
   * Reads until the end of the stream.
   *
   * @throws IOException if the stream breaks
   */
  void listen() throws IOException {
    while (!closed) {
      Optional<Header> header = header();
      if (header.isEmpty()) {
        return;
      }
      if (header.get().length() < 0) {
        refuse(ResponseErrorCode.InvalidRequest, "a message needs a header `Content-Length`");
      } else if (header.get().length() > LONGEST) {
        in.skipNBytes(header.get().length());
        refuse(ResponseErrorCode.InvalidRequest, "the message is too long");
      } else {
        byte[] body = in.readNBytes(header.get().length());
        if (body.length < header.get().length()) {
          return;
        }
        message(header.get(), new String(body, StandardCharsets.UTF_8));
      }
    }
  }

  /** Everything up to an empty line; empty at the end of the stream. */
  private Optional<Header> header() throws IOException {
    int length = -1;
    String charset = "utf-8";
    boolean any = false;
    while (true) {
      Optional<String> read = line();
      if (read.isEmpty()) {
        return Optional.empty();
      }
      String line = read.get().toLowerCase(Locale.ROOT);
      if (line.isEmpty()) {
        if (any) {
          return Optional.of(new Header(length, charset));
        }
        continue;
      }
      any = true;
      // Behind a body whose length was not told, a header begins in the middle of a line.
      int at = line.lastIndexOf(LENGTH);
      if (at >= 0) {
        length = number(line.substring(at + LENGTH.length()).strip());
      } else if (line.startsWith(TYPE) && line.contains(CHARSET)) {
        charset = line.substring(line.indexOf(CHARSET) + CHARSET.length()).strip();
      }
    }
  }

  private static int number(String text) {
    try {
      return Integer.parseUnsignedInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private Optional<String> line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(32);
    while (true) {
      int unit = in.read();
      if (unit < 0) {
        return Optional.empty();
      }
      if (unit == '\n') {
        return Optional.of(line.toString(StandardCharsets.ISO_8859_1));
      }
      if (unit != '\r') {
        line.write(unit);
      }
    }
  }

  private void message(Header header, String body) {
    if (!header.charset().replace("\"", "").matches("utf-?8")) {
      refuse(ResponseErrorCode.InvalidRequest, "messages must be encoded in UTF-8");
      return;
    }
    JsonElement parsed;
    try (JsonReader reader = new JsonReader(new StringReader(body))) {
      parsed = parser.read(reader);
      if (reader.peek() != JsonToken.END_DOCUMENT) {
        throw new JsonParseException("something follows the message");
      }
    } catch (IOException | RuntimeException broken) {
      refuse(ResponseErrorCode.ParseError, "not JSON: " + firstLine(broken));
      return;
    }
    if (parsed.isJsonObject()) {
      message(parsed.getAsJsonObject());
    } else {
      refuse(ResponseErrorCode.InvalidRequest, "a message is an object");
    }
  }

  private void message(JsonObject message) {
    JsonElement method = message.get("method");
    Optional<Either<String, Number>> id = id(message.get("id"));
    if (method == null && (message.has("result") || message.has("error"))) {
      id.ifPresent(known -> received.consume(response(known, message)));
    } else if (!isText(message.get("jsonrpc"), "2.0")) {
      refuse(id, ResponseErrorCode.InvalidRequest, "a message needs `\"jsonrpc\": \"2.0\"`");
    } else if (method == null || !isText(method)) {
      refuse(id, ResponseErrorCode.InvalidRequest, "a message needs a `method`");
    } else if (!message.has("id")) {
      notification(method.getAsString(), message.get("params"));
    } else if (id.isEmpty()) {
      refuse(ResponseErrorCode.InvalidRequest, "an `id` is a text or a whole number");
    } else {
      request(id.get(), method.getAsString(), message.get("params"));
    }
  }

  private static boolean isText(JsonElement value) {
    return value instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static boolean isText(JsonElement value, String text) {
    return isText(value) && value.getAsString().equals(text);
  }

  private static Optional<Either<String, Number>> id(JsonElement value) {
    if (!(value instanceof JsonPrimitive primitive) || primitive.isBoolean()) {
      return Optional.empty();
    }
    if (primitive.isString()) {
      return Optional.of(Either.forLeft(primitive.getAsString()));
    }
    try {
      long number = new BigDecimal(primitive.getAsString()).longValueExact();
      return Optional.of(Either.forRight(number));
    } catch (ArithmeticException | NumberFormatException notWhole) {
      return Optional.empty();
    }
  }

  private void request(Either<String, Number> id, String method, JsonElement params) {
    RequestMessage request = new RequestMessage();
    request.setRawId(id);
    request.setMethod(method);
    request.setParams(params(method, params));
    received.consume(request);
  }

  private void notification(String method, JsonElement params) {
    Object read = params(method, params);
    if (read instanceof Unreadable unreadable) {
      Log.warning(method + " is ignored: " + unreadable.reason());
      return;
    }
    NotificationMessage notification = new NotificationMessage();
    notification.setMethod(method);
    notification.setParams(read);
    received.consume(notification);
  }

  private Message response(Either<String, Number> id, JsonObject message) {
    ResponseMessage response = new ResponseMessage();
    response.setRawId(id);
    if (message.has("error")) {
      response.setError(error(message.get("error")));
    } else {
      response.setResult(message.get("result"));
    }
    return response;
  }

  private ResponseError error(JsonElement error) {
    try {
      return json.getGson().fromJson(error, ResponseError.class);
    } catch (JsonParseException notOne) {
      return new ResponseError(ResponseErrorCode.UnknownErrorCode, error.toString(), null);
    }
  }

  /** The parameters as the method has them; those of unknown methods stay JSON. */
  private Object params(String method, JsonElement params) {
    JsonRpcMethod known = json.getJsonRpcMethod(method);
    if (known == null || known.getParameterTypes().length == 0) {
      return params;
    }
    if (params == null || params.isJsonNull()) {
      return new Unreadable("`params` are missing");
    }
    try {
      return json.getGson().fromJson(params, known.getParameterTypes()[0]);
    } catch (RuntimeException wrong) {
      return new Unreadable(firstLine(wrong));
    }
  }

  private static String firstLine(Exception wrong) {
    String message = String.valueOf(wrong.getMessage());
    int end = message.indexOf('\n');
    return end < 0 ? message : message.substring(0, end);
  }

  private void refuse(ResponseErrorCode code, String reason) {
    refuse(Optional.empty(), code, reason);
  }

  private void refuse(Optional<Either<String, Number>> id, ResponseErrorCode code, String reason) {
    Log.warning("a message cannot be read: " + reason);
    ResponseMessage answer = new ResponseMessage();
    id.ifPresent(answer::setRawId);
    answer.setError(new ResponseError(code, reason, null));
    answers.consume(answer);
  }
}
