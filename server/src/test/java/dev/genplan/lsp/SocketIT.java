package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** {@code genplan lsp --port 0}. */
class SocketIT {

  private static final String SAYS = "genplan: listening on 127.0.0.1:";

  @Test
  void servesTheFirstClientThatConnects() throws Exception {
    try (RawClient server = RawClient.start("--port", "0")) {
      while (!server.complaints().contains("\n")) {
        Thread.sleep(20);
      }
      String said = server.complaints().strip();
      assertThat(said).startsWith(SAYS);
      int port = Integer.parseInt(said.substring(SAYS.length()));
      try (Socket socket = new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port)) {
        OutputStream out = socket.getOutputStream();
        out.write(
            message(
                "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"));
        InputStream in = socket.getInputStream();
        assertThat(new String(in.readNBytes(15), StandardCharsets.US_ASCII))
            .isEqualTo("Content-Length:");
        out.write(message("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}"));
        out.write(message("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}"));
        assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .contains("\"serverInfo\"")
            .endsWith("\"id\":2,\"result\":null}");
      }
      assertThat(server.exitCode()).isZero();
    }
  }

  private static byte[] message(String json) {
    return ("Content-Length: " + json.length() + "\r\n\r\n" + json)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
