package dev.genplan.testing;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Profile;
import dev.genplan.rules.Rule;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Language;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans in memory: {@code plan.genplan} and, where needed, the files it imports. */
public final class TestPlans {

  /** The day on which all tests take place. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  public static final String FILE = "file:///w/plan.genplan";

  private TestPlans() {}

  private static SourceFile file(String name, String text) {
    return new SourceFile("file:///w/" + name, SyntaxTree.parse(text));
  }

  private static Imports imports(Map<String, String> files) {
    return (importer, path) -> {
      if (path.startsWith("../")) {
        return new Imports.Outside();
      }
      String text = files.get(path);
      return text == null ? new Imports.Missing() : new Imports.Found(file(path, text));
    };
  }

  /** A plan bound, with files it may import by name. */
  public static Plan bind(String text, Map<String, String> files) {
    return Plan.bind(file("plan.genplan", text), imports(files));
  }

  /** A plan bound. */
  public static Plan bind(String text) {
    return bind(text, Map.of());
  }

  /** A plan analyzed by some rules. */
  public static Analysis analyze(String text, Map<String, String> files, List<Rule> rules) {
    return new Analyzer(rules, Settings.usual(TODAY).with(Profile.ALL))
        .analyze(file("plan.genplan", text), imports(files), Optional.empty(), Cancellation.NEVER);
  }

  /** Everything that is found in a plan, by all rules. */
  public static List<Diagnostic> diagnostics(String text) {
    return analyze(text, Map.of(), RuleIndex.all()).diagnostics();
  }

  /** What is found in a plan unless more is asked for. */
  public static List<Diagnostic> recommended(String text) {
    return new Analyzer(RuleIndex.all(), Settings.usual(TODAY))
        .analyze(
            file("plan.genplan", text), imports(Map.of()), Optional.empty(), Cancellation.NEVER)
        .diagnostics();
  }

  /** What is found in a plan by the language and some rules. */
  public static List<Diagnostic> diagnostics(String text, String... rules) {
    return analyze(text, Map.of(), rules(rules)).diagnostics();
  }

  /** Rules by their names. */
  public static List<Rule> rules(String... ids) {
    List<String> wanted = List.of(ids);
    List<Rule> found =
        RuleIndex.all().stream().filter(rule -> wanted.contains(rule.info().id())).toList();
    if (found.size() != wanted.size()) {
      throw new IllegalArgumentException("no such rule among " + wanted);
    }
    return found;
  }

  /** Asserts what the language and some rules find in a marked plan. */
  public static void expect(String marked, String... rules) {
    expect(Language.ENGLISH, marked, Map.of(), rules(rules));
  }

  /** Asserts what the language and some rules find in a marked plan that imports files. */
  public static void expect(
      Language language, String marked, Map<String, String> files, List<Rule> rules) {
    MarkedPlan plan = MarkedPlan.of(marked);
    plan.expectPlaced(language, analyze(plan.text(), files, rules).diagnostics());
  }

  /** The plan with a repair applied. */
  public static String apply(String text, Fix fix) {
    List<Edit> edits = new ArrayList<>(fix.edits());
    edits.sort(Comparator.comparing((Edit edit) -> edit.location()).reversed());
    StringBuilder out = new StringBuilder(text);
    for (Edit edit : edits) {
      out.replace(edit.location().span().start(), edit.location().span().end(), edit.text());
    }
    return out.toString();
  }
}
