package dev.genplan.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Listens to a client and a server and finds what the server says that the protocol does not allow:
 * shapes that the meta model does not know, answers that nobody asked for, capabilities that the
 * client did not announce, ranges outside of the text, edits that overlap, tokens out of order.
 */
final class Conversation {

  /** A request of the client and the texts when it was sent. */
  private record Asked(String method, JsonObject params, Map<String, Lines> texts) {

    Optional<String> uri() {
      return at(params, "textDocument.uri")
          .or(() -> at(params, "item.uri"))
          .map(JsonElement::getAsString);
    }
  }

  private record Text(int version, String content) {}

  private final MetaModel model = MetaModel.get();
  private final Set<String> problems = new LinkedHashSet<>();
  private final Map<JsonElement, Asked> asked = new HashMap<>();
  private final Map<JsonElement, Asked> streams = new HashMap<>();
  private final Set<JsonElement> tokens = new HashSet<>();
  private final Map<String, Text> open = new HashMap<>();
  private final Map<String, Map<Integer, Lines>> versions = new HashMap<>();
  private final Map<String, List<Integer>> semanticTokens = new HashMap<>();
  private JsonObject client = new JsonObject();
  private JsonObject server = new JsonObject();
  private Announced announced = new Announced(client);
  private String encoding = "utf-16";
  private boolean strangers;

  /** What was wrong so far. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  /** Requests that have not been answered. */
  synchronized List<String> unanswered() {
    return asked.values().stream().map(Asked::method).toList();
  }

  static Optional<JsonElement> at(JsonElement owner, String path) {
    JsonElement found = owner;
    for (String name : path.split("\\.")) {
      if (found == null || !found.isJsonObject()) {
        return Optional.empty();
      }
      found = found.getAsJsonObject().get(name);
    }
    return Optional.ofNullable(found).filter(it -> !it.isJsonNull());
  }

  private static JsonObject object(JsonElement value) {
    return value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
  }

  /** From now on the client also sends bytes that are not listened to, so answers may surprise. */
  synchronized void expectStrangers() {
    strangers = true;
  }

  synchronized void fromClient(JsonObject message) {
    try {
      says(message);
    } catch (RuntimeException nonsense) {
      // Clients may talk nonsense here.
    }
  }

  private void says(JsonObject message) {
    if (!message.has("method")) {
      return;
    }
    String method = message.get("method").getAsString();
    JsonObject params = object(message.get("params"));
    if (message.has("id")) {
      Map<String, Lines> texts = new HashMap<>();
      open.forEach((uri, text) -> texts.put(uri, versions.get(uri).get(text.version())));
      Asked request = new Asked(method, params, texts);
      asked.put(message.get("id"), request);
      at(params, "partialResultToken").ifPresent(token -> streams.put(token, request));
      at(params, "workDoneToken").ifPresent(tokens::add);
    }
    switch (method) {
      case "initialize" -> {
        client = object(params.get("capabilities"));
        announced = new Announced(client);
      }
      case "textDocument/didOpen" -> {
        JsonObject item = params.getAsJsonObject("textDocument");
        now(uri(item), item.get("version").getAsInt(), item.get("text").getAsString());
      }
      case "textDocument/didChange" -> change(params);
      case "textDocument/didClose" -> open.remove(uri(params.getAsJsonObject("textDocument")));
      default -> {
        // Changes no text.
      }
    }
  }

  private static String uri(JsonObject owner) {
    return owner.get("uri").getAsString();
  }

  private void now(String uri, int version, String content) {
    open.put(uri, new Text(version, content));
    versions.computeIfAbsent(uri, any -> new HashMap<>()).put(version, Lines.of(content, encoding));
  }

  private void change(JsonObject params) {
    JsonObject document = params.getAsJsonObject("textDocument");
    Text before = open.get(uri(document));
    if (before == null) {
      return;
    }
    String content = before.content();
    for (JsonElement each : params.getAsJsonArray("contentChanges")) {
      content = applied(content, each.getAsJsonObject(), encoding);
    }
    now(uri(document), document.get("version").getAsInt(), content);
  }

