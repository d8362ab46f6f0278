package dev.genplan.lsp;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.diagnostics.Tag;
import dev.genplan.editing.Markup;
import dev.genplan.editing.actions.Change;
import dev.genplan.plan.SourceFile;
import dev.genplan.report.DocLinks;
import dev.genplan.syntax.LineIndex;
import dev.genplan.text.Message;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SnippetTextEdit;
import org.eclipse.lsp4j.StringValue;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceEditCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Translates places, diagnostics and edits of one snapshot into what the protocol calls them, and
 * into the client's language.
 */
final class Translator {

  private static final String SOURCE = "genplan";
  private static final LineIndex NO_LINES = new LineIndex("");

  private final ClientFeatures client;
  private final ClientUris uris;
  private final DocLinks links;
  private final Snapshot snapshot;
  private final DiagnosticSupport support;
  private final boolean versionedEdits;
  private final boolean snippets;
  private final Optional<SourceFile> atHand;

  Translator(ClientFeatures client, ClientUris uris, DocLinks links, Snapshot snapshot) {
    this(client, uris, links, snapshot, Optional.empty());
  }

  private Translator(
      ClientFeatures client,
      ClientUris uris,
      DocLinks links,
      Snapshot snapshot,
      Optional<SourceFile> atHand) {
    this.client = client;
    this.uris = uris;
    this.links = links;
    this.snapshot = snapshot;
    this.support = DiagnosticSupport.of(client);
    this.versionedEdits =
        ClientFeatures.is(
            client
                .workspace(WorkspaceClientCapabilities::getWorkspaceEdit)
                .map(WorkspaceEditCapabilities::getDocumentChanges));
    this.snippets =
        versionedEdits
            && ClientFeatures.is(
                client
                    .workspace(WorkspaceClientCapabilities::getWorkspaceEdit)
                    .map(WorkspaceEditCapabilities::getSnippetEditSupport));
    this.atHand = atHand;
  }

  /** The same for a file that the snapshot need not read, since it is at hand. */
  Translator with(Optional<SourceFile> file) {
    return new Translator(client, uris, links, snapshot, file);
  }

  /** What the client can take. */
  ClientFeatures client() {
    return client;
  }

  /** A sentence in the client's language. */
  String text(Message message) {
    return message.in(client.language());
  }

  /** A text in the format that the client can take. */
  static MarkupContent content(Markup text, boolean markdown) {
    return markdown
        ? new MarkupContent(MarkupKind.MARKDOWN, text.markdown())
        : new MarkupContent(MarkupKind.PLAINTEXT, text.plain());
  }

  /** A range of a file. */
  Range range(Location location) {
    LineIndex lines =
        atHand
            .filter(file -> file.uri().equals(location.file()))
            .or(() -> snapshot.file(location.file()))
            .map(file -> file.tree().lines())
            .orElse(NO_LINES);
    return client.positions().range(lines, location.span());
  }

  /** A range of a file, with the file. */
  org.eclipse.lsp4j.Location location(Location location) {
    return new org.eclipse.lsp4j.Location(uris.spelled(location.file()), range(location));
  }

  /** A finding, as complete as the client can take it. */
  org.eclipse.lsp4j.Diagnostic diagnostic(Diagnostic found) {
    org.eclipse.lsp4j.Diagnostic result =
        new org.eclipse.lsp4j.Diagnostic(
            range(found.location()),
            text(found.message()),
            severity(found.severity()),
            SOURCE,
            found.code());
    if (support.codeLinks()) {
      links
          .page(found.code(), client.language())
          .ifPresent(
              page -> result.setCodeDescription(new DiagnosticCodeDescription(page.toString())));
    }
    if (support.relatedPlaces() && !found.related().isEmpty()) {
      result.setRelatedInformation(
          found.related().stream()
              .map(
                  related ->
                      new DiagnosticRelatedInformation(
                          location(related.location()), text(related.message())))
              .toList());
    }
    List<DiagnosticTag> tags =
        found.tags().stream()
            .map(Translator::tag)
            .filter(support.tags()::contains)
            .sorted()
            .toList();
    if (!tags.isEmpty()) {
      result.setTags(tags);
    }
    if (support.data() && !found.fixes().isEmpty()) {
      result.setData(Map.of("fixes", found.fixes().stream().map(this::data).toList()));
    }
    return result;
  }

