package dev.genplan.workspace;

import dev.genplan.plan.SourceFile;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.SyntaxTree;
import java.util.Optional;

/** The text of an open buffer in one version. It is parsed when first asked for. */
public final class Document {

  private final String uri;
  private final int version;
  private final LineIndex text;
  private Optional<SyntaxTree> before;
  private SourceFile parsed;

  private Document(String uri, int version, LineIndex text, Optional<SyntaxTree> before) {
    this.uri = uri;
    this.version = version;
    this.text = text;
    this.before = before;
  }

  Document(String uri, int version, String text) {
    this(uri, version, new LineIndex(text), Optional.empty());
  }

  /** The same buffer in another version; pieces that did not change are not parsed again. */
  synchronized Document changed(int newVersion, LineIndex newText) {
    return new Document(
        uri, newVersion, newText, parsed == null ? before : Optional.of(parsed.tree()));
  }

  public String uri() {
    return uri;
  }

  /** The version that the client gave it. */
  public int version() {
    return version;
  }

  public String text() {
    return text.text();
  }

  /** The lines of its text. */
  public LineIndex lines() {
    return text;
  }

  /** The text parsed. */
  public synchronized SourceFile file() {
    if (parsed == null) {
      SyntaxTree tree = before.map(old -> old.update(text)).orElseGet(() -> SyntaxTree.parse(text));
      parsed = new SourceFile(uri, tree);
      before = Optional.empty();
    }
    return parsed;
  }
}
