package dev.genplan.benchmarks;

import dev.genplan.plan.Plan;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.catalog.RuleIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What it costs to run all rules. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = PlanState.COMPILER)
public class RulesBenchmark {

  private static final List<Rule> RULES = RuleIndex.all();

  /**
   * Runs all rules on a plan of which nothing has been worked out. Binding it anew each time is
   * part of the figure; {@link AnalysisBenchmark#bind} tells how much.
   */
  @Benchmark
  public List<Reporter.Finding> all(PlanState state) {
    Plan plan = state.bind(state.tree);
    List<Reporter.Finding> found = new ArrayList<>();
    for (Rule rule : RULES) {
      Reporter reporter = new Reporter(rule.info());
      rule.check(plan, reporter);
      found.addAll(reporter.findings());
    }
    return found;
  }
}
