package dev.genplan.cli;

import dev.genplan.analysis.Analyzer;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.FileText;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/**
 * What a command reads: files, or standard input.
 *
 * @param targets the files; exactly one where standard input stands for it
 * @param fromStandardInput whether its content comes from standard input
 */
record Inputs(Targets targets, boolean fromStandardInput) {

  private static final String STANDARD_INPUT = "-";
  private static final String STDIN_FILENAME = "stdin-filename";

  /** Adds the options that {@link #of} reads. */
  static Options addOptions(Options options) {
    return options.addOption(Option.builder().longOpt(STDIN_FILENAME).hasArg().get());
  }

  /** Reads from the arguments of a call what it is about. */
  static Inputs of(Invocation call) throws UsageException {
    List<String> arguments = call.arguments();
    Optional<String> name = call.value(STDIN_FILENAME);
    boolean piped = arguments.contains(STANDARD_INPUT);
    if (piped && arguments.size() > 1) {
      throw new UsageException(
          Message.of(
              "`-` is standard input and cannot be combined with paths", "`-` 表示标准输入，不能与路径同时使用"));
    }
    if (name.isPresent() && !piped && !arguments.isEmpty()) {
      throw new UsageException(
          Message.of(
              "`--stdin-filename` goes with standard input, `-`, not with paths",
              "`--stdin-filename` 只用于标准输入 `-`，不能与路径同时使用"));
    }
    if (piped || name.isPresent()) {
      return new Inputs(Targets.standardInput(name, call.environment().directory()), true);
    }
    List<String> paths = arguments.isEmpty() ? List.of(".") : arguments;
    return new Inputs(Targets.of(paths, call.environment().directory()), false);
  }

  /**
   * Says what could not be found, and so if there is nothing to work on.
   *
   * @return whether there was anything to say
   */
  boolean complain(Invocation call) {
    targets.problems().forEach(call::complain);
    boolean nothing = targets.files().isEmpty() && targets.problems().isEmpty();
    if (nothing) {
      call.complain(
          Localized.of(
                  "no *.genplan file in `{0}`, or `.gitignore` leaves them out",
                  "`{0}` 中没有 *.genplan 文件，或均被 `.gitignore` 排除")
              .with(String.join("`, `", targets.searched())));
    }
    return nothing || !targets.problems().isEmpty();
  }

  /** All files as they are now; standard input in the place of its file. */
  Snapshot open(Invocation call, Analyzer analyzer) throws UsageException {
    Workspace workspace = new Workspace(targets.roots(), analyzer);
    if (fromStandardInput) {
      Path path = targets.files().get(0).path();
      workspace.open(FileUris.of(path), 0, standardInput(call.environment()));
    }
    return workspace.current();
  }

  /**
   * The text on standard input.
   *
   * @throws UsageException if it is not UTF-8 or cannot be read
   */
  static String standardInput(Environment environment) throws UsageException {
    Optional<FileText> content;
    try {
      content = Optional.of(FileText.read(environment.in())).filter(FileText::isUtf8);
    } catch (IOException e) {
      content = Optional.empty();
    }
    return content
        .map(FileText::text)
        .orElseThrow(
            () ->
                new UsageException(
                    Message.of(
                        "standard input cannot be read, or is not encoded in UTF-8",
                        "无法读取标准输入，或其编码不是 UTF-8")));
  }
}
