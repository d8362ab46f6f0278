package dev.genplan.cli;

import dev.genplan.syntax.Formatter;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.FileText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** {@code genplan format}: puts the white space of plans in order. */
final class FormatCommand implements Command {

  private static final String CHECK = "check";
  private static final String DIFF = "diff";

  private enum Mode {
    WRITE,
    CHECK,
    DIFF
  }

  @Override
  public String name() {
    return "format";
  }

  @Override
  public Localized summary() {
    return Localized.of("Format plans", "格式化计划");
  }

  @Override
  public Localized help() {
    return Localized.of(
        """
        Formats plans: indentation, spaces and blank lines, and nothing else.

        Usage: genplan format [options] [path ...]

        A path is a file, or a folder that is searched for *.genplan files, except those
        that .gitignore leaves out. Without a path the current folder is searched; with -
        standard input is formatted to standard output.

        Options:
          --check                 write nothing; name the files that are not formatted
          --diff                  write nothing; show what would change
          --stdin-filename PATH   what to call standard input
          --lang LANGUAGE         en or zh-CN; default: the locale
          -h, --help              show this

        Exit codes:
          0  all files are formatted, or are now
          1  --check or --diff found files that are not
          2  wrong usage, nothing to format, or something could not be read or written
        """,
        """
        格式化计划：只调整缩进、空格和空行，不改动其他内容。

        用法：genplan format [选项] [路径 ...]

        路径可以是文件，也可以是文件夹；文件夹会递归查找 *.genplan 文件，.gitignore
        排除的除外。不写路径时处理当前文件夹；- 表示从标准输入读取，写到标准输出。

        选项：
          --check                 不写入，只列出未格式化的文件
          --diff                  不写入，只显示将要发生的改动
          --stdin-filename 路径   标准输入的名称
          --lang 语言             en 或 zh-CN；默认取自区域设置
          -h, --help              显示本帮助

        退出码：
          0  所有文件均已格式化
          1  --check 或 --diff 发现了未格式化的文件
          2  用法有误、没有可处理的文件，或有内容无法读写
        """);
  }

  @Override
  public Options options() {
    Options options =
        new Options()
            .addOption(Option.builder().longOpt(CHECK).get())
            .addOption(Option.builder().longOpt(DIFF).get());
    return Inputs.addOptions(options);
  }

  @Override
  public int run(Invocation call) throws UsageException {
    if (call.has(CHECK) && call.has(DIFF)) {
      throw new UsageException(
          Message.of("`--check` and `--diff` exclude each other", "`--check` 与 `--diff` 不能同时使用"));
    }
    Mode mode = call.has(CHECK) ? Mode.CHECK : call.has(DIFF) ? Mode.DIFF : Mode.WRITE;
    return new Run(call, mode, Inputs.of(call)).run();
  }

  /** One call. */
  private static final class Run {
    private final Invocation call;
    private final Mode mode;
    private final Inputs inputs;
    private final PrintWriter out;
    private boolean failed;
    private int changed;

    Run(Invocation call, Mode mode, Inputs inputs) {
      this.call = call;
      this.mode = mode;
      this.inputs = inputs;
      this.out = call.environment().out();
    }

    int run() throws UsageException {
      failed = inputs.complain(call);
      List<Targets.Target> targets = inputs.targets().files();
      if (inputs.fromStandardInput()) {
        format(targets.get(0), Inputs.standardInput(call.environment()));
      } else {
        targets.forEach(this::format);
      }
      if (!targets.isEmpty() && !inputs.fromStandardInput() && mode != Mode.DIFF) {
        out.print(summary(targets.size()).in(call.language()) + '\n');
      }
      if (failed) {
        return ExitCode.FAILURE;
      }
      return mode != Mode.WRITE && changed > 0 ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private Message summary(int all) {
      Localized text =
          mode == Mode.CHECK
              ? Localized.of("{0} of {1} files are not formatted", "{1} 个文件中有 {0} 个未格式化")
              : Localized.of("{0} of {1} files were formatted", "{1} 个文件中有 {0} 个已改动");
      return text.with(changed, all);
    }

    private void format(Targets.Target target) {
      try {
        FileText content = FileText.read(target.path());
        if (content.isUtf8()) {
          format(target, content.text());
        } else {
          fail(Localized.of("{0} is not encoded in UTF-8", "{0} 不是 UTF-8 编码"), target);
        }
      } catch (IOException e) {
        fail(Localized.of("{0} cannot be read", "无法读取 {0}"), target);
      }
    }

    private void format(Targets.Target target, String before) {
      if (before.length() > SyntaxTree.MAX_LENGTH) {
        fail(Localized.of("{0} is too large", "{0} 过大"), target);
        return;
      }
      String after = Formatter.format(SyntaxTree.parse(before));
      boolean differs = !after.equals(before);
      changed += differs ? 1 : 0;
      switch (mode) {
        case CHECK -> {
          if (differs) {
            out.print(target.shown() + '\n');
          }
        }
        case DIFF -> out.print(UnifiedDiff.of(target.shown(), before, after));
        case WRITE -> {
          if (inputs.fromStandardInput()) {
            out.print(after);
          } else if (differs) {
            write(target, after);
          }
        }
      }
    }

    private void write(Targets.Target target, String text) {
      try {
        AtomicFile.write(target.path(), text);
      } catch (IOException e) {
        fail(Localized.of("{0} cannot be written", "无法写入 {0}"), target);
      }
    }

    private void fail(Localized problem, Targets.Target target) {
      failed = true;
      call.complain(problem.with(target.shown()));
    }
  }
}
