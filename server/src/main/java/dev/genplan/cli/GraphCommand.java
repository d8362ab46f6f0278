package dev.genplan.cli;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.diagram.Picture;
import dev.genplan.drawing.Drawing;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
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
    return Localized.of("TODO", "TODO");
  }

  @Override
  public Options options() {
    Options options = new Options();
    for (String name : List.of("format", "view", "as-of")) {
      options.addOption(Option.builder().longOpt(name).hasArg().get());
    }
    options.addOption(Option.builder("o").longOpt("output").hasArg().get());
    return Inputs.addOptions(RuleOptions.addOptions(options));
  }

  @Override
  public int run(Invocation call) throws UsageException {
    Inputs inputs = Inputs.of(call);
    Analyzer analyzer =
        new Analyzer(RuleIndex.all(), RuleOptions.settings(call, call.environment().today()));
    Workspace workspace = new Workspace(inputs.targets().roots(), analyzer);
    String uri = FileUris.of(inputs.targets().files().get(0).path());
    Analysis analysis = workspace.current().analysis(uri, Cancellation.NEVER).orElseThrow();
    Picture picture = Picture.of(analysis.plan(), analysis.diagnostics());
    String text =
        call.value("view").filter("timeline"::equals).isPresent()
            ? Drawing.timeline(picture, call.language())
            : Drawing.flow(picture, call.language());
    try {
      if (call.has("output")) {
        Files.writeString(call.environment().directory().resolve(call.value("output").get()), text);
      } else {
        call.environment().out().print(text);
      }
    } catch (IOException e) {
      throw new UsageException(Message.of("x", "x"));
    }
    return ExitCode.CLEAN;
  }
}
