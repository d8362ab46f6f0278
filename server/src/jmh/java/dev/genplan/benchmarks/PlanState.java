package dev.genplan.benchmarks;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Profile;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import java.time.LocalDate;
import java.util.Optional;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A plan of some length, known to the tool, and what it has become by one key. */
@State(Scope.Benchmark)
public class PlanState {

  /** The launcher gives this to the JVM, for commands and the server alike. */
  static final String COMPILER = "-XX:TieredStopAtLevel=1";

  private static final String FILE = "file:///w/plan.genplan";

  /** How many lines the plan has. */
  @Param({"50", "500", "5000", "50000"})
  public int lines;

  /** How many rounds of the plan build on one another; of any length it should cost the same. */
  @Param({"4"})
  public int chain;

  GeneratedPlan plan;
  String text;

  /** A letter was typed behind the name of a property. */
  String letterTyped;

  /** And another one. */
  String lettersTyped;

  /** A brace was typed that nothing closes yet. */
  String braceTyped;

  SyntaxTree tree;
  Analyzer analyzer;
  Analysis analysis;

  /** What is known after the first letter. */
  Analysis analysisAfterLetter;

  /** Works out all that is known before the key. */
  @Setup
  public void prepare() {
    plan = GeneratedPlan.of(lines, chain);
    text = plan.text();
    letterTyped = plan.typed("x");
    lettersTyped = plan.typed("xx");
    braceTyped = plan.typed("{");
    tree = SyntaxTree.parse(text);
    analyzer =
        new Analyzer(RuleIndex.all(), Settings.usual(LocalDate.of(2026, 11, 23)).with(Profile.ALL));
    analysis = analyze(tree, Optional.empty());
    analysisAfterLetter = analyze(tree.update(letterTyped), Optional.of(analysis));
  }

  /** The meaning of a parsed plan of which nothing is known. */
  Plan bind(SyntaxTree parsed) {
    return bind(parsed, Optional.empty());
  }

  /** The meaning of a parsed plan, of which an earlier state may be known. */
  Plan bind(SyntaxTree parsed, Optional<Analysis> before) {
    return Plan.bind(
        new SourceFile(FILE, parsed),
        (importer, path) -> new Imports.Missing(),
        before.map(Analysis::plan));
  }

  /** What is found in a parsed plan. */
  Analysis analyze(SyntaxTree parsed, Optional<Analysis> before) {
    return analyzer.analyze(bind(parsed, before), before, Cancellation.NEVER);
  }
}
