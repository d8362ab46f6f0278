package dev.genplan.cli;

import dev.genplan.report.DocLinks;
import dev.genplan.report.RuleTable;
import dev.genplan.rules.Profile;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Localized;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan rules}: lists the rules. */
final class RulesCommand implements Command {

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public Localized summary() {
    return Localized.of("List the rules", "列出所有规则");
  }

  @Override
  public Localized help() {
    return Localized.of(
        """
        Lists the rules that plans are checked by.

        Usage: genplan rules [options]

        Options:
          --profile NAME    only those of a profile: recommended (what genplan lint runs
                            unless told otherwise), learning or all (default)
          --format FORM     human (default) or json
          --color WHEN      auto (default), always or never; see also NO_COLOR
          --lang LANGUAGE   en or zh-CN; default: the locale
          -h, --help        show this

        See also: genplan explain RULE
        """,
        """
        列出检查计划时使用的规则。

        用法：genplan rules [选项]

        选项：
          --profile 名称    只列出某个规则集：recommended（genplan lint 默认运行的规则）、
                            learning 或 all（默认）
          --format 形式     human（默认）或 json
          --color 时机      auto（默认）、always 或 never；另见 NO_COLOR
          --lang 语言       en 或 zh-CN；默认取自区域设置
          -h, --help        显示本帮助

        另见：genplan explain 规则
        """);
  }

  @Override
  public Options options() {
    return RuleOptions.addProfile(new Options())
        .addOption(Option.builder().longOpt("format").hasArg().get())
        .addOption(Option.builder().longOpt("color").hasArg().get());
  }

  @Override
  public int run(Invocation call) throws UsageException {
    call.refuseArguments();
    Profile profile = RuleOptions.profile(call, call.environment().today());
    List<RuleInfo> rules =
        RuleIndex.all().stream().map(Rule::info).filter(profile::contains).toList();
    RuleTable table = new RuleTable(rules, new DocLinks(), call.language());
    if (call.choice("format", List.of("human", "json")).equals("json")) {
      table.json(call.environment().out());
    } else {
      table.human(call.environment().out(), Colors.of(call));
    }
    return ExitCode.CLEAN;
  }
}
