package dev.genplan.report;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Location;
import dev.genplan.syntax.LineIndex;
import dev.genplan.text.Language;
import java.io.PrintWriter;
import java.util.List;

/** Findings one a line: {@code path:line:column: severity[code]: message}. */
public final class ConciseReport implements Report {

  private final PrintWriter out;
  private final Sources sources;
  private final Language language;
  private final Paint paint;

  /**
   * @param out where the report goes
   * @param sources the files that findings lie in
   */
  public ConciseReport(PrintWriter out, Sources sources, Language language, Paint paint) {
    this.out = out;
    this.sources = sources;
    this.language = language;
    this.paint = paint;
  }

  @Override
  public void file(List<Diagnostic> findings) {
    findings.forEach(finding -> out.print(line(finding) + '\n'));
  }

  private String line(Diagnostic finding) {
    Location location = finding.location();
    LineIndex lines = sources.lines(location.file());
    int start = location.span().start();
    return Printable.of(sources.path(location.file()))
        + ':'
        + (lines.line(start) + 1)
        + ':'
        + (lines.column(start) + 1)
        + ": "
        + paint.severity(finding.severity(), Words.head(finding).in(language))
        + (language == Language.CHINESE ? "" : " ")
        + Printable.of(finding.message().in(language));
  }

  @Override
  public void end(Summary summary) {
    out.print(summary.sentence(language) + '\n');
  }
}
