package dev.genplan.lsp;

import dev.genplan.diagnostics.Edit;
import dev.genplan.editing.FileMoves;
import dev.genplan.plan.SourceFile;
import dev.genplan.workspace.FileUris;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.FileOperationsServerCapabilities;
import org.eclipse.lsp4j.FileOperationsWorkspaceCapabilities;
import org.eclipse.lsp4j.FileRename;
import org.eclipse.lsp4j.RenameFilesParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.WorkspaceServerCapabilities;

/** Answers {@code workspace/willRenameFiles} with the imports to change. */
final class WillRenameHandler {
  private WillRenameHandler() {}

  static Feature<RenameFilesParams> feature() {
    return new Feature<>(
        "workspace/willRenameFiles",
        RenameFilesParams.class,
        WillRenameHandler::handle,
        (client, server) -> {
          if (ClientFeatures.is(
              client
                  .workspace(WorkspaceClientCapabilities::getFileOperations)
                  .map(FileOperationsWorkspaceCapabilities::getWillRename))) {
            announce(server);
          }
        });
  }

  private static void announce(ServerCapabilities server) {
    WorkspaceServerCapabilities workspace = server.getWorkspace();
    if (workspace.getFileOperations() == null) {
      workspace.setFileOperations(new FileOperationsServerCapabilities());
    }
    workspace.getFileOperations().setWillRename(Capabilities.plansAndFolders());
  }

  private static WorkspaceEdit handle(RenameFilesParams params, Request request) {
    List<FileMoves.Move> moves = new ArrayList<>();
    for (FileRename rename : params.getFiles()) {
      FileUris.path(rename.getOldUri())
          .flatMap(
              from -> FileUris.path(rename.getNewUri()).map(to -> new FileMoves.Move(from, to)))
          .ifPresent(moves::add);
    }
    List<SourceFile> files = new ArrayList<>();
    for (String uri : request.snapshot().files()) {
      request.cancellation().check();
      Optional.of(uri)
          .filter(request.snapshot()::isUtf8)
          .flatMap(request.snapshot()::file)
          .ifPresent(files::add);
    }
    List<Edit> edits = FileMoves.mend(moves, files, request.snapshot());
    return edits.isEmpty() ? null : request.translator().edits(edits);
  }
}
