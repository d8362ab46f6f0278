package dev.genplan.cli;

import dev.genplan.text.Language;
import java.io.IOException;

/** Says what it was asked for by its exit code: 7, or the port. Port 1 is taken. */
final class NoServer implements LanguageServer {

  @Override
  public int onStandardStreams(Language language) {
    return 7;
  }

  @Override
  public int onPort(int port, Language language) throws IOException {
    if (port == 1) {
      throw new IOException("Permission denied");
    }
    return port;
  }
}
