package dev.genplan.benchmarks;

import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells how soon an analysis notices that nobody waits for it: the longest stretches of work
 * between two questions whether to go on, in processor time of the thread.
 */
public final class Reaction {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** Reading the clock at each of a million questions would be most of the work. */
  private static final int SPAN = 64;

  private static final class Stretches implements Cancellation {
    private long last = THREAD.getCurrentThreadCpuTime();
    private long longest;
    private long asked;

    @Override
    public void check() {
      if (++asked % SPAN == 0) {
        long now = THREAD.getCurrentThreadCpuTime();
        longest = Math.max(longest, now - last);
        last = now;
      }
    }
  }

  private Reaction() {}

  /**
   * Measures and prints a line.
   *
   * @param args how many lines the plan has, by default 50,000, and how many analyses are measured,
   *     by default 20; as many are run before
   */
  public static void main(String[] args) {
    int lines = args.length > 0 ? Integer.parseInt(args[0]) : 50_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
    SourceFile file =
        new SourceFile("file:///w/plan.genplan", SyntaxTree.parse(GeneratedPlan.of(lines).text()));
    Analyzer analyzer = new Analyzer(RuleIndex.all(), Settings.usual(LocalDate.of(2026, 11, 23)));
    var before = Optional.of(analyzer.analyze(bind(file), Optional.empty(), Cancellation.NEVER));
    long[] longest = new long[rounds];
    long asked = 0;
    for (int round = -rounds; round < rounds; round++) {
      Plan plan = bind(file);
      Stretches stretches = new Stretches();
      analyzer.analyze(plan, before, stretches);
      stretches.check();
      longest[Math.max(0, round)] = stretches.longest;
      asked = stretches.asked;
    }
    Arrays.sort(longest);
    System.out.printf(
        "%,d lines, asked %,d times; longest stretch of %d questions: median %.1f ms, worst %.1f ms%n",
        lines, asked, SPAN, longest[rounds / 2] / 1e6, longest[rounds - 1] / 1e6);
  }

  private static Plan bind(SourceFile file) {
    return Plan.bind(file, (importer, path) -> new Imports.Missing());
  }
}
