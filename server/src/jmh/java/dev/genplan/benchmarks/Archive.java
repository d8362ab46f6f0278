package dev.genplan.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The archive of classes with which the launcher starts the server. */
final class Archive {
  private Archive() {}

  /** Has it made: the launcher does so beside the first server, which would disturb measuring. */
  static void make(Path launcher) throws IOException, InterruptedException {
    Process first =
        new ProcessBuilder(launcher.toString(), "lsp")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    first.getOutputStream().close();
    first.waitFor();
    Path target = launcher.resolveSibling("server").resolve("target");
    for (int waited = 0; waited < 60; waited++) {
      try (var files = Files.newDirectoryStream(target, "genplan-lsp-*")) {
        if (files.iterator().hasNext()) {
          return;
        }
      }
      Thread.sleep(1_000);
    }
  }
}
