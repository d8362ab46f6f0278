package dev.genplan.lsp;

import dev.genplan.text.Language;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;

/** Starts the language server. */
public final class ServerMain {

  private static final int BUFFER = 1 << 16;

  private ServerMain() {}

  /**
   * Serves the process at the other end of standard input and output until it ends.
   *
   * @param today tells the day
   * @param language in which to answer a client that names no locale
   * @return the exit code of this process
   */
  public static int onStandardStreams(Supplier<LocalDate> today, Language language) {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    // From now on nothing that prints can get between the messages.
    System.setOut(System.err);
    return run(
        new FileInputStream(FileDescriptor.in),
        out,
        today,
        language,
        () -> Runtime.getRuntime().halt(1));
  }

  /**
   * Serves a client until it ends.
   *
   * @param in where its messages come from
   * @param out where messages to it go
   * @param today tells the day
   * @param language in which to answer a client that names no locale
   * @param orphaned called, on another thread, when the client's process has ended without a word
   * @return 0 if the client has asked for the end in order, 1 if not
   */
  public static int run(
      InputStream in,
      OutputStream out,
      Supplier<LocalDate> today,
      Language language,
      Runnable orphaned) {
    try (Server server = new Server(today, language, orphaned)) {
      MessageJsonHandler json = new MessageJsonHandler(server.methods());
      RemoteEndpoint remote =
          new RemoteEndpoint(
              new StreamMessageConsumer(new BufferedOutputStream(out, BUFFER), json),
              server,
              Failures::response);
      json.setMethodProvider(remote);
      StreamMessageProducer producer =
          new StreamMessageProducer(new BufferedInputStream(in, BUFFER), json, remote);
      server.connect(remote, producer::close);
      try {
        producer.listen(remote);
      } catch (JsonRpcException broken) {
        Log.error("the connection broke", broken);
      }
      return server.finish();
    }
  }
}
