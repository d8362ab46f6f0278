package dev.genplan.lsp;

import dev.genplan.report.DocLinks;
import java.util.Collection;
import java.util.List;
import org.eclipse.lsp4j.FileOperationFilter;
import org.eclipse.lsp4j.FileOperationOptions;
import org.eclipse.lsp4j.FileOperationPattern;
import org.eclipse.lsp4j.FileOperationPatternKind;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.FileOperationsWorkspaceCapabilities;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.SaveOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.TextDocumentSyncOptions;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceFoldersOptions;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** What the server announces: what it does, and nothing else. */
final class Capabilities {

  /** Plans, and folders, in which there may be some. */
  private static final List<FileOperationFilter> FILES =
      List.of(
          filter("**/*.genplan", FileOperationPatternKind.File),
          filter("**", FileOperationPatternKind.Folder));

  private Capabilities() {}

  private static FileOperationFilter filter(String glob, String kind) {
    FileOperationPattern pattern = new FileOperationPattern(glob);
    pattern.setMatches(kind);
    return new FileOperationFilter(pattern, "file");
  }

  /** The files whose creation, renaming and deletion matter. */
  static FileOperationOptions plansAndFolders() {
    return new FileOperationOptions(FILES);
  }

  static InitializeResult answer(ClientFeatures client, Collection<Feature<?>> features) {
    ServerCapabilities server = new ServerCapabilities();
    server.setPositionEncoding(client.positions().kind());
    server.setTextDocumentSync(sync());
    server.setWorkspace(workspace(client));
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

  private static WorkspaceServerCapabilities workspace(ClientFeatures client) {
    WorkspaceServerCapabilities workspace = new WorkspaceServerCapabilities();
    if (ClientFeatures.is(client.workspace(WorkspaceClientCapabilities::getWorkspaceFolders))) {
      WorkspaceFoldersOptions folders = new WorkspaceFoldersOptions();
      folders.setSupported(true);
      folders.setChangeNotifications(true);
      workspace.setWorkspaceFolders(folders);
    }
    client
        .workspace(WorkspaceClientCapabilities::getFileOperations)
        .ifPresent(able -> workspace.setFileOperations(fileOperations(able)));
    return workspace;
  }

  private static FileOperationsServerCapabilities fileOperations(
      FileOperationsWorkspaceCapabilities client) {
    FileOperationOptions plans = plansAndFolders();
    FileOperationsServerCapabilities server = new FileOperationsServerCapabilities();
    if (Boolean.TRUE.equals(client.getDidCreate())) {
      server.setDidCreate(plans);
    }
    if (Boolean.TRUE.equals(client.getDidRename())) {
      server.setDidRename(plans);
    }
    if (Boolean.TRUE.equals(client.getDidDelete())) {
      server.setDidDelete(plans);
    }
    return server;
  }
}
