package dev.genplan;

import dev.genplan.cli.Cli;
import dev.genplan.cli.Environment;
import dev.genplan.cli.LanguageServer;
import dev.genplan.lsp.ServerMain;
import dev.genplan.text.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;

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
              Main::today);
      return new Cli(environment, new Server()).run(List.of(args));
    }
  }

  /** Local time without the rules of time zones, which take longer to load than a plan. */
  private static LocalDate today() {
    Instant now = Instant.now();
    int offset = TimeZone.getDefault().getOffset(now.toEpochMilli());
    return LocalDate.ofInstant(now, ZoneOffset.ofTotalSeconds(offset / 1000));
  }

  /** A class of its own, for it would load the server with every command. */
  private static final class Server implements LanguageServer {
    @Override
    public int onStandardStreams(Language language) {
      return ServerMain.onStandardStreams(Main::today, language);
    }

    @Override
    public int onPort(int port, Language language) throws IOException {
      return ServerMain.onPort(port, Main::today, language);
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
