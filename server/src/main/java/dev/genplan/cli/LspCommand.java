package dev.genplan.cli;

import dev.genplan.text.Localized;
import java.io.IOException;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan lsp}: serves editors. */
final class LspCommand implements Command {

  private static final String PORT = "port";

  private final LanguageServer server;

  LspCommand(LanguageServer server) {
    this.server = server;
  }

  @Override
  public String name() {
    return "lsp";
  }

  @Override
  public Localized summary() {
    return Localized.of("Run the language server for an editor", "为编辑器运行语言服务器");
  }

  @Override
  public Localized help() {
    return Localized.of(
        """
        Runs the language server: an editor starts it and speaks the Language Server
        Protocol with it over standard input and output, or over a socket.

        Usage: genplan lsp [--stdio | --port N] [--lang en|zh-CN]

        Options:
          --stdio      what it does anyway; some editors say so
          --port N     listen on this port of 127.0.0.1 instead, and serve the
                       first editor that connects; 0 takes a port that is free
                       and says which
          --lang TAG   en or zh-CN, for editors that do not say which language
                       they want; otherwise by the locale
          -h, --help   show this
        """,
        """
        运行语言服务器：由编辑器启动，通过标准输入和标准输出以 Language Server
        Protocol 通信，也可以通过套接字通信。

        用法：genplan lsp [--stdio | --port N] [--lang en|zh-CN]

        选项：
          --stdio      默认即如此；有些编辑器会带上此选项
          --port N     改为监听 127.0.0.1 的此端口，为第一个连接的编辑器服务；
                       0 表示任选一个空闲端口，并告知是哪一个
          --lang TAG   en 或 zh-CN，用于不告知语言的编辑器；
                       不写则按系统区域设置
          -h, --help   显示本帮助
        """);
  }

  @Override
  public Options options() {
    return new Options()
        .addOption(Option.builder().longOpt("stdio").get())
        .addOption(Option.builder().longOpt(PORT).hasArg().get());
  }

  @Override
  public int run(Invocation call) throws UsageException {
    call.refuseArguments();
    Optional<String> port = call.value(PORT);
    if (port.isEmpty()) {
      return server.onStandardStreams(call.language());
    }
    try {
      return server.onPort(port(port.get()), call.language());
    } catch (IOException taken) {
      throw new UsageException(
          Localized.of("cannot listen on port {0}: {1}", "无法监听端口 {0}：{1}")
              .with(port.get(), String.valueOf(taken.getMessage())));
    }
  }

  private static int port(String given) throws UsageException {
    try {
      int port = Integer.parseInt(given);
      if (port >= 0 && port < 1 << 16) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, like a number that is none of a port.
    }
    throw new UsageException(
        Localized.of(
                "`--port` takes a number from 0 to 65535, not `{0}`",
                "`--port` 应为 0 到 65535 之间的数字，而不是 `{0}`")
            .with(given));
  }
}
