package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the specification says of situations that no client should bring about: {@code
 * situations.txt}, played to the packaged server byte by byte.
 */
class ProtocolIT {

  /** A heading and the lines below it. */
  record Situation(String name, List<String> steps) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Situation> situations() throws IOException {
    List<Situation> found = new ArrayList<>();
    try (InputStream in = ProtocolIT.class.getResourceAsStream("situations.txt")) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : all.lines().toList()) {
        if (line.startsWith("# ")) {
          found.add(new Situation(line.substring(2), new ArrayList<>()));
        } else if (!line.isBlank() && !found.isEmpty()) {
          found.get(found.size() - 1).steps().add(line.strip());
        }
      }
    }
    assertThat(found).hasSizeGreaterThanOrEqualTo(33);
    return found.stream();
  }

  @ParameterizedTest
  @MethodSource("situations")
  void answersAsTheSpecificationSays(Situation situation) throws Exception {
    try (RawClient client = RawClient.start()) {
      for (String step : situation.steps()) {
        play(client, step);
      }
      assertThat(client.complaints().lines()).allMatch(line -> line.startsWith("genplan: "));
    }
  }

  private static void play(RawClient client, String step) throws Exception {
    String[] words = step.split(" ", 2);
    String rest = words.length == 1 ? "" : words[1];
    switch (words[0]) {
      case ">" -> client.send(rpc(rest));
      case "raw" -> client.send(bytes(rest));
      case "slowly" -> {
        for (byte each : bytes(rest)) {
          client.send(new byte[] {each});
        }
      }
      case "body" -> client.send(framed(rest));
      case "<" -> client.await(message -> contains(message, JsonParser.parseString(rest)));
      case "never" ->
          assertThat(client.drain(message -> contains(message, JsonParser.parseString(rest))))
              .isEmpty();
      case "start" -> {
        client.send(
            rpc(
                "{\"id\": \"start\", \"method\": \"initialize\", \"params\": {\"capabilities\":{}}}"));
        client.await(message -> contains(message, JsonParser.parseString("{\"id\": \"start\"}")));
        client.send(rpc("{\"method\": \"initialized\", \"params\": {}}"));
      }
      case "lives" -> {
        client.send(rpc("{\"id\": \"lives\", \"method\": \"$/lives\"}"));
        client.await(message -> contains(message, JsonParser.parseString("{\"id\": \"lives\"}")));
      }
      case "says" -> client.awaitComplaint(rest);
      case "end" -> client.process().getOutputStream().close();
      case "exits" -> assertThat(client.exitCode()).isEqualTo(Integer.parseInt(rest));
      default -> throw new AssertionError(step);
    }
  }

  private static JsonElement rpc(String json) {
    JsonObject message = JsonParser.parseString(json).getAsJsonObject();
    message.addProperty("jsonrpc", "2.0");
    return message;
  }

  private static byte[] bytes(String escaped) {
    return escaped.replace("\\r", "\r").replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] framed(String body) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return ("Content-Length: " + length + "\r\n\r\n" + body).getBytes(StandardCharsets.UTF_8);
  }

  /** Whether a value has everything that another has; texts may have more around it. */
  private static boolean contains(JsonElement value, JsonElement part) {
    if (part.isJsonObject() && value.isJsonObject()) {
      return part.getAsJsonObject().entrySet().stream()
          .allMatch(
              entry ->
                  value.getAsJsonObject().has(entry.getKey())
                      && contains(value.getAsJsonObject().get(entry.getKey()), entry.getValue()));
    }
    if (part.isJsonArray() && value.isJsonArray()) {
      List<JsonElement> values = value.getAsJsonArray().asList();
      return part.getAsJsonArray().isEmpty() == values.isEmpty()
          && part.getAsJsonArray().asList().stream()
              .allMatch(each -> values.stream().anyMatch(it -> contains(it, each)));
    }
    if (part.isJsonPrimitive() && part.getAsJsonPrimitive().isString() && value.isJsonPrimitive()) {
      return value.getAsString().contains(part.getAsString());
    }
    return value.equals(part);
  }
}
