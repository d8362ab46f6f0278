package dev.genplan.lsp;

import dev.genplan.analysis.Cancellation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.PreviousResultId;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFullDocumentDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceUnchangedDocumentDiagnosticReport;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * A request for the findings of the whole workspace while it waits for them. Where the client has
 * handed in a token they are sent as they come.
 */
final class WorkspacePull {

  /** So many files are sent at once. */
  private static final int BATCH = 50;

  private final Endpoint client;
  private final ClientUris uris;
  private final Cancellation cancellation;
  private final CompletableFuture<Object> answer = new CompletableFuture<>();
  private final Map<String, String> previous = new HashMap<>();
  private final Optional<Either<String, Integer>> stream;
  private final Optional<Progress> progress;
  private final Set<String> reported = new HashSet<>();
  private List<WorkspaceDocumentDiagnosticReport> batch = new ArrayList<>();

  WorkspacePull(
      WorkspaceDiagnosticParams params,
      Endpoint client,
      ClientUris uris,
      String title,
      Cancellation cancellation) {
    this.client = client;
    this.uris = uris;
    this.cancellation = cancellation;
    this.stream = Optional.ofNullable(params.getPartialResultToken());
    this.progress =
        Optional.ofNullable(params.getWorkDoneToken())
            .map(token -> Progress.handedIn(client, token, title));
    for (PreviousResultId each : params.getPreviousResultIds()) {
      previous.put(uris.inside(each.getUri()), each.getValue());
    }
  }

  CompletableFuture<Object> answer() {
    return answer;
  }

  Optional<Progress> progress() {
    return progress;
  }

  /** Whether the client does not wait any more. */
  boolean isOver() {
    try {
      cancellation.check();
      return answer.isDone();
    } catch (CancellationException cancelled) {
      return true;
    }
  }

  /** Whether the answer comes in parts. */
  boolean isStream() {
    return stream.isPresent();
  }

  /** The findings of a file are known; each file counts once. */
  void report(String uri, Optional<Integer> version, List<Diagnostic> findings, String id) {
    if (reported.add(uri)) {
      boolean same = id.equals(previous.remove(uri));
      batch.add(same ? unchanged(uri, version, id) : full(uri, version, findings, Optional.of(id)));
      if (isStream() && batch.size() >= BATCH) {
        flush();
      }
    }
  }

  private WorkspaceDocumentDiagnosticReport full(
      String uri, Optional<Integer> version, List<Diagnostic> findings, Optional<String> id) {
    WorkspaceFullDocumentDiagnosticReport report =
        new WorkspaceFullDocumentDiagnosticReport(
            findings, uris.spelled(uri), version.orElse(null));
    id.ifPresent(report::setResultId);
    return new WorkspaceDocumentDiagnosticReport(report);
  }

  private WorkspaceDocumentDiagnosticReport unchanged(
      String uri, Optional<Integer> version, String id) {
    return new WorkspaceDocumentDiagnosticReport(
        new WorkspaceUnchangedDocumentDiagnosticReport(
            id, uris.spelled(uri), version.orElse(null)));
  }

  /** All is reported; files that the client still knows of and that are gone have no findings. */
  void end() {
    for (String gone : previous.keySet()) {
      if (!reported.contains(gone)) {
        batch.add(full(gone, Optional.empty(), List.of(), Optional.empty()));
      }
    }
    if (isStream()) {
      flush();
    }
    progress.ifPresent(
        shown -> {
          shown.at(1, 1);
          shown.end();
        });
    answer.complete(new WorkspaceDiagnosticReport(batch));
  }

  private void flush() {
    if (!batch.isEmpty()) {
      Either<String, Integer> token = stream.orElseThrow();
      WorkspaceDiagnosticReport part = new WorkspaceDiagnosticReport(batch);
      client.notify(Methods.PROGRESS, new ProgressParams(token, Either.forRight(part)));
      batch = new ArrayList<>();
    }
  }

  /** It will not be answered. */
  void fail(RuntimeException reason) {
    progress.ifPresent(Progress::end);
    answer.completeExceptionally(reason);
  }
}
