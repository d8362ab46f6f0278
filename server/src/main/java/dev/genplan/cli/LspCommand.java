package dev.genplan.cli;

import dev.genplan.text.Localized;
import java.util.function.IntSupplier;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan lsp}: serves editors. */
final class LspCommand implements Command {

  private final IntSupplier server;

  LspCommand(IntSupplier server) {
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
        Protocol with it over standard input and output.

        Usage: genplan lsp [--stdio]

        Options:
          --stdio      what it does anyway; some editors say so
          -h, --help   show this

        The editor tells in which language it is to be answered.
        """,
        """
        运行语言服务器：由编辑器启动，通过标准输入和标准输出以 Language Server
        Protocol 通信。

        用法：genplan lsp [--stdio]

        选项：
          --stdio      默认即如此；有些编辑器会带上此选项
          -h, --help   显示本帮助

        使用何种语言由编辑器告知。
        """);
  }

  @Override
  public Options options() {
    return new Options().addOption(Option.builder().longOpt("stdio").get());
  }

  @Override
  public int run(Invocation call) throws UsageException {
    call.refuseArguments();
    return server.getAsInt();
  }
}
