package dev.genplan.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.NamedSettings;
import dev.genplan.report.DocLinks;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.Document;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.PlanFiles;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.Endpoint;

/**
 * What there is once a client has said what it can take: its settings, and its documents and
 * folders as the workspace knows them. All changes come from the writer.
 */
final class Session implements AutoCloseable {

  private static final Localized PROBLEMS = Localized.of("GenPlan settings: {0}", "GenPlan 设置：{0}");

  private final Supplier<LocalDate> clock;
  private final Language language;
  private final Endpoint client;
  private final Consumer<Consumer<Session>> writer;
  private final Registrations registrations;
  private final ClientUris uris = new ClientUris();
  private final DocLinks links = new DocLinks();
  private final Trace trace;
  private final Set<Path> folders;
  private final Set<Path> broughtIn = new LinkedHashSet<>();
  private final WorkspaceFiles files;
  private final Workspace workspace;
  private final Publisher publisher;
  private final Refresher refresher;
  private final List<JsonElement> initialSettings;
  private List<JsonElement> laterSettings = List.of();
  private List<Message> problems = List.of();
  private volatile ClientFeatures features;
  private volatile ClientSettings settings;
  private NamedSettings rules;
  private LocalDate today;

  /**
   * @param clock tells the day
   * @param language in which to answer a client that names no locale
   * @param client takes what is sent to it
   * @param writer queues a change of this session behind what has come in so far
   */
  Session(
      InitializeParams params,
      Supplier<LocalDate> clock,
      Language language,
      Endpoint client,
      Consumer<Consumer<Session>> writer) {
    this.clock = clock;
    this.client = client;
    this.writer = writer;
    this.features = ClientFeatures.of(params, language);
    this.language = features.language();
    this.registrations = new Registrations(client, features);
    this.trace = new Trace(client, Optional.ofNullable(params.getTrace()));
    this.folders = new LinkedHashSet<>(folders(params));
    this.today = clock.get();
    this.initialSettings =
        params.getInitializationOptions() instanceof JsonElement options
            ? List.of(options)
            : List.of();
    ClientSettings.Read read = ClientSettings.read(initialSettings);
    this.settings = read.settings();
    this.features = features.in(settings.locale().orElse(this.language));
    this.rules = rules();
    this.workspace = new Workspace(allFolders(), analyzer());
    this.publisher =
        new Publisher(
            workspace, this::translator, client, uris, trace, features.pullsDiagnostics());
    this.refresher = new Refresher(client, features, workspace::current);
    this.files = new WorkspaceFiles(publisher::list);
  }

