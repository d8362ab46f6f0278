package dev.genplan.lsp;

import dev.genplan.text.Language;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.LocalDate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;

/** Starts the language server. */
public final class ServerMain {

  private static final int BUFFER = 1 << 16;

  /** Whatever it has to say is said here already, in one line. Held, for it is forgotten else. */
  private static final Logger LSP4J_LOG = Logger.getLogger("org.eclipse.lsp4j");

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
   * Listens on a port of this machine, to be reached from this machine only, and serves the first
   * client that connects until it ends.
   *
   * @param port where to listen; 0 for any port that is free, which is said on standard error
   * @param today tells the day
   * @param language in which to answer a client that names no locale
   * @return the exit code of this process
   * @throws IOException if nothing can listen there, or the connection breaks at once
   */
  public static int onPort(int port, Supplier<LocalDate> today, Language language)
      throws IOException {
    try (Socket client = accept(port)) {
      client.setTcpNoDelay(true);
      return run(
          client.getInputStream(),
          client.getOutputStream(),
          today,
          language,
          () -> Runtime.getRuntime().halt(1));
    }
  }

  /** The first client; there is no second. */
  private static Socket accept(int port) throws IOException {
    try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      Log.warning(
          "listening on "
              + listening.getInetAddress().getHostAddress()
              + ":"
              + listening.getLocalPort());
      return listening.accept();
    }
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
  static int run(
      InputStream in,
      OutputStream out,
      Supplier<LocalDate> today,
      Language language,
      Runnable orphaned) {
    LSP4J_LOG.setLevel(Level.OFF);
    try (Server server = new Server(today, language, orphaned)) {
      MessageJsonHandler json = Json.handler(server.methods());
      StreamMessageConsumer answers =
          new StreamMessageConsumer(new BufferedOutputStream(out, BUFFER), json);
      RemoteEndpoint remote = new RemoteEndpoint(answers, server, Failures::response);
      MessageReader reader =
          new MessageReader(new BufferedInputStream(in, BUFFER), json, remote, answers);
      server.connect(remote, reader::close);
      try {
        reader.listen();
      } catch (IOException | JsonRpcException broken) {
        Log.warning("the connection broke: " + broken.getMessage());
      }
      return server.finish();
    }
  }
}
