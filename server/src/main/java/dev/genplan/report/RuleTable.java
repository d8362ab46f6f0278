package dev.genplan.report;

import com.google.gson.stream.JsonWriter;
import dev.genplan.rules.Category;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.DisplayWidth;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** The list of rules, for people and for other programs. */
public final class RuleTable {

  private final List<RuleInfo> rules;
  private final DocLinks links;
  private final Language language;

  /**
   * @param rules the rules, by name
   * @param links where they are documented
   */
  public RuleTable(List<RuleInfo> rules, DocLinks links, Language language) {
    this.rules = List.copyOf(rules);
    this.links = links;
    this.language = language;
  }

  /** Writes the rules by category, one a line: name, severity, profile, summary. */
  public void human(PrintWriter out, Paint paint) {
    int names = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
    int words = rules.stream().mapToInt(rule -> DisplayWidth.of(severity(rule))).max().orElse(0);
    int profiles = rules.stream().mapToInt(rule -> rule.profile().word().length()).max().orElse(0);
    for (Category category : Category.values()) {
      List<RuleInfo> some = rules.stream().filter(rule -> rule.category() == category).toList();
      if (some.isEmpty()) {
        continue;
      }
      out.print(paint.strong(category.title().in(language)) + '\n');
      for (RuleInfo rule : some) {
        out.print("  " + padded(rule.id(), names) + "  ");
        out.print(paint.severity(rule.severity(), padded(severity(rule), words)));
        out.print("  " + padded(rule.profile().word(), profiles));
        out.print("  " + rule.summary().in(language) + '\n');
      }
      out.print('\n');
    }
  }

  private String severity(RuleInfo rule) {
    return Words.severity(rule.severity()).in(language);
  }

  private static String padded(String text, int columns) {
    return text + " ".repeat(columns - DisplayWidth.of(text));
  }

  /** Writes the rules as one JSON object, described in {@code docs/cli.md}. */
  public void json(PrintWriter out) {
    JsonWriter json = new JsonWriter(out);
    json.setIndent("  ");
    try {
      json.beginObject();
      json.name("version").value(JsonReport.VERSION);
      json.name("genplan").value(DocLinks.version());
      json.name("language").value(language.tag());
      json.name("rules").beginArray();
      for (RuleInfo rule : rules) {
        rule(json, rule);
      }
      json.endArray();
      json.endObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.print('\n');
  }

  private void rule(JsonWriter json, RuleInfo rule) throws IOException {
    json.beginObject();
    json.name("code").value(rule.id());
    json.name("category").value(word(rule.category()));
    json.name("severity").value(word(rule.severity()));
    json.name("profile").value(rule.profile().word());
    json.name("summary").value(rule.summary().in(language));
    json.name("libraries").value(rule.forLibraries());
    json.name("since").value(rule.since());
    json.name("documentation")
        .value(links.page(rule.id(), language).map(Object::toString).orElse(null));
    json.endObject();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
