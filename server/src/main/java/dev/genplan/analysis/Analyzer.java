package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.BindingCheck;
import dev.genplan.plan.Checker;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Chunk;
import dev.genplan.text.Message;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Analyzes one file at a time. The same code serves an editor, which hands in the analysis before
 * the edit, and the command line, which has nothing to reuse.
 */
public final class Analyzer {

  private static final Message IN_IMPORT =
      Message.of("the place is in this imported file", "该位置在此导入的文件中");

  private record Found(RuleInfo rule, Reporter.Finding finding) {}

  /** That a rule has found something about a declaration. */
  private record Defect(String rule, Symbol subject) {}

  private final List<Rule> rules;
  private final List<String> names;
  private final Settings settings;

  /**
   * @param rules the rules to run
   * @param settings what else holds for every analysis
   */
  public Analyzer(List<Rule> rules, Settings settings) {
    this.rules = List.copyOf(rules);
    this.names = rules.stream().map(rule -> rule.info().id()).toList();
    this.settings = settings;
  }

  /** The day on which files are analyzed. */
  public LocalDate today() {
    return settings.today().get();
  }

  /**
   * Analyzes a file.
   *
   * @param file the file
   * @param imports finds the files it imports
   * @param before the analysis of an earlier state of the file, whose parts are reused where they
   *     hold
   * @param cancellation asked between steps
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Analysis analyze(
      SourceFile file, Imports imports, Optional<Analysis> before, Cancellation cancellation) {
    return analyze(Plan.bind(file, imports), before, cancellation);
  }

  /**
   * Analyzes a file that is bound already.
   *
   * @param plan the file, its names bound
   * @param before the analysis of an earlier state of the file, whose parts are reused where they
   *     hold
   * @param cancellation asked between steps
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Analysis analyze(Plan plan, Optional<Analysis> before, Cancellation cancellation) {
    SourceFile file = plan.source();
    Map<Chunk, List<LocalDiagnostic>> known = before.map(Analysis::checked).orElseGet(HashMap::new);
    Map<Chunk, List<LocalDiagnostic>> checked = new HashMap<>();
    List<Diagnostic> shown = new ArrayList<>();
    for (LocalDiagnostic error : file.tree().errors()) {
      shown.add(error.at(file.uri(), 0));
    }
    for (int i = 0; i < file.tree().chunks().size(); i++) {
      cancellation.check();
      Chunk chunk = file.tree().chunks().get(i);
      List<LocalDiagnostic> local = known.get(chunk);
      if (local == null) {
        local = Checker.check(chunk);
      }
      checked.put(chunk, local);
      for (LocalDiagnostic diagnostic : local) {
        shown.add(diagnostic.at(file.uri(), file.tree().start(i)));
      }
    }
    Plan watched = plan.watched(cancellation::check);
    Unread unread = new Unread(plan, shown);
    shown.addAll(BindingCheck.of(watched));
    shown.addAll(rules(watched, unread, cancellation));
    shown.sort(Diagnostic.ORDER);
    return new Analysis(plan, List.copyOf(shown), checked);
  }

  private List<Diagnostic> rules(Plan plan, Unread unread, Cancellation cancellation) {
    List<Found> found = new ArrayList<>();
    Set<Defect> defects = new HashSet<>();
    Set<String> ran = new HashSet<>();
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      if ((plan.isLibrary() && !info.forLibraries()) || !settings.isOn(info)) {
        continue;
      }
      cancellation.check();
      ran.add(info.id());
      Reporter reporter = new Reporter(info, cancellation::check);
      rule.check(plan, reporter);
      for (Reporter.Finding finding : reporter.findings()) {
        found.add(new Found(info, finding));
        defects.add(new Defect(info.id(), finding.subject()));
      }
    }
    Allowances allowances = Allowances.of(plan.source(), settings.today(), cancellation);
    List<Diagnostic> shown = new ArrayList<>();
    for (Found each : found) {
      boolean silenced = allowances.silence(each.finding(), each.rule().id());
      boolean uncertain = each.rule().aboutAbsence() && unread.mayHold(each.finding().subject());
      if (!silenced && !uncertain && !yields(each, defects)) {
        shown.add(diagnostic(plan, each));
      }
    }
    shown.addAll(allowances.findings(ran, names, settings));
    return shown;
  }

  /** Whether a rule that goes before has seen the same defect. */
  private static boolean yields(Found found, Set<Defect> defects) {
    for (String rule : found.rule().yieldsTo()) {
      if (defects.contains(new Defect(rule, found.finding().subject()))) {
        return true;
      }
    }
    return false;
  }

  /** In a draft, what is only missing weighs one degree less. */
  private static Severity usual(Plan plan, Found found) {
    Severity severity = found.finding().severity();
    boolean softened =
        found.rule().aboutAbsence() && Project.of(plan).filter(Project::isDraft).isPresent();
    if (!softened) {
      return severity;
    }
    return switch (severity) {
      case ERROR -> Severity.WARNING;
      case WARNING -> Severity.INFORMATION;
      case INFORMATION, HINT -> Severity.HINT;
    };
  }

  private Diagnostic diagnostic(Plan plan, Found found) {
    Reporter.Finding finding = found.finding();
    Location place = finding.location();
    List<Related> related = finding.related();
    if (!place.file().equals(plan.file())) {
      related = new ArrayList<>(related);
      related.add(0, new Related(place, IN_IMPORT));
      place = plan.importOf(place.file());
    }
    return new Diagnostic(
        found.rule().id(),
        settings.severity(found.rule().id(), usual(plan, found)),
        place,
        finding.message(),
        related,
        finding.tags(),
        finding.fixes());
  }
}
