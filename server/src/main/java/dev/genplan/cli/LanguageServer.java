package dev.genplan.cli;

import dev.genplan.text.Language;
import java.io.IOException;

/**
 * Runs the language server until its client leaves, in a language unless the client names another.
 * Each way gives the exit code.
 */
public interface LanguageServer {

  /** Serves the process at the other end of standard input and output. */
  int onStandardStreams(Language language);

  /**
   * Serves the first client that connects to a port of this machine.
   *
   * @throws IOException if nothing can listen there
   */
  int onPort(int port, Language language) throws IOException;
}