  /** What the protocol calls a severity. */
  static DiagnosticSeverity severity(Severity severity) {
    return switch (severity) {
      case ERROR -> DiagnosticSeverity.Error;
      case WARNING -> DiagnosticSeverity.Warning;
      case INFORMATION -> DiagnosticSeverity.Information;
      case HINT -> DiagnosticSeverity.Hint;
    };
  }

  private static DiagnosticTag tag(Tag tag) {
    return switch (tag) {
      case UNNECESSARY -> DiagnosticTag.Unnecessary;
      case DEPRECATED -> DiagnosticTag.Deprecated;
    };
  }

  private Map<String, Object> data(Fix fix) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("title", text(fix.title()));
    data.put("safe", fix.safe());
    data.put("edits", fix.edits().stream().map(this::data).toList());
    return data;
  }

  private Map<String, Object> data(Edit edit) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("uri", uris.spelled(edit.location().file()));
    data.put("range", range(edit.location()));
    data.put("newText", edit.text());
    return data;
  }

  /** A replacement in one file. */
  TextEdit edit(Location location, String text) {
    return new TextEdit(range(location), text);
  }

  /** Replacements in any files, bound to the versions they were made for if the client can. */
  WorkspaceEdit edits(List<Edit> edits) {
    return edits(edits, Optional.empty());
  }

  /** What an action changes, with a place to fill in if the client has such. */
  WorkspaceEdit change(Change change) {
    return edits(change.edits(), change.placeholder().filter(any -> snippets).map(this::text));
  }

  private WorkspaceEdit edits(List<Edit> edits, Optional<String> placeholder) {
    Map<String, List<Edit>> byFile = new LinkedHashMap<>();
    for (Edit edit : edits) {
      byFile.computeIfAbsent(edit.location().file(), any -> new ArrayList<>()).add(edit);
    }
    if (!versionedEdits) {
      Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
      byFile.forEach(
          (file, changed) ->
              changes.put(
                  uris.spelled(file),
                  changed.stream().map(edit -> edit(edit.location(), edit.text())).toList()));
      return new WorkspaceEdit(changes);
    }
    return new WorkspaceEdit(
        byFile.entrySet().stream()
            .map(
                entry ->
                    new TextDocumentEdit(
                        versioned(entry.getKey()),
                        entry.getValue().stream().map(edit -> edit(edit, placeholder)).toList()))
            .map(Either::<TextDocumentEdit, org.eclipse.lsp4j.ResourceOperation>forLeft)
            .toList());
  }

  /** An edit, as a snippet if the text to be filled in stands in it. */
  private Either<TextEdit, SnippetTextEdit> edit(Edit edit, Optional<String> placeholder) {
    String text = edit.text();
    int at = placeholder.map(text::indexOf).orElse(-1);
    if (at < 0) {
      return Either.forLeft(edit(edit.location(), text));
    }
    int end = at + placeholder.get().length();
    String snippet =
        escaped(text.substring(0, at))
            + "${1:"
            + escaped(text.substring(at, end))
            + "}"
            + escaped(text.substring(end));
    return Either.forRight(
        new SnippetTextEdit(range(edit.location()), new StringValue("snippet", snippet)));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}");
  }

  private VersionedTextDocumentIdentifier versioned(String file) {
    return new VersionedTextDocumentIdentifier(
        uris.spelled(file), snapshot.document(file).map(Document::version).orElse(null));
  }

  /** The range of a span in a file of this snapshot. */
  Range range(String file, Span span) {
    return range(new Location(file, span));
  }
}
