package dev.genplan.lsp;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.lsp4j.LogTraceParams;
import org.eclipse.lsp4j.TraceValue;
import org.eclipse.lsp4j.jsonrpc.Endpoint;

/** Tells the client what the server does, if it wants to know. */
final class Trace {

  private final Endpoint client;
  private volatile String value = TraceValue.Off;

  Trace(Endpoint client, Optional<String> value) {
    this.client = client;
    value.ifPresent(this::set);
  }

  /** What the client wants to know from now on: {@code off}, {@code messages}, {@code verbose}. */
  void set(String wanted) {
    switch (wanted) {
      case TraceValue.Off, TraceValue.Messages, TraceValue.Verbose -> value = wanted;
      default -> Log.warning("there is no trace value " + wanted + "; off, messages, verbose are");
    }
  }

  /**
   * Tells what was done.
   *
   * @param details told only to those who want to know it all
   */
  void log(Supplier<String> message, Supplier<String> details) {
    if (!value.equals(TraceValue.Off)) {
      LogTraceParams params = new LogTraceParams(message.get());
      if (value.equals(TraceValue.Verbose)) {
        params.setVerbose(details.get());
      }
      client.notify(Methods.LOG_TRACE, params);
    }
  }
}
