package dev.genplan.benchmarks;

import dev.genplan.editing.CompletionList;
import dev.genplan.editing.Completions;
import dev.genplan.editing.Surroundings;
import dev.genplan.plan.Plan;
import dev.genplan.text.Language;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What it costs to say what can be typed next. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = PlanState.COMPILER)
public class CompletionBenchmark {

  private static final Surroundings AN_EDITOR =
      Surroundings.of(Language.ENGLISH, LocalDate.of(2026, 11, 23));

  /** A plan whose names are bound, as they are once its diagnostics are shown. */
  @State(Scope.Benchmark)
  public static class Bound {
    Plan plan;
    int property;
    int reference;

    /** Binds the plan and finds the places. */
    @Setup
    public void prepare(PlanState state) {
      plan = state.bind(state.tree);
      property = state.plan.middle();
      reference = state.text.lastIndexOf("model:", property) + "model:".length();
    }
  }

  /** Where a property is being typed. */
  @Benchmark
  public CompletionList property(Bound bound) {
    return Completions.at(bound.plan, bound.property, AN_EDITOR);
  }

  /** Where a name of the plan can stand. */
  @Benchmark
  public CompletionList reference(Bound bound) {
    return Completions.at(bound.plan, bound.reference, AN_EDITOR);
  }

  /** What a client waits for that asks directly after a key: the plan is parsed and bound first. */
  @Benchmark
  public CompletionList afterLetter(PlanState state) {
    Plan plan = state.bind(state.tree.update(state.letterTyped), Optional.of(state.analysis));
    return Completions.at(plan, state.plan.middle() + 1, AN_EDITOR);
  }
}
