package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Checker;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Reads;
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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Analyzes one file at a time. The same code serves an editor, which hands in the analysis before
 * the edit, and the command line, which has nothing to reuse.
 */
public final class Analyzer {

  private static final Message IN_IMPORT =
      Message.of("the place is in this imported file", "该位置在此导入的文件中");

  /** That a rule has found something about a declaration. */
  private record Defect(String rule, Symbol subject) {}

  /** The rules to run, each with what it says of itself. */
  private final Map<Rule, RuleInfo> rules;

  private final Supplier<List<Rule>> all;
  private final Settings settings;

  /**
   * @param rules all rules there are; those that the settings switch off are not run
   * @param settings what else holds for every analysis
   */
  public Analyzer(List<Rule> rules, Settings settings) {
    this(rules, () -> rules, settings);
  }

  /**
   * @param rules the rules to run, at least all that the settings switch on
   * @param all tells all rules there are; asked only where a plan names one that is not run
   * @param settings what else holds for every analysis
   */
  public Analyzer(List<Rule> rules, Supplier<List<Rule>> all, Settings settings) {
    this.rules = new LinkedHashMap<>();
    this.all = all;
    this.settings = settings;
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      if (settings.isOn(info)) {
        this.rules.put(rule, info);
      }
    }
  }

  private List<String> names() {
    return all.get().stream().map(rule -> rule.info().id()).toList();
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
    Plan plan =
        before.isPresent()
            ? Plan.bind(file, imports, before.map(Analysis::plan))
            : Plan.bind(file, imports);
    return analyze(plan, before, cancellation);
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
    Optional<Known> known = before.flatMap(analysis -> Known.of(analysis, plan));
    List<Diagnostic> shown = new ArrayList<>();
    for (LocalDiagnostic error : file.tree().errors()) {
      shown.add(error.at(file.uri(), 0));
    }
    Map<Chunk, List<LocalDiagnostic>> checked =
        check(file, before.map(analysis -> analysis.memory().checked()), shown, cancellation);
    if (known.isEmpty()) {
      plan.prepare(cancellation::check);
    }
    Plan watched = plan.watched(cancellation::check);
    Unread unread = new Unread(plan, shown);
    NameResult names = known.flatMap(Known::names).orElseGet(() -> NameResult.of(watched));
    shown.addAll(names.found());
    Map<String, RuleResult> ran = run(watched, known, cancellation);
    shown.addAll(toShow(watched, ran.values(), unread, cancellation));
    shown.sort(Diagnostic.ORDER);
    Reads facts = new Reads();
    known.ifPresent(it -> facts.copy(it.facts()));
    facts.copy(plan.reads());
    return new Analysis(plan, shown, new Memory(checked, names, ran, facts));
  }

  /** Checks each chunk against the schema, if that was not done before, and adds what is wrong. */
  private static Map<Chunk, List<LocalDiagnostic>> check(
      SourceFile file,
      Optional<Map<Chunk, List<LocalDiagnostic>>> before,
      List<Diagnostic> shown,
      Cancellation cancellation) {
    Map<Chunk, List<LocalDiagnostic>> known = before.orElseGet(Map::of);
    Map<Chunk, List<LocalDiagnostic>> checked = new HashMap<>();
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
    return checked;
  }

  private List<Diagnostic> toShow(
      Plan plan, Collection<RuleResult> ran, Unread unread, Cancellation cancellation) {
    Set<Defect> defects = new HashSet<>();
    Set<String> done = new HashSet<>();
    for (RuleResult each : ran) {
      done.add(each.rule().id());
      for (Reporter.Finding finding : each.findings()) {
        defects.add(new Defect(each.rule().id(), finding.subject()));
      }
    }
    Allowances allowances = Allowances.of(plan.source(), settings.today(), cancellation);
    List<Diagnostic> shown = new ArrayList<>();
    for (RuleResult each : ran) {
      for (Reporter.Finding finding : each.findings()) {
        boolean silenced = allowances.silence(finding, each.rule().id());
        boolean uncertain = each.rule().aboutAbsence() && unread.mayHold(finding.subject());
        if (!silenced && !uncertain && !yields(each.rule(), finding, defects)) {
          shown.add(diagnostic(plan, each.rule(), finding));
        }
      }
    }
    shown.addAll(allowances.findings(done, this::names, settings));
    return shown;
  }

  /**
   * Runs the rules that are on, but those of which it is known what they find.
   *
   * @return what each has found, in the order in which rules are run
   */
  private Map<String, RuleResult> run(Plan plan, Optional<Known> known, Cancellation cancellation) {
    Map<String, RuleResult> ran = new LinkedHashMap<>();
    rules.forEach(
        (rule, info) -> {
          if (info.forLibraries() || !plan.isLibrary()) {
            cancellation.check();
            ran.put(
                info.id(),
                known
                    .flatMap(it -> it.result(info.id()))
                    .orElseGet(() -> run(rule, info, plan, cancellation)));
          }
        });
    return ran;
  }

  private static RuleResult run(Rule rule, RuleInfo info, Plan plan, Cancellation cancellation) {
    Reporter reporter = new Reporter(info, cancellation::check);
    Reads reads = new Reads();
    plan.record(reads, () -> rule.check(plan, reporter));
    return new RuleResult(info, reporter.findings(), reads);
  }

  /** Whether a rule that goes before has seen the same defect. */
  private static boolean yields(RuleInfo rule, Reporter.Finding finding, Set<Defect> defects) {
    for (String other : rule.yieldsTo()) {
      if (defects.contains(new Defect(other, finding.subject()))) {
        return true;
      }
    }
    return false;
  }

  /** In a draft, what is only missing weighs one degree less. */
  private static Severity usual(Plan plan, RuleInfo rule, Reporter.Finding finding) {
    Severity severity = finding.severity();
    boolean softened = rule.aboutAbsence() && Project.of(plan).filter(Project::isDraft).isPresent();
    if (!softened) {
      return severity;
    }
    return switch (severity) {
      case ERROR -> Severity.WARNING;
      case WARNING -> Severity.INFORMATION;
      case INFORMATION, HINT -> Severity.HINT;
    };
  }

  private Diagnostic diagnostic(Plan plan, RuleInfo rule, Reporter.Finding finding) {
    Location place = finding.location();
    List<Related> related = finding.related();
    if (!place.file().equals(plan.file())) {
      related = new ArrayList<>(related);
      related.add(0, new Related(place, IN_IMPORT));
      place = plan.importOf(place.file());
    }
    return new Diagnostic(
        rule.id(),
        settings.severity(rule.id(), usual(plan, rule, finding)),
        place,
        finding.message(),
        related,
        finding.tags(),
        finding.fixes());
  }
}
