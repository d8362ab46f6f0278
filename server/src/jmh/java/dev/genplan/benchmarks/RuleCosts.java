package dev.genplan.benchmarks;

import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Tells what each rule costs on a generated plan, the most expensive first, so that a slow one is
 * seen. Processor time of one thread, the median of the rounds.
 */
public final class RuleCosts {

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  /** A rule's times in each round, in nanoseconds. */
  private static final class Cost {
    private final String rule;

    /** When it is the first to look at the plan, and so works out what rules share. */
    private final long[] alone;

    /** When all rules have looked at the plan before. */
    private final long[] after;

    Cost(String rule, int rounds) {
      this.rule = rule;
      this.alone = new long[rounds];
      this.after = new long[rounds];
    }
  }

  private RuleCosts() {}

  /**
   * Measures and prints a table.
   *
   * @param args how many lines the plan has, by default 5,000; how many rounds are measured, by
   *     default 30, and as many run before; how many rounds of the plan build on one another, by
   *     default 4
   */
  public static void main(String[] args) {
    int lines = args.length > 0 ? Integer.parseInt(args[0]) : 5_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 30;
    int chain = args.length > 2 ? Integer.parseInt(args[2]) : 4;
    SyntaxTree tree = SyntaxTree.parse(GeneratedPlan.of(lines, chain).text());
    List<Rule> rules = RuleIndex.all();
    List<Cost> costs = new ArrayList<>();
    rules.forEach(rule -> costs.add(new Cost(rule.info().id(), rounds)));
    long[] all = new long[rounds];
    for (int round = -rounds; round < rounds; round++) {
      int at = Math.max(0, round);
      Plan shared = bind(tree);
      all[at] = 0;
      for (Rule rule : rules) {
        all[at] += time(rule, shared);
      }
      for (int i = 0; i < rules.size(); i++) {
        costs.get(i).alone[at] = time(rules.get(i), bind(tree));
        costs.get(i).after[at] = time(rules.get(i), shared);
      }
    }
    print(lines, costs, all);
  }

  private static Plan bind(SyntaxTree tree) {
    return Plan.bind(
        new SourceFile("file:///w/plan.genplan", tree), (importer, path) -> new Imports.Missing());
  }

  private static long time(Rule rule, Plan plan) {
    Reporter reporter = new Reporter(rule.info());
    long before = THREAD.getCurrentThreadCpuTime();
    rule.check(plan, reporter);
    return THREAD.getCurrentThreadCpuTime() - before;
  }

  private static void print(int lines, List<Cost> costs, long[] all) {
    costs.sort(Comparator.comparingLong((Cost cost) -> median(cost.after)).reversed());
    System.out.printf("%,d lines, all %d rules together %.2f ms%n%n", lines, costs.size(), ms(all));
    System.out.println("| rule | first to look | after all others |\n|---|---:|---:|");
    for (Cost cost : costs) {
      System.out.printf(
          "| `%s` | %.3f ms | %.3f ms |%n", cost.rule, ms(cost.alone), ms(cost.after));
    }
  }

  private static double ms(long[] times) {
    return median(times) / 1e6;
  }

  private static long median(long[] times) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
