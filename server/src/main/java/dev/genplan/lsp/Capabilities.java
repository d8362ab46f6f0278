package dev.genplan.lsp;

import dev.genplan.report.DocLinks;
import java.util.Collection;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server announces: what it does, and nothing else. */
final class Capabilities {
  private Capabilities() {}

  static InitializeResult answer(ClientFeatures client, Collection<Feature<?>> features) {
    ServerCapabilities server = new ServerCapabilities();
    server.setPositionEncoding(client.positions().kind());
    server.setTextDocumentSync(sync());
    server.setWorkspace(workspace());
    features.forEach(feature -> feature.announcement().accept(client, server));
    return new InitializeResult(server, new ServerInfo("genplan", DocLinks.version()));
  }

  private static TextDocumentSyncOptions sync() {
    TextDocumentSyncOptions sync = new TextDocumentSyncOptions();
    sync.setOpenClose(true);
    sync.setChange(TextDocumentSyncKind.Incremental);
    sync.setSave(new SaveOptions(false));
    return sync;
  }

  private static WorkspaceServerCapabilities workspace() {
    WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
    folders.setSupported(true);
    folders.setChangeNotifications(true);
    return new WorkspaceServerCapabilities(folders);
  }
}
