package dev.genplan.cli;

import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.List;

/** What is shown to somebody who asks what the program can do. */
final class Help {

  private static final Localized HEAD =
      Localized.of(
          """
          GenPlan checks plans of generative-AI projects.

          Usage: genplan COMMAND [options] [arguments]

          Commands:
          """,
          """
          GenPlan 检查生成式 AI 项目的计划。

          用法：genplan 命令 [选项] [参数]

          命令：
          """);

  private static final Localized TAIL =
      Localized.of(
          """

          Options:
            --lang LANGUAGE  en or zh-CN; default: the locale
            -V, --version    show the version
            -h, --help       show this; behind a command, what that one takes
          """,
          """

          选项：
            --lang 语言      en 或 zh-CN；默认取自区域设置
            -V, --version    显示版本
            -h, --help       显示本帮助；写在命令之后则显示该命令的帮助
          """);

  private Help() {}

  static String program(List<Command> commands, Language language) {
    StringBuilder text = new StringBuilder(HEAD.in(language));
    for (Command command : commands) {
      String gap = " ".repeat(10 - command.name().length());
      text.append("  " + command.name() + gap + command.summary().in(language) + '\n');
    }
    return text.append(TAIL.in(language)).toString();
  }
}