  /** A text after a change or an edit. */
  static String applied(String text, JsonObject edit, String encoding) {
    String replacement = edit.get(edit.has("text") ? "text" : "newText").getAsString();
    if (!edit.has("range")) {
      return replacement;
    }
    JsonObject range = edit.getAsJsonObject("range");
    int start = Lines.offset(text, range.getAsJsonObject("start"), encoding);
    int end = Math.max(start, Lines.offset(text, range.getAsJsonObject("end"), encoding));
    return text.substring(0, start) + replacement + text.substring(end);
  }

  /** The text of an open document as the client has it. */
  synchronized String text(String uri) {
    return open.get(uri).content();
  }

  /** What the server has announced. */
  synchronized JsonObject server() {
    return server;
  }

  synchronized void fromServer(JsonObject message) {
    if (!message.has("jsonrpc") || !message.get("jsonrpc").getAsString().equals("2.0")) {
      problems.add("a message without \"jsonrpc\": \"2.0\": " + message);
    }
    try {
      if (message.has("method")) {
        said(message.get("method").getAsString(), message);
      } else {
        answered(message);
      }
    } catch (RuntimeException unexpected) {
      problems.add("cannot be read (" + unexpected + "): " + message);
    }
  }

  private void said(String method, JsonObject message) {
    if (!method.startsWith("$/") && !model.comesFromServer(method)) {
      problems.add(method + " is nothing that a server may send");
      return;
    }
    announced.mayBeSent(method, message, problems);
    JsonElement params = message.has("params") ? message.get("params") : JsonNull.INSTANCE;
    model.params(method).ifPresent(type -> check(params, type, method, Optional.empty()));
    switch (method) {
      case "$/progress" -> progress(params.getAsJsonObject());
      case "window/workDoneProgress/create" -> tokens.add(object(params).get("token"));
      case "client/registerCapability" -> registered(params.getAsJsonObject());
      default -> {
        // Its shape is all there is to check.
      }
    }
  }

  private void progress(JsonObject params) {
    JsonElement token = params.get("token");
    Asked stream = streams.get(token);
    if (stream != null) {
      model
          .partialResult(stream.method())
          .ifPresent(
              type -> check(params.get("value"), type, stream.method(), Optional.of(stream)));
    } else if (tokens.contains(token)) {
      JsonObject value = object(params.get("value"));
      String kind = at(value, "kind").map(JsonElement::getAsString).orElse("");
      String type =
          switch (kind) {
            case "begin" -> "WorkDoneProgressBegin";
            case "report" -> "WorkDoneProgressReport";
            default -> "WorkDoneProgressEnd";
          };
      check(value, MetaModel.reference(type), "$/progress", Optional.empty());
    } else {
      problems.add("progress of nothing that anybody knows: " + params);
    }
  }

  private void registered(JsonObject params) {
    for (JsonElement each : params.getAsJsonArray("registrations")) {
      JsonObject registration = each.getAsJsonObject();
      String method = registration.get("method").getAsString();
      announced.mayBeRegistered(method, problems);
      if (registration.has("registerOptions")) {
        model
            .registration(method)
            .ifPresent(
                type -> check(registration.get("registerOptions"), type, method, Optional.empty()));
      }
    }
  }

  private void answered(JsonObject message) {
    JsonElement id = message.get("id");
    if (message.has("error")) {
      JsonObject error = object(message.get("error"));
      if (!error.has("code") || !error.has("message") || message.has("result")) {
        problems.add("not the shape of an error: " + message);
      }
      if (error.has("data") && error.get("data").toString().contains("\\tat ")) {
        problems.add("an error with a stack trace: " + message);
      }
    }
    if (id == null) {
      problems.add("an answer without an id: " + message);
      return;
    }
    if (id.isJsonNull()) {
      return;
    }
    Asked request = asked.remove(id);
    if (request == null) {
      if (strangers) {
        return;
      }
      problems.add("an answer that nobody waits for: " + message);
    } else if (message.has("result")) {
      result(request, message.get("result"));
    }
  }

