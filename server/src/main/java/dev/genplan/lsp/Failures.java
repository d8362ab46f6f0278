package dev.genplan.lsp;

import java.util.concurrent.CompletionException;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;

/** What a client is told when a request cannot be answered. */
final class Failures {
  private Failures() {}

  static ResponseErrorException of(ResponseErrorCode code, String message) {
    return new ResponseErrorException(new ResponseError(code, message, null));
  }

  /**
   * The error that stands for an exception. A defect of ours is logged; its trace is not sent,
   * since it helps nobody at the other end.
   */
  static ResponseError response(Throwable thrown) {
    Throwable cause =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    if (cause instanceof ResponseErrorException known) {
      return known.getResponseError();
    }
    Log.error("a request failed", cause);
    return new ResponseError(
        ResponseErrorCode.InternalError, "internal error: " + cause.getClass().getName(), null);
  }
}
