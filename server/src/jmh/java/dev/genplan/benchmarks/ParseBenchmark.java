package dev.genplan.benchmarks;

import dev.genplan.syntax.SyntaxTree;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** What it costs to make a tree of a text. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = PlanState.COMPILER)
public class ParseBenchmark {

  /** Lexes and parses a whole file. */
  @Benchmark
  public SyntaxTree parse(PlanState state) {
    return SyntaxTree.parse(state.text);
  }

  /** Parses a file again after a letter was typed. */
  @Benchmark
  public SyntaxTree parseAfterLetter(PlanState state) {
    return state.tree.update(state.letterTyped);
  }

  /** Parses a file again after an opening brace was typed, which makes its braces unbalanced. */
  @Benchmark
  public SyntaxTree parseAfterBrace(PlanState state) {
    return state.tree.update(state.braceTyped);
  }
}
