package dev.genplan.cli;

import dev.genplan.text.Localized;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan graph}: draws a plan. */
final class GraphCommand implements Command {

  @Override
  public String name() {
    return "graph";
  }

  @Override
  public Localized summary() {
    return Localized.of("Draw a plan", "绘制计划");
  }

  @Override
  public Localized help() {
    return Localized.of(
        """
        Draws a plan: its flow, or its course over time.

        Usage: genplan graph [options] FILE

        FILE is a plan; - is standard input. A plan with mistakes is drawn as far as it can
        be read, and what is wrong is marked. Where the plan states no duration, the usual
        one is assumed, and marked as such.

        Options:
          --format FORM         svg (default), html, mermaid or dot; without this option
                                the suffix of --output decides: .svg, .html, .mmd or .dot
          --view VIEW           flow (default) or timeline; html shows both
          -o, --output PATH     the file to write; default: standard output
          --profile NAME        rules to run: recommended (default), learning or all
          --rule NAME=LEVEL     set a rule to off, on, hint, info, warning or error;
                                can be given several times
          --as-of DATE          the day to take for today, such as 2026-12-01
          --stdin-filename PATH the file that standard input is the content of
          --lang LANGUAGE       en or zh-CN; default: the locale
          -h, --help            show this

        Exit codes:
          0  the plan was drawn
          2  wrong usage, or something could not be read or written
        """,
        """
        绘制计划：流程图，或时间安排。

        用法：genplan graph [选项] 文件

        文件是一份计划；- 表示标准输入。计划有错误时，能读懂的部分照样绘制，并标出问题。
        计划没有写明时长的阶段，按通常情况假定，并加以标注。

        选项：
          --format 形式         svg（默认）、html、mermaid 或 dot；省略时由 --output 的
                                后缀决定：.svg、.html、.mmd 或 .dot
          --view 视图           flow（流程，默认）或 timeline（时间安排）；html 两者都有
          -o, --output 路径     要写入的文件；默认写到标准输出
          --profile 名称        要运行的规则集：recommended（默认）、learning 或 all
          --rule 规则=级别      把某条规则设为 off、on、hint、info、warning 或 error；
                                可多次使用
          --as-of 日期          以此日期作为今天，例如 2026-12-01
          --stdin-filename 路径 标准输入所对应的文件
          --lang 语言           en 或 zh-CN；默认取自区域设置
          -h, --help            显示本帮助

        退出码：
          0  已绘制
          2  用法有误，或有内容无法读写
        """);
  }

  @Override
  public Options options() {
    Options options = new Options();
    for (String name : List.of(Graph.FORMAT, Graph.VIEW, "as-of")) {
      options.addOption(Option.builder().longOpt(name).hasArg().get());
    }
    options.addOption(Option.builder("o").longOpt(Graph.OUTPUT).hasArg().get());
    return Inputs.addOptions(RuleOptions.addOptions(options));
  }

  @Override
  public int run(Invocation call) throws UsageException {
    return new Graph(call).run();
  }
}
