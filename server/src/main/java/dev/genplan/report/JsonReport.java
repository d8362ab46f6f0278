package dev.genplan.report;

import com.google.gson.stream.JsonWriter;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Tag;
import dev.genplan.syntax.LineIndex;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Findings for other programs, as one JSON object. Its fields are described in {@code docs/cli.md};
 * whoever changes what they mean changes {@link #VERSION}.
 */
public final class JsonReport implements Report {

  /** Version of the form. */
  public static final int VERSION = 1;

  private final PrintWriter out;
  private final Sources sources;
  private final DocLinks links;
  private final Language language;
  private final List<Diagnostic> findings = new ArrayList<>();

  /**
   * @param out where the report goes
   * @param sources the files that findings lie in
   * @param links where the rules are documented
   */
  public JsonReport(PrintWriter out, Sources sources, DocLinks links, Language language) {
    this.out = out;
    this.sources = sources;
    this.links = links;
    this.language = language;
  }

  @Override
  public void file(List<Diagnostic> more) {
    findings.addAll(more);
  }

  @Override
  public void end(Summary summary) {
    // It is not closed, for that would close the stream below it.
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    json.setHtmlSafe(false);
    try {
      json.beginObject();
      json.name("version").value(VERSION);
      json.name("genplan").value(DocLinks.version());
      json.name("language").value(language.tag());
      json.name("diagnostics").beginArray();
      for (Diagnostic finding : findings) {
        finding(json, finding);
      }
      json.endArray();
      summary(json, summary);
      json.endObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print('\n');
  }

  private void finding(JsonWriter json, Diagnostic finding) throws IOException {
    json.beginObject();
    json.name("code").value(finding.code());
    json.name("severity").value(word(finding.severity()));
    json.name("message").value(finding.message().in(language));
    location(json, finding.location());
    String page = links.page(finding.code(), language).map(Object::toString).orElse(null);
    json.name("documentation").value(page);
    json.name("tags").beginArray();
    for (Tag tag : Tag.values()) {
      if (finding.tags().contains(tag)) {
        json.value(word(tag));
      }
    }
    json.endArray();
    json.name("related").beginArray();
    for (Related related : finding.related()) {
      json.beginObject();
      json.name("message").value(related.message().in(language));
      location(json, related.location());
      json.endObject();
    }
    json.endArray();
    json.name("fixes").beginArray();
    for (Fix fix : finding.fixes()) {
      fix(json, fix);
    }
    json.endArray();
    json.endObject();
  }

  private void fix(JsonWriter json, Fix fix) throws IOException {
    json.beginObject();
    json.name("title").value(fix.title().in(language));
    json.name("safe").value(fix.safe());
    json.name("edits").beginArray();
    for (Edit edit : fix.edits()) {
      json.beginObject();
      location(json, edit.location());
      json.name("text").value(edit.text());
      json.endObject();
    }
    json.endArray();
    json.endObject();
  }

  private void location(JsonWriter json, Location location) throws IOException {
    json.name("path").value(sources.path(location.file()));
    json.name("uri").value(location.file());
    LineIndex lines = sources.lines(location.file());
    json.name("start");
    position(json, lines, location.span().start());
    json.name("end");
    position(json, lines, location.span().end());
  }

  private static void position(JsonWriter json, LineIndex lines, int offset) throws IOException {
    json.beginObject();
    json.name("line").value(lines.line(offset) + 1);
    json.name("column").value(lines.column(offset) + 1);
    json.name("offset").value(offset);
    json.endObject();
  }

  private static void summary(JsonWriter json, Summary summary) throws IOException {
    json.name("summary").beginObject();
    json.name("files").value(summary.files());
    json.name("filesWithFindings").value(summary.filesWithFindings());
    for (Severity severity : Severity.values()) {
      json.name(word(severity)).value(summary.count(severity));
    }
    json.endObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