  private void result(Asked request, JsonElement result) {
    if (request.method().equals("initialize")) {
      server = object(result.getAsJsonObject().get("capabilities"));
      encoding = at(server, "positionEncoding").map(JsonElement::getAsString).orElse("utf-16");
      announced.mayBeOffered(server, problems);
    }
    Optional<JsonElement> type = model.result(request.method());
    if (type.isEmpty()) {
      problems.add(request.method() + " has no result, but was answered");
      return;
    }
    check(result, type.get(), request.method(), Optional.of(request));
    semanticTokens(request, result);
  }

  private void check(JsonElement value, JsonElement type, String path, Optional<Asked> request) {
    Content content = new Content(request, path);
    model.check(value, type, path, problems::add, content);
    if (value.isJsonArray()) {
      content.edits(value.getAsJsonArray(), path);
    }
  }

  private void semanticTokens(Asked request, JsonElement result) {
    if (!request.method().startsWith("textDocument/semanticTokens") || !result.isJsonObject()) {
      return;
    }
    List<Integer> data = new ArrayList<>();
    if (result.getAsJsonObject().has("data")) {
      numbers(result.getAsJsonObject().getAsJsonArray("data"), data);
    } else {
      String before = request.params().get("previousResultId").getAsString();
      data.addAll(semanticTokens.getOrDefault(before, List.of()));
      List<JsonObject> edits = new ArrayList<>();
      result.getAsJsonObject().getAsJsonArray("edits").forEach(it -> edits.add(object(it)));
      edits.sort(Comparator.comparing((JsonObject it) -> it.get("start").getAsInt()).reversed());
      for (JsonObject edit : edits) {
        int start = edit.get("start").getAsInt();
        int end = start + edit.get("deleteCount").getAsInt();
        if (end > data.size()) {
          problems.add(request.method() + ": deletes tokens that are not there: " + edit);
          return;
        }
        data.subList(start, end).clear();
        List<Integer> inserted = new ArrayList<>();
        if (edit.has("data")) {
          numbers(edit.getAsJsonArray("data"), inserted);
        }
        data.addAll(start, inserted);
      }
    }
    at(result, "resultId").ifPresent(id -> semanticTokens.put(id.getAsString(), data));
    request.uri().map(request.texts()::get).ifPresent(lines -> checkTokens(request, data, lines));
  }

  private static void numbers(JsonArray from, List<Integer> into) {
    from.forEach(each -> into.add(each.getAsInt()));
  }

  private void checkTokens(Asked request, List<Integer> data, Lines lines) {
    int types = size("semanticTokensProvider.legend.tokenTypes");
    int modifiers = size("semanticTokensProvider.legend.tokenModifiers");
    if (data.size() % 5 != 0) {
      problems.add(request.method() + ": not five numbers a token");
      return;
    }
    int line = 0;
    int start = 0;
    int end = 0;
    for (int at = 0; at < data.size(); at += 5) {
      List<Integer> token = data.subList(at, at + 5);
      line += token.get(0);
      start = token.get(0) == 0 ? start + token.get(1) : token.get(1);
      boolean overlaps = at > 0 && token.get(0) == 0 && start < end;
      end = start + token.get(2);
      if (overlaps
          || token.get(2) <= 0
          || !lines.contain(line, end)
          || token.get(3) >= types
          || token.get(4) >= 1 << modifiers) {
        problems.add(
            request.method() + ": token " + token + " at " + line + ":" + start + " cannot be");
      }
    }
  }

  private int size(String path) {
    return at(server, path).map(it -> it.getAsJsonArray().size()).orElse(0);
  }

  /** Looks at each structure of one message, knowing which text it is about. */
  private final class Content implements MetaModel.Visitor {
    private final Optional<Asked> request;
    private final String root;
    private final Map<String, Optional<Lines>> texts = new LinkedHashMap<>();

    Content(Optional<Asked> request, String root) {
      this.request = request;
      this.root = root;
      texts.put(root, request.flatMap(Asked::uri).flatMap(this::lines));
    }

