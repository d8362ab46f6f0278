package dev.genplan.benchmarks;

import dev.genplan.analysis.Analysis;
import dev.genplan.plan.Plan;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What it costs to find all that is wrong with a plan. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = PlanState.COMPILER)
public class AnalysisBenchmark {

  /** Binds the names of a parsed file. */
  @Benchmark
  public Plan bind(PlanState state) {
    return state.bind(state.tree);
  }

  /** Binds and checks a parsed file of which nothing is known, as the command line does. */
  @Benchmark
  public Analysis analyze(PlanState state) {
    return state.analyze(state.tree, Optional.empty());
  }

  /** All the work of the first key in a declaration: parses, binds, runs the rules it concerns. */
  @Benchmark
  public Analysis firstLetter(PlanState state) {
    return state.analyze(state.tree.update(state.letterTyped), Optional.of(state.analysis));
  }

  /** The same of the next key there. */
  @Benchmark
  public Analysis letter(PlanState state) {
    Analysis before = state.analysisAfterLetter;
    return state.analyze(
        before.plan().source().tree().update(state.lettersTyped), Optional.of(before));
  }

  /** The same of an opening brace, so that the rest of the file is read anew. */
  @Benchmark
  public Analysis brace(PlanState state) {
    return state.analyze(state.tree.update(state.braceTyped), Optional.of(state.analysis));
  }
}
