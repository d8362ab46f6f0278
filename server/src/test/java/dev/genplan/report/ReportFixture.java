package dev.genplan.report;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.diagnostics.Tag;
import dev.genplan.syntax.LineIndex;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Two files with one finding of each sort, for all forms of report. */
final class ReportFixture implements Sources {

  static final String PLAN = "file:///w/plan.genplan";
  static final String HARDWARE = "file:///w/hardware.genplan";

  private static final String FOLDER = "/dev/genplan/report/";

  private final String plan = resource("plan.genplan");
  private final String hardware = resource("hardware.genplan");

  /** A file beside the fixture's plans. */
  static String resource(String name) {
    try (InputStream in = ReportFixture.class.getResourceAsStream(FOLDER + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a report writes about the findings. */
  static String written(Function<PrintWriter, Report> form) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    ReportFixture fixture = new ReportFixture();
    Report report = form.apply(out);
    List<List<Diagnostic>> findings = List.of(List.of(), fixture.findings());
    findings.forEach(report::file);
    report.end(Summary.of(findings));
    out.flush();
    return text.toString();
  }

  @Override
  public String path(String uri) {
    return uri.replace("file:///w/", "plans/");
  }

  @Override
  public LineIndex lines(String uri) {
    return new LineIndex(uri.equals(PLAN) ? plan : hardware);
  }

  private Location mark(String text) {
    int start = plan.indexOf(text);
    return new Location(PLAN, new Span(start, start + text.length()));
  }

  private List<Diagnostic> findings() {
    return List.of(wide(), tab(), elsewhere(), severalLines(), here());
  }

  private Diagnostic wide() {
    return new Diagnostic(
        "unused-allow",
        Severity.WARNING,
        mark("训练"),
        Localized.of("`{0}` is written in Chinese", "`{0}` 是中文").with("对话集.训练"),
        List.of(),
        Set.of(Tag.UNNECESSARY, Tag.DEPRECATED),
        List.of());
  }

  private Diagnostic tab() {
    Location rank = mark("rank");
    Location before = new Location(PLAN, new Span(rank.span().start(), rank.span().start()));
    return new Diagnostic(
        "missing-separator",
        Severity.ERROR,
        rank,
        Message.of("Two members on one line", "一行有两个成员"),
        List.of(),
        Set.of(),
        List.of(
            new Fix(Message.of("Insert `,`", "插入 `,`"), true, List.of(new Edit(before, ", "))),
            new Fix(
                Message.of("Remove it", "删除"), false, List.of(new Edit(mark("rank: 32"), "")))));
  }

  private Diagnostic elsewhere() {
    int start = hardware.indexOf("workstation");
    Location declared = new Location(HARDWARE, new Span(start, start + "workstation".length()));
    return new Diagnostic(
        "unknown-reference",
        Severity.ERROR,
        mark("workstaton"),
        Message.of("Nothing has this name", "没有这个名称"),
        List.of(new Related(declared, Message.of("this one is near", "名称相近的声明"))),
        Set.of(),
        List.of());
  }

  private Diagnostic severalLines() {
    int start = plan.indexOf("\"\"\"");
    Location text = new Location(PLAN, new Span(start, plan.lastIndexOf("\"\"\"") + 3));
    return new Diagnostic(
        "long-text",
        Severity.INFORMATION,
        text,
        Message.of("A text of many lines\u001b[2J\u202e", "多行文本"));
  }

  private Diagnostic here() {
    return new Diagnostic(
        "no-final-word",
        Severity.HINT,
        new Location(PLAN, new Span(plan.length(), plan.length())),
        Message.of("The plan ends here", "计划到此结束"));
  }
}
