package dev.genplan;

import dev.genplan.cli.Cli;
import dev.genplan.cli.Environment;
import dev.genplan.lsp.ServerMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Where the program starts; knows which command was asked for, and nothing else. */
public final class Main {

  private Main() {}

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  private static int run(String[] args) {
    try (PrintWriter out = writer(FileDescriptor.out, "stdout");
        PrintWriter err = writer(FileDescriptor.err, "stderr")) {
      Environment environment =
          new Environment(
              Path.of("").toAbsolutePath(),
              System.getenv(),
              System.in,
              out,
              err,
              isTerminal("stdout"),
              LocalDate::now);
      return new Cli(environment, ServerMain::onStandardStreams).run(List.of(args));
    }
  }

  /** Standard output as Java has it would write ASCII on some systems, and each line by itself. */
  private static PrintWriter writer(FileDescriptor descriptor, String name) {
    Charset charset =
        Charset.forName(System.getProperty(name + ".encoding", StandardCharsets.UTF_8.name()));
    return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), charset));
  }

  /** Whether the launcher saw a terminal there. Without a launcher nobody has looked. */
  private static boolean isTerminal(String name) {
    return Boolean.getBoolean("genplan." + name + ".tty");
  }
}
