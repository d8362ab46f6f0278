package dev.genplan.cli;

import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.function.ToIntFunction;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan lsp}: serves editors. */
final class LspCommand implements Command {

  private final ToIntFunction<Language> server;

  LspCommand(ToIntFunction<Language> server) {
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

        Usage: genplan lsp [--stdio] [--lang en|zh-CN]

        Options:
          --stdio      what it does anyway; some editors say so
          --lang TAG   en or zh-CN, for editors that do not say which language
                       they want; otherwise by the locale
          -h, --help   show this
        """,
        """
        运行语言服务器：由编辑器启动，通过标准输入和标准输出以 Language Server
        Protocol 通信。

        用法：genplan lsp [--stdio] [--lang en|zh-CN]

        选项：
          --stdio      默认即如此；有些编辑器会带上此选项
          --lang TAG   en 或 zh-CN，用于不告知语言的编辑器；
                       不写则按系统区域设置
          -h, --help   显示本帮助
        """);
  }

  @Override
  public Options options() {
    return new Options().addOption(Option.builder().longOpt("stdio").get());
  }

  @Override
  public int run(Invocation call) throws UsageException {
    call.refuseArguments();
    return server.applyAsInt(call.language());
  }
}
