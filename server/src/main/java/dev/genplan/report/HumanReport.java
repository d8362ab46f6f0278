package dev.genplan.report;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.syntax.LineIndex;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/** Findings for people, with the lines of the plan that they speak of, as compilers show them. */
public final class HumanReport implements Report {

  /** Of a longer range only the first lines and the last one are shown. */
  private static final int MOST_LINES = 4;

  private static final Localized HELP = Localized.of("help: ", "建议：");
  private static final Localized UNSAFE_HELP = Localized.of("help (unsafe): ", "建议（需人工确认）：");
  private static final Localized SEE = Localized.of("see: ", "详见：");

  private final PrintWriter out;
  private final Sources sources;
  private final DocLinks links;
  private final Language language;
  private final Paint paint;

  /**
   * @param out where the report goes
   * @param sources the files that findings lie in
   * @param links where the rules are documented
   */
  public HumanReport(
      PrintWriter out, Sources sources, DocLinks links, Language language, Paint paint) {
    this.out = out;
    this.sources = sources;
    this.links = links;
    this.language = language;
    this.paint = paint;
  }

  @Override
  public void file(List<Diagnostic> findings) {
    for (Diagnostic finding : findings) {
      out.print(new Entry(finding).render());
    }
  }

  @Override
  public void end(Summary summary) {
    out.print(paint.strong(summary.sentence(language)) + '\n');
  }

  /** One finding while it is written. */
  private final class Entry {
    private final Diagnostic finding;
    private final StringBuilder text = new StringBuilder(512);
    private final String margin;

    Entry(Diagnostic finding) {
      this.finding = finding;
      int last = lastLine(finding.location());
      for (Related related : finding.related()) {
        last = Math.max(last, lastLine(related.location()));
      }
      this.margin = " ".repeat(String.valueOf(last + 1).length());
    }

    private int lastLine(Location location) {
      return sources.lines(location.file()).line(location.span().end());
    }

    String render() {
      text.append(paint.severity(finding.severity(), Words.head(finding).in(language)))
          .append(language == Language.CHINESE ? "" : " ")
          .append(paint.strong(Printable.of(finding.message().in(language))))
          .append('\n');
      place("-->", finding.location());
      excerpt(finding.location(), '^', "", mark -> paint.severity(finding.severity(), mark));
      for (Related related : finding.related()) {
        place(":::", related.location());
        String label = " " + Printable.of(related.message().in(language));
        excerpt(related.location(), '-', label, paint::margin);
      }
      for (Fix fix : finding.fixes()) {
        advice((fix.safe() ? HELP : UNSAFE_HELP).in(language), fix.title().in(language));
      }
      links
          .page(finding.code(), language)
          .ifPresent(page -> advice(SEE.in(language), page.toString()));
      return text.append('\n').toString();
    }

    private void place(String arrow, Location location) {
      LineIndex lines = sources.lines(location.file());
      int start = location.span().start();
      text.append(margin)
          .append(paint.margin(arrow))
          .append(' ')
          .append(Printable.of(sources.path(location.file())))
          .append(':')
          .append(lines.line(start) + 1)
          .append(':')
          .append(lines.column(start) + 1)
          .append('\n');
    }

    private void excerpt(Location location, char mark, String label, UnaryOperator<String> style) {
      LineIndex lines = sources.lines(location.file());
      int start = location.span().start();
      int end = location.span().end();
      int first = lines.line(start);
      int last = Math.max(first, lines.line(Math.max(start, end - 1)));
      text.append(margin).append(paint.margin(" |")).append('\n');
      for (int line = first; line <= last; line++) {
        if (line - first == MOST_LINES - 1 && line < last) {
          text.append(paint.margin("...")).append('\n');
          line = last;
        }
        String source = lines.text(line);
        int indent = source.length() - source.stripLeading().length();
        int from = line == first ? start - lines.start(line) : indent;
        int to = Math.min(source.length(), end - lines.start(line));
        MarkedLine shown = MarkedLine.of(source, from, to);
        String number = String.valueOf(line + 1);
        text.append(" ".repeat(margin.length() - number.length()))
            .append(paint.margin(number + " |"))
            .append(shown.text().isEmpty() ? "" : " ")
            .append(shown.text())
            .append('\n')
            .append(margin)
            .append(paint.margin(" |"))
            .append(" ".repeat(shown.column() + 1))
            .append(
                style.apply(
                    String.valueOf(mark).repeat(shown.width()) + (line == last ? label : "")))
            .append('\n');
      }
    }

    private void advice(String label, String content) {
      text.append(margin)
          .append(paint.margin(" ="))
          .append(' ')
          .append(paint.advice(label))
          .append(Printable.of(content))
          .append('\n');
    }
  }
}