  private static List<Path> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return paths(params.getWorkspaceFolders());
    }
    return root(params);
  }

  /** How older clients name their only folder. */
  @SuppressWarnings("deprecation")
  private static List<Path> root(InitializeParams params) {
    if (params.getRootUri() != null) {
      return FileUris.path(params.getRootUri()).stream().toList();
    }
    try {
      return params.getRootPath() == null || params.getRootPath().isEmpty()
          ? List.of()
          : List.of(Path.of(params.getRootPath()));
    } catch (InvalidPathException impossible) {
      Log.warning("there can be no folder " + params.getRootPath());
      return List.of();
    }
  }

  private static List<Path> paths(List<WorkspaceFolder> folders) {
    return folders.stream().flatMap(folder -> FileUris.path(folder.getUri()).stream()).toList();
  }

  private List<Path> allFolders() {
    return Stream.concat(folders.stream(), broughtIn.stream()).toList();
  }

  private NamedSettings rules() {
    LocalDate day = today;
    return NamedSettings.read(() -> day, settings.profile(), settings.levels(), RuleIndex.all());
  }

  private Analyzer analyzer() {
    return new Analyzer(RuleIndex.all(), rules.settings());
  }

  private Translator translator(Snapshot snapshot) {
    return new Translator(features, uris, links, snapshot);
  }

  ClientFeatures features() {
    return features;
  }

  Trace trace() {
    return trace;
  }

  /** A request on the current snapshot. */
  Request request(Cancellation cancellation) {
    Snapshot snapshot = workspace.current();
    return new Request(
        snapshot,
        features,
        settings,
        uris,
        translator(snapshot),
        publisher,
        cancellation,
        workspace.whileCurrent(snapshot));
  }

  /** The client is ready; from now on it may be asked things. */
  void initialized() {
    registrations.register();
    configure(List.of());
    askForSettings();
    files.look(folders);
  }

  /** Asks for the settings; a client that has not announced that it has any is not asked. */
  private void askForSettings() {
    registrations
        .settings()
        .ifPresent(
            asked -> {
              var unused = asked.whenComplete(this::takeSettings);
            });
  }

  private void takeSettings(Object answer, Throwable failure) {
    if (failure != null) {
      Log.warning("the client does not tell its settings: " + failure);
    } else if (answer instanceof JsonArray items && !items.isEmpty()) {
      writer.accept(session -> session.configure(List.of(items.get(0))));
    }
  }

  void settingsChanged(DidChangeConfigurationParams params) {
    if (registrations.hasSettings()) {
      askForSettings();
    } else if (params.getSettings() instanceof JsonElement sent) {
      configure(List.of(sent));
    }
  }

  /** Takes settings in the place of those before, on top of the ones from the start. */
  private void configure(List<JsonElement> sent) {
    if (!sent.isEmpty()) {
      laterSettings = sent;
    }
    List<JsonElement> sources = new ArrayList<>(initialSettings);
    sources.addAll(laterSettings);
    ClientSettings.Read read = ClientSettings.read(sources);
    ClientSettings before = settings;
    settings = read.settings();
    features = features.in(settings.locale().orElse(language));
    rules = rules();
    complain(read.problems());
    if (!settings.equals(before)) {
      workspace.analyzer(analyzer());
      publisher.changed();
      refresher.settingsChanged();
    }
  }

  /** Says once what is wrong with the settings. */
  private void complain(List<Message> wrongSettings) {
    List<Message> all = new ArrayList<>(wrongSettings);
    all.addAll(rules.problems());
    if (!all.equals(problems) && !all.isEmpty()) {
      String text =
          String.join("\n", all.stream().map(each -> each.in(features.language())).toList());
      client.notify(
          Methods.SHOW_MESSAGE,
          new MessageParams(MessageType.Warning, PROBLEMS.with(text).in(features.language())));
    }
    problems = List.copyOf(all);
  }

  void traced(SetTraceParams params) {
    trace.set(params.getValue());
  }

  void progressCancelled(WorkDoneProgressCancelParams params) {
    publisher.cancel(params.getToken());
  }

  void opened(DidOpenTextDocumentParams params) {
    TextDocumentItem item = params.getTextDocument();
    String uri = uris.opened(item.getUri());
    takeIn(uri);
    workspace.open(uri, item.getVersion(), item.getText());
    newDay();
    publisher.openedOrClosed(uri);
    refresher.changed(uri);
  }

  /**
   * A file outside all folders brings its own: the repository it lies in, or its folder, as on the
   * command line. Editors without a workspace send no folder at all.
   */
  private void takeIn(String uri) {
    Optional<Path> file = FileUris.path(uri);
    if (file.isPresent() && allFolders().stream().noneMatch(file.get()::startsWith)) {
      Optional<Path> folder =
          PlanFiles.repository(file.get()).or(() -> Optional.ofNullable(file.get().getParent()));
      if (folder.isPresent() && broughtIn.add(folder.get())) {
        workspace.folders(allFolders());
      }
    }
  }

  /** Edits came one right after another; only what they lead to together is looked at. */
  void changed(List<DidChangeTextDocumentParams> edits) {
    Map<String, List<DidChangeTextDocumentParams>> byDocument = new LinkedHashMap<>();
    for (DidChangeTextDocumentParams edit : edits) {
      byDocument
          .computeIfAbsent(edit.getTextDocument().getUri(), any -> new ArrayList<>())
          .add(edit);
    }
    byDocument.forEach(this::changed);
  }

  private void changed(String spelled, List<DidChangeTextDocumentParams> edits) {
    String uri = uris.inside(spelled);
    Optional<Document> before = workspace.current().document(uri);
    if (before.isEmpty()) {
      Log.warning(spelled + " is changed, but was never opened");
      return;
    }
    Integer version = edits.get(edits.size() - 1).getTextDocument().getVersion();
    List<TextDocumentContentChangeEvent> changes =
        edits.stream().flatMap(edit -> edit.getContentChanges().stream()).toList();
    workspace.change(
        uri,
        version == null ? before.get().version() : version,
        text -> ContentChanges.apply(text, changes, features.positions()));
    newDay();
    publisher.edited(uri);
    refresher.changed(uri);
  }

  void closed(DidCloseTextDocumentParams params) {
    String uri = uris.inside(params.getTextDocument().getUri());
    if (workspace.current().document(uri).isPresent()) {
      workspace.close(uri);
      newDay();
      publisher.openedOrClosed(uri);
      refresher.changed(uri);
    }
  }

  void saved(DidSaveTextDocumentParams params) {
    String uri = uris.inside(params.getTextDocument().getUri());
    if (publisher.isListed(uri)) {
      workspace.refresh();
      newDay();
      publisher.changed();
    } else {
      filesChanged();
    }
  }

  /** Files were changed, created, renamed or deleted. */
  void filesChanged() {
    workspace.refresh();
    newDay();
    publisher.changed();
    refresher.changed();
    files.look(folders);
  }

  void foldersChanged(DidChangeWorkspaceFoldersParams params) {
    folders.removeAll(paths(params.getEvent().getRemoved()));
    folders.addAll(paths(params.getEvent().getAdded()));
    workspace.folders(allFolders());
    newDay();
    publisher.changed();
    refresher.changed();
    files.look(folders);
  }

  private void newDay() {
    LocalDate now = clock.get();
    if (!now.equals(today)) {
      today = now;
      rules = rules();
      workspace.analyzer(analyzer());
      publisher.changed();
    }
  }

  /** The client ends. */
  void shutDown() {
    publisher.endPulls();
  }

  @Override
  public void close() {
    files.close();
    refresher.close();
    publisher.close();
  }
}
