package dev.genplan.cli;

import dev.genplan.report.DocLinks;
import dev.genplan.report.LanguageCodes;
import dev.genplan.report.Page;
import dev.genplan.report.Paint;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan explain}: what a diagnostic means. */
final class ExplainCommand implements Command {

  private static final int NARROWEST = 20;
  private static final int WIDEST = 100;
  private static final int USUAL = 80;

  @Override
  public String name() {
    return "explain";
  }

  @Override
  public Localized summary() {
    return Localized.of("Explain a rule or another diagnostic", "解释规则或其他诊断");
  }

  @Override
  public Localized help() {
    return Localized.of(
        """
        Explains what a diagnostic means: what is found, why it matters, an example, and
        when it does not apply.

        Usage: genplan explain [options] RULE

        RULE is the name in brackets behind "error" or "warning"; genplan rules lists
        those of all rules. Where standard output is no terminal, the page comes as
        Markdown.

        Options:
          --color WHEN      auto (default), always or never; see also NO_COLOR
          --lang LANGUAGE   en or zh-CN; default: the locale
          -h, --help        show this
        """,
        """
        解释一条诊断的含义：检查什么、为什么重要、示例，以及何时不适用。

        用法：genplan explain [选项] 规则

        规则名就是“错误”或“警告”后面方括号中的名称；genplan rules 列出所有规则。
        标准输出不是终端时，输出 Markdown 原文。

        选项：
          --color 时机      auto（默认）、always 或 never；另见 NO_COLOR
          --lang 语言       en 或 zh-CN；默认取自区域设置
          -h, --help        显示本帮助
        """);
  }

  @Override
  public Options options() {
    return new Options().addOption(Option.builder().longOpt("color").hasArg().get());
  }

  @Override
  public int run(Invocation call) throws UsageException {
    if (call.arguments().size() != 1) {
      throw new UsageException(
          Message.of(
              "`genplan explain` takes the name of one rule; `genplan rules` lists them",
              "`genplan explain` 需要一个规则名；`genplan rules` 列出全部规则"));
    }
    String code = call.arguments().get(0);
    String markdown = text(code, call.language()).orElseThrow(() -> unknown(code));
    PrintWriter out = call.environment().out();
    Paint paint = Colors.of(call);
    boolean shown = call.environment().outIsTerminal() || paint == Paint.COLOR;
    out.print(shown ? new Page(paint, columns(call), call.language()).render(markdown) : markdown);
    return ExitCode.CLEAN;
  }

  private static Optional<String> text(String code, Language language) {
    return new DocLinks()
        .text(code, language)
        .or(
            () ->
                LanguageCodes.meaning(code)
                    .map(meaning -> "# " + code + "\n\n" + meaning.in(language) + '\n'));
  }

  private static UsageException unknown(String code) {
    List<String> known = new ArrayList<>();
    RuleIndex.all().forEach(rule -> known.add(rule.info().id()));
    known.addAll(LanguageCodes.codes());
    return new UsageException(
        Nearest.of(code, known)
            .map(
                nearest ->
                    Localized.of(
                            "there is no rule `{0}`; did you mean `{1}`?", "没有规则 `{0}`；是否想写 `{1}`？")
                        .with(code, nearest))
            .orElseGet(
                () ->
                    Localized.of(
                            "there is no rule `{0}`; `genplan rules` lists them",
                            "没有规则 `{0}`；`genplan rules` 列出全部规则")
                        .with(code)));
  }

  /** The width to fill, as the shell tells it. */
  private static int columns(Invocation call) {
    try {
      int columns = Integer.parseInt(call.environment().variable("COLUMNS"));
      return Math.max(NARROWEST, Math.min(columns, WIDEST));
    } catch (NumberFormatException e) {
      return USUAL;
    }
  }
}
