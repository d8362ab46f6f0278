package dev.genplan.lsp;

import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.report.DocLinks;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Language;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.PlanFiles;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * What there is once a client has said what it can take: its documents and folders as the workspace
 * knows them. All changes come from the writer.
 */
final class Session implements AutoCloseable {

  private static final String WATCHED = "**/*.genplan";

  private final Supplier<LocalDate> clock;
  private final Endpoint client;
  private final ClientFeatures features;
  private final ClientUris uris = new ClientUris();
  private final DocLinks links = new DocLinks();
  private final Set<Path> folders;
  private final Workspace workspace;
  private final Publisher publisher;
  private LocalDate today;

  Session(InitializeParams params, Supplier<LocalDate> clock, Language language, Endpoint client) {
    this.clock = clock;
    this.client = client;
    this.features = ClientFeatures.of(params, language);
    this.folders = new LinkedHashSet<>(folders(params));
    this.today = clock.get();
    this.workspace = new Workspace(List.copyOf(folders), analyzer());
    this.publisher = new Publisher(workspace, this::translator, this::publish);
  }

  private static List<Path> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return paths(params.getWorkspaceFolders().stream().map(WorkspaceFolder::getUri));
    }
    return paths(rootUri(params).stream());
  }

  /** How older clients name their only folder. */
  @SuppressWarnings("deprecation")
  private static Optional<String> rootUri(InitializeParams params) {
    return Optional.ofNullable(params.getRootUri());
  }

  private static List<Path> paths(Stream<String> uris) {
    return uris.flatMap(uri -> FileUris.path(uri).stream()).toList();
  }

  private Analyzer analyzer() {
    return new Analyzer(RuleIndex.all(), Settings.usual(today));
  }

  private Translator translator(Snapshot snapshot) {
    return new Translator(features, uris, links, snapshot);
  }

  private void publish(PublishDiagnosticsParams findings) {
    client.notify(Methods.PUBLISH_DIAGNOSTICS, findings);
  }

  ClientFeatures features() {
    return features;
  }

  /** A request on the current snapshot. */
  Request request(Cancellation cancellation) {
    Snapshot snapshot = workspace.current();
    return new Request(
        snapshot,
        features,
        uris,
        translator(snapshot),
        cancellation,
        workspace.whileCurrent(snapshot));
  }

  /** Asks the client to say when files change that are not open. */
  void watchFiles() {
    if (ClientFeatures.is(
        features
            .workspace(WorkspaceClientCapabilities::getDidChangeWatchedFiles)
            .map(DidChangeWatchedFilesCapabilities::getDynamicRegistration))) {
      DidChangeWatchedFilesRegistrationOptions options =
          new DidChangeWatchedFilesRegistrationOptions(
              List.of(new FileSystemWatcher(Either.forLeft(WATCHED))));
      var unused =
          client.request(
              Methods.REGISTER,
              new RegistrationParams(
                  List.of(new Registration("watch", Methods.DID_CHANGE_FILES, options))));
    }
  }

  void opened(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    String uri = uris.opened(item.getUri());
    takeIn(uri);
    workspace.open(uri, item.getVersion(), item.getText());
    changed(uri);
  }

  /**
   * A file outside all folders brings its own: the repository it lies in, or its folder, as on the
   * command line. Editors without a workspace send no folder at all.
   */
  private void takeIn(String uri) {
    Optional<Path> file = FileUris.path(uri);
    if (file.isPresent() && folders.stream().noneMatch(file.get()::startsWith)) {
      Optional<Path> folder =
          PlanFiles.repository(file.get()).or(() -> Optional.ofNullable(file.get().getParent()));
      if (folder.isPresent() && folders.add(folder.get())) {
        workspace.folders(List.copyOf(folders));
      }
    }
  }

  void changed(DidChangeTextDocumentParams params) {
    String uri = uris.inside(params.getTextDocument().getUri());
    workspace.change(
        uri,
        params.getTextDocument().getVersion(),
        text -> ContentChanges.apply(text, params.getContentChanges(), features.positions()));
    changed(uri);
  }

  void closed(DidCloseTextDocumentParams params) {
    String uri = uris.inside(params.getTextDocument().getUri());
    workspace.close(uri);
    changed(uri);
  }

  void filesChanged() {
    workspace.refresh();
    changed("");
  }

  void foldersChanged(DidChangeWorkspaceFoldersParams params) {
    folders.removeAll(paths(params.getEvent().getRemoved().stream().map(WorkspaceFolder::getUri)));
    folders.addAll(paths(params.getEvent().getAdded().stream().map(WorkspaceFolder::getUri)));
    workspace.folders(List.copyOf(folders));
    changed("");
  }

  private void changed(String uri) {
    LocalDate now = clock.get();
    if (!now.equals(today)) {
      today = now;
      workspace.analyzer(analyzer());
    }
    publisher.changed(uri);
  }

  @Override
  public void close() {
    publisher.close();
  }
}
