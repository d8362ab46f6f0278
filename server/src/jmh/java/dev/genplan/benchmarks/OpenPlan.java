package dev.genplan.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A document that is open in a server, and a caret in the middle of it. */
final class OpenPlan {

  private record Position(int line, int character) {}

  private record Range(Position start, Position end) {}

  private record Edit(Range range, String text) {}

  private final WireClient client;
  private final ServerUnderTest server;
  private final String uri;
  private final String text;
  private final int caret;
  private int version;

  private OpenPlan(WireClient client, ServerUnderTest server, String uri, String text) {
    this.client = client;
    this.server = server;
    this.uri = uri;
    this.text = text;
    int key = text.indexOf("epochs:", text.length() / 2);
    this.caret = key >= 0 ? key + "epochs".length() : text.lastIndexOf("use:") + "use".length();
  }

  /**
   * Opens a plan.
   *
   * @param folder in which it would lie; nothing is written
   */
  static OpenPlan open(
      WireClient client, ServerUnderTest server, Path folder, String name, String text)
      throws IOException {
    String uri = folder.resolve(name + server.extension()).toUri().toString();
    client.tell(
        "textDocument/didOpen",
        Map.of(
            "textDocument",
            Map.of("uri", uri, "languageId", server.language(), "version", 0, "text", text)));
    return new OpenPlan(client, server, uri, text);
  }

  String uri() {
    return uri;
  }

  /** Types letters behind those that were typed before, directly behind the name of a property. */
  void type(String letters, int typedBefore) throws IOException {
    Position at = behindCaret(typedBefore);
    change(new Edit(new Range(at, at), letters));
  }

  /** Deletes the last letters of those that were typed. */
  void delete(int letters, int typed) throws IOException {
    change(new Edit(new Range(behindCaret(typed - letters), behindCaret(typed)), ""));
  }

  /** Begins a new member on a line of its own behind the caret's line. */
  void begin(String letters) throws IOException {
    Position end = lineEnd();
    change(new Edit(new Range(end, end), "\n" + indent() + letters));
  }

  /** Takes back what {@link #begin} wrote. */
  void undo(String letters) throws IOException {
    Position end = lineEnd();
    Position written = new Position(end.line() + 1, indent().length() + letters.length());
    change(new Edit(new Range(end, written), ""));
  }

  /** Parameters of a request about the caret. */
  Map<String, Object> atCaret() {
    return about(position(caret - 1));
  }

  /** Parameters of a request about the end of what {@link #begin} wrote. */
  Map<String, Object> atBegun(String letters) {
    return about(new Position(lineEnd().line() + 1, indent().length() + letters.length()));
  }

  /** Parameters of a request that renames what the server can rename. */
  Map<String, Object> renaming(String name) {
    Position at = position(text.indexOf(server.renamed()) + server.renamedAt());
    return Map.of("textDocument", Map.of("uri", uri), "position", at, "newName", name);
  }

  /** Parameters of a request about the document. */
  Map<String, Object> whole() {
    return Map.of("textDocument", Map.of("uri", uri));
  }

  private Map<String, Object> about(Position position) {
    return Map.of("textDocument", Map.of("uri", uri), "position", position);
  }

  private void change(Edit edit) throws IOException {
    version++;
    client.tell(
        "textDocument/didChange",
        Map.of(
            "textDocument",
            Map.of("uri", uri, "version", version),
            "contentChanges",
            List.of(edit)));
  }

  private String indent() {
    int start = text.lastIndexOf('\n', caret) + 1;
    int end = start;
    while (text.charAt(end) == ' ') {
      end++;
    }
    return text.substring(start, end);
  }

  private Position lineEnd() {
    return position(text.indexOf('\n', caret));
  }

  private Position behindCaret(int letters) {
    Position position = position(caret);
    return new Position(position.line(), position.character() + letters);
  }

  private Position position(int offset) {
    String before = text.substring(0, offset);
    int line = (int) before.chars().filter(unit -> unit == '\n').count();
    return new Position(line, offset - before.lastIndexOf('\n') - 1);
  }
}
