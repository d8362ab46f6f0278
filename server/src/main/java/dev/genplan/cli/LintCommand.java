package dev.genplan.cli;

import dev.genplan.text.Localized;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan lint}: checks plans. */
final class LintCommand implements Command {

  @Override
  public String name() {
    return "lint";
  }

  @Override
  public Localized summary() {
    return Localized.of("Check plans", "检查计划");
  }

  @Override
  public Localized help() {
    return Localized.of(
        """
        Checks plans and shows what is wrong with them.

        Usage: genplan lint [options] [path ...]

        A path is a file, or a folder that is searched for *.genplan files, except those
        that .gitignore leaves out. Without a path the current folder is searched; - is
        standard input.

        Options:
          --profile NAME        rules to run: recommended (default), learning or all
          --rule NAME=LEVEL     set a rule to off, on, hint, info, warning or error;
                                can be given several times
          --format FORM         human (default), concise (one line each) or json
          --max-warnings N      fail if there are more warnings than this
          --as-of DATE          the day to take for today, such as 2026-12-01
          --stdin-filename PATH the file that standard input is the content of
          --color WHEN          auto (default), always or never; see also NO_COLOR
          --lang LANGUAGE       en or zh-CN; default: the locale
          -h, --help            show this

        Exit codes:
          0  no errors, and no more warnings than allowed
          1  errors, or more warnings than allowed
          2  wrong usage, nothing to check, or something could not be read
        """,
        """
        检查计划，并列出其中的问题。

        用法：genplan lint [选项] [路径 ...]

        路径可以是文件，也可以是文件夹；文件夹会递归查找 *.genplan 文件，.gitignore
        排除的除外。不写路径时检查当前文件夹；- 表示标准输入。

        选项：
          --profile 名称        要运行的规则集：recommended（默认）、learning 或 all
          --rule 规则=级别      把某条规则设为 off、on、hint、info、warning 或 error；
                                可多次使用
          --format 形式         human（默认）、concise（每个问题一行）或 json
          --max-warnings 数目   警告超过此数目即失败
          --as-of 日期          以此日期作为今天，例如 2026-12-01
          --stdin-filename 路径 标准输入所对应的文件
          --color 时机          auto（默认）、always 或 never；另见 NO_COLOR
          --lang 语言           en 或 zh-CN；默认取自区域设置
          -h, --help            显示本帮助

        退出码：
          0  没有错误，且警告未超过允许的数目
          1  有错误，或警告超过允许的数目
          2  用法有误、没有可检查的文件，或有内容无法读取
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    for (String name : List.of("format", "max-warnings", "as-of", "color")) {
      options.addOption(Option.builder().longOpt(name).hasArg().get());
    }
    return Inputs.addOptions(RuleOptions.addOptions(options));
  }

  @Override
  public int run(Invocation call) throws UsageException {
    return new Lint(call).run();
  }
}
