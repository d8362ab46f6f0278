package dev.genplan.cli;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Picture;
import dev.genplan.drawing.Drawing;
import dev.genplan.drawing.View;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.PlanFiles;
import dev.genplan.workspace.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One run of {@code genplan graph}. */
final class Graph {

  static final String FORMAT = "format";
  static final String VIEW = "view";
  static final String OUTPUT = "output";

  private static final List<String> FORMATS = List.of("svg", "html", "mermaid", "dot");

  private static final Map<String, String> SUFFIXES =
      Map.of(
          "svg", "svg",
          "html", "html",
          "htm", "html",
          "mmd", "mermaid",
          "mermaid", "mermaid",
          "dot", "dot",
          "gv", "dot");

  private final Invocation call;
  private final Optional<Path> output;
  private final String format;
  private final Optional<View> view;
  private final Inputs inputs;
  private final Analyzer analyzer;

  Graph(Invocation call) throws UsageException {
    this.call = call;
    this.output = output(call);
    this.format = format(call, output);
    this.view = view(call, format);
    if (call.arguments().size() != 1 && !call.has("stdin-filename")) {
      throw new UsageException(
          Message.of("`genplan graph` takes one plan", "`genplan graph` 需要一份计划"));
    }
    this.inputs = Inputs.of(call);
    this.analyzer = new Analyzer(RuleIndex.all(), RuleOptions.settings(call, Lint.today(call)));
  }

  private static Optional<Path> output(Invocation call) throws UsageException {
    Optional<String> given = call.value(OUTPUT).filter(path -> !path.equals("-"));
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (given.get().endsWith(PlanFiles.SUFFIX)) {
      throw new UsageException(
          Localized.of(
                  "`{0}` is the name of a plan; a picture would take its place",
                  "`{0}` 是计划的文件名，写入图形会覆盖计划")
              .with(given.get()));
    }
    try {
      return Optional.of(call.environment().directory().resolve(given.get()));
    } catch (InvalidPathException e) {
      throw new UsageException(
          Localized.of("`{0}` cannot be the path of a file", "`{0}` 不能作为文件路径").with(given.get()));
    }
  }

  private static String format(Invocation call, Optional<Path> output) throws UsageException {
    if (call.has(FORMAT) || output.isEmpty()) {
      return call.choice(FORMAT, FORMATS);
    }
    String name = output.get().toString();
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String format = SUFFIXES.get(suffix);
    if (format == null) {
      throw new UsageException(
          Localized.of(
                  "the name `{0}` does not tell the format; add `--format` with one of {1}",
                  "从文件名 `{0}` 看不出格式；请加上 `--format`，可用的值：{1}")
              .with(call.value(OUTPUT).orElseThrow(), String.join(", ", FORMATS)));
    }
    return format;
  }

  private static Optional<View> view(Invocation call, String format) throws UsageException {
    if (!call.has(VIEW)) {
      return Optional.empty();
    }
    View view =
        call.choice(VIEW, List.of("flow", "timeline")).equals("flow") ? View.FLOW : View.TIMELINE;
    if (view == View.TIMELINE && format.equals("dot")) {
      throw new UsageException(
          Message.of(
              "Graphviz draws no timelines; use `--format` svg, html or mermaid",
              "Graphviz 不能绘制时间安排；请使用 `--format` svg、html 或 mermaid"));
    }
    return Optional.of(view);
  }

  int run() throws UsageException {
    boolean failed = inputs.complain(call);
    List<Targets.Target> targets = inputs.targets().files();
    if (failed || targets.isEmpty()) {
      return ExitCode.FAILURE;
    }
    if (targets.size() > 1) {
      throw new UsageException(
          Localized.of("`{0}` holds {1} plans; name one of them", "`{0}` 中有 {1} 份计划；请指定其中一份")
              .with(call.arguments().get(0), targets.size()));
    }
    Targets.Target target = targets.get(0);
    String uri = FileUris.of(target.path());
    Snapshot snapshot = inputs.open(call, analyzer);
    Optional<Analysis> analysis = snapshot.analysis(uri, Cancellation.NEVER);
    if (analysis.isEmpty() || !snapshot.isUtf8(uri)) {
      call.complain(
          (analysis.isEmpty()
                  ? Localized.of("{0} cannot be read", "无法读取 {0}")
                  : Localized.of("{0} is not encoded in UTF-8", "{0} 不是 UTF-8 编码"))
              .with(target.shown()));
      return ExitCode.FAILURE;
    }
    warn(analysis.get(), target);
    return write(draw(Picture.of(analysis.get().plan(), analysis.get().diagnostics())));
  }

  private void warn(Analysis analysis, Targets.Target target) {
    long errors =
        analysis.diagnostics().stream().filter(it -> it.severity() == Severity.ERROR).count();
    if (errors > 0) {
      call.complain(
          Localized.of(
                  errors == 1
                      ? "{0} has an error; `genplan lint` shows it"
                      : "{0} has {1} errors; `genplan lint` shows them",
                  "{0} 有 {1} 个错误；用 `genplan lint` 查看")
              .with(target.shown(), errors));
    }
  }

  private String draw(Picture picture) {
    View one = view.orElse(View.FLOW);
    return switch (format) {
      case "html" ->
          Drawing.html(picture, view.map(List::of).orElse(List.of(View.values())), call.language());
      case "mermaid" -> Drawing.mermaid(picture, one, call.language());
      case "dot" -> Drawing.dot(picture, call.language());
      default -> Drawing.svg(picture, one, call.language());
    };
  }

  private int write(String drawn) {
    String text = drawn.endsWith("\n") ? drawn : drawn + '\n';
    if (output.isEmpty()) {
      call.environment().out().print(text);
      return ExitCode.CLEAN;
    }
    try {
      Path file = output.get();
      if (Files.exists(file)) {
        AtomicFile.write(file.toRealPath(), text);
      } else {
        Files.writeString(file, text);
      }
      return ExitCode.CLEAN;
    } catch (IOException e) {
      call.complain(
          Localized.of("{0} cannot be written", "无法写入 {0}").with(call.value(OUTPUT).orElseThrow()));
      return ExitCode.FAILURE;
    }
  }
}