    /** The text of a document when the request was sent; what has changed since is not known. */
    private Optional<Lines> lines(String uri) {
      if (request.isPresent() && request.get().texts().containsKey(uri)) {
        return Optional.of(request.get().texts().get(uri));
      }
      return open.containsKey(uri) || versions.containsKey(uri) ? Optional.empty() : onDisk(uri);
    }

    private Optional<Lines> onDisk(String uri) {
      try {
        return uri.startsWith("file:")
            ? Optional.of(
                Lines.of(
                    Files.readString(Path.of(java.net.URI.create(uri)), StandardCharsets.UTF_8),
                    encoding))
            : Optional.empty();
      } catch (IOException gone) {
        return Optional.empty();
      }
    }

    private Optional<Lines> lines(JsonObject owner) {
      String uri = uri(owner);
      Optional<JsonElement> version = at(owner, "version");
      return version.isPresent() && versions.containsKey(uri)
          ? Optional.ofNullable(versions.get(uri).get(version.get().getAsInt()))
          : lines(uri);
    }

    @Override
    public void structure(String structure, JsonObject value, String path) {
      switch (structure) {
        case "LocationLink" -> {
          Optional<Lines> target = lines(value.get("targetUri").getAsString());
          texts.put(path + ".target", target);
        }
        case "CallHierarchyIncomingCall" ->
            texts.put(path + ".fromRanges", lines(object(value.get("from"))));
        case "TextDocumentEdit" -> {
          texts.put(path, lines(object(value.get("textDocument"))));
          edits(value.getAsJsonArray("edits"), path);
        }
        case "WorkspaceEdit" -> changes(value, path);
        case "Range" -> range(value, path);
        default -> {
          if (value.has("uri") && value.get("uri").isJsonPrimitive()) {
            texts.put(path, lines(value));
          }
        }
      }
      announced.mayContain(structure, value, path, problems);
    }

    private void changes(JsonObject edit, String path) {
      if (edit.has("changes")) {
        object(edit.get("changes"))
            .entrySet()
            .forEach(
                entry -> {
                  String inside = path + ".changes." + entry.getKey();
                  texts.put(inside, lines(entry.getKey()));
                  edits(entry.getValue().getAsJsonArray(), inside);
                });
      }
    }

    private Optional<Lines> text(String path) {
      return texts.entrySet().stream()
          .filter(entry -> path.startsWith(entry.getKey()))
          .max(Comparator.comparing(entry -> entry.getKey().length()))
          .flatMap(Map.Entry::getValue);
    }

    private void range(JsonObject range, String path) {
      JsonObject start = object(range.get("start"));
      JsonObject end = object(range.get("end"));
      if (!start.has("line") || !end.has("line")) {
        return;
      }
      if (compare(start, end) > 0) {
        problems.add(path + ": ends before it starts: " + range);
      }
      text(path)
          .filter(lines -> !contains(lines, start) || !contains(lines, end))
          .ifPresent(lines -> problems.add(path + ": not in the text: " + range));
    }

    private static boolean contains(Lines lines, JsonObject position) {
      return lines.contain(position.get("line").getAsInt(), position.get("character").getAsInt());
    }

    private static int compare(JsonObject one, JsonObject other) {
      int byLine = Integer.compare(one.get("line").getAsInt(), other.get("line").getAsInt());
      return byLine != 0
          ? byLine
          : Integer.compare(one.get("character").getAsInt(), other.get("character").getAsInt());
    }

    /** Edits of one document must not overlap. */
    void edits(JsonArray list, String path) {
      List<JsonObject> ranges = new ArrayList<>();
      for (JsonElement each : list) {
        if (object(each).has("newText") && object(each).has("range")) {
          ranges.add(object(each).getAsJsonObject("range"));
        }
      }
      ranges.sort(
          (one, other) -> compare(one.getAsJsonObject("start"), other.getAsJsonObject("start")));
      for (int i = 1; i < ranges.size(); i++) {
        JsonObject end = ranges.get(i - 1).getAsJsonObject("end");
        if (compare(end, ranges.get(i).getAsJsonObject("start")) > 0) {
          problems.add(path + ": edits overlap at " + ranges.get(i) + " (" + root + ")");
        }
      }
    }
  }
}
