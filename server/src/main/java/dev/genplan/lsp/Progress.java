package dev.genplan.lsp;

import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Shows the client how far some work is, under one token. Nothing is shown before the client has
 * taken the token, and nothing after the end.
 */
final class Progress {

  private final Endpoint client;
  private final Either<String, Integer> token;
  private final String title;
  private volatile boolean ready;
  private boolean begun;
  private int shown = -1;

  private Progress(Endpoint client, Either<String, Integer> token, String title) {
    this.client = client;
    this.token = token;
    this.title = title;
  }

  /** Progress under a token that the client has handed in. */
  static Progress handedIn(Endpoint client, Either<String, Integer> token, String title) {
    Progress progress = new Progress(client, token, title);
    progress.ready = true;
    return progress;
  }

  /** Progress under a token of the server's, which the client is asked to take. */
  static Progress asking(Endpoint client, String token, String title) {
    Progress progress = new Progress(client, Either.forLeft(token), title);
    CompletableFuture<?> taken =
        client.request(Methods.CREATE_PROGRESS, new WorkDoneProgressCreateParams(progress.token));
    var unused = taken.thenRun(() -> progress.ready = true);
    return progress;
  }

  boolean isUnder(Either<String, Integer> other) {
    return token.equals(other);
  }

  /** So many steps have been done, of so many. */
  synchronized void at(int done, int total) {
    int percent = total == 0 ? 100 : (int) (100L * Math.min(done, total) / total);
    if (!ready || percent == shown) {
      return;
    }
    shown = percent;
    String message = done + "/" + total;
    if (begun) {
      WorkDoneProgressReport report = new WorkDoneProgressReport();
      report.setMessage(message);
      report.setPercentage(percent);
      send(report);
    } else {
      begun = true;
      WorkDoneProgressBegin begin = new WorkDoneProgressBegin();
      begin.setTitle(title);
      begin.setCancellable(true);
      begin.setMessage(message);
      begin.setPercentage(percent);
      send(begin);
    }
  }

  /** The work is done, or will not be. */
  synchronized void end() {
    ready = false;
    if (begun) {
      begun = false;
      send(new WorkDoneProgressEnd());
    }
  }

  private void send(WorkDoneProgressNotification value) {
    client.notify(Methods.PROGRESS, new ProgressParams(token, Either.forLeft(value)));
  }
}
