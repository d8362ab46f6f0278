package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Evaluation;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Product;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Message;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Work that nobody waits for any more stops soon, whatever rule is at it. */
class CancellationTest {

  private static final Plan PLAN =
      TestPlans.bind(
          """
          project p { task: chat }
          model base { id: "x/y" }
          dataset talks { owner: "us", split train { size: 9 examples }, split test { size: 9 examples } }
          """
              + stages());

  private static String stages() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append(
          """
          finetune sft%1$d { model: base, data: talks.train }
          evaluate check%1$d { model: sft%1$d, data: talks.test }
          deploy live%1$d { model: sft%1$d }
          """
              .formatted(i));
    }
    return text.toString();
  }

  /** A rule that does something with each element of what it goes through. */
  private record Slow(Function<Plan, Iterable<?>> through, Runnable each) implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("slow", Category.FLOW, Severity.WARNING, "Takes long.", "很慢。");
    }

    @Override
    public void check(Plan plan, Reporter reporter) {
      through.apply(plan).forEach(element -> each.run());
    }
  }

  static Stream<Arguments> ways() {
    return Stream.of(
        Arguments.of("symbols", way(Plan::symbols)),
        Arguments.of("own symbols", way(Plan::own)),
        Arguments.of("a stream", way(CancellationTest::streamed)),
        Arguments.of("a kind", way(plan -> plan.all("finetune"))),
        Arguments.of("a view", way(plan -> View.all(plan, "evaluate", Evaluation::new))),
        Arguments.of("trainings", way(Training::all)),
        Arguments.of("measurements", way(Measurement::all)),
        Arguments.of("deployments", way(Deployment::inUse)),
        Arguments.of("products", way(Product::of)));
  }

  private static Function<Plan, Iterable<?>> way(Function<Plan, Iterable<?>> way) {
    return way;
  }

  private static Iterable<String> streamed(Plan plan) {
    Iterator<String> names = plan.symbols().stream().map(Symbol::name).iterator();
    return () -> names;
  }

  private static void analyze(Rule rule, Cancellation cancellation) {
    new Analyzer(List.of(rule), Settings.usual(TestPlans.TODAY))
        .analyze(PLAN, Optional.empty(), cancellation);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ways")
  void aRuleStopsAtTheNextElement(String name, Function<Plan, Iterable<?>> way) {
    AtomicInteger seen = new AtomicInteger();
    Cancellation atTheTenth =
        () -> {
          if (seen.get() == 10) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> analyze(new Slow(way, seen::incrementAndGet), atTheTenth))
        .isInstanceOf(CancellationException.class);
    assertThat(seen).hasValue(10);
  }

  @Test
  void aRuleThatReportsTooMuchStops() {
    AtomicInteger reported = new AtomicInteger();
    Symbol subject = PLAN.find("base").orElseThrow();
    Reporter reporter =
        new Reporter(
            new Slow(Plan::symbols, () -> {}).info(),
            () -> {
              if (reported.incrementAndGet() > 10) {
                throw new CancellationException();
              }
            });
    assertThatThrownBy(
            () -> {
              while (true) {
                reporter.report(subject, Message.of("again", "又一次"));
              }
            })
        .isInstanceOf(CancellationException.class);
    assertThat(reporter.findings()).hasSize(10);
  }

  @Test
  void whatWasCalledOffCanBeDoneLater() {
    Plan plan = TestPlans.bind("project p { task: chat }\nmodel m { id: \"x/y\" }");
    Analyzer analyzer = new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY));
    AtomicInteger asked = new AtomicInteger();
    Cancellation soon =
        () -> {
          if (asked.incrementAndGet() % 7 == 0) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> analyzer.analyze(plan, Optional.empty(), soon))
        .isInstanceOf(CancellationException.class);

    assertThat(analyzer.analyze(plan, Optional.empty(), Cancellation.NEVER).diagnostics())
        .isEqualTo(
            TestPlans.analyze(plan.source().tree().text(), Map.of(), RuleIndex.all())
                .diagnostics());
  }

  /** Of each declaration of a long plan it is asked often whether to go on. */
  @Test
  void itIsAskedOftenWhetherToGoOn() {
    AtomicInteger asked = new AtomicInteger();
    SourceFile file = new SourceFile(TestPlans.FILE, SyntaxTree.parse(PLAN.source().tree().text()));
    new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY))
        .analyze(
            file,
            (importer, path) -> new Imports.Missing(),
            Optional.empty(),
            asked::incrementAndGet);
    assertThat(asked.get()).isGreaterThan(RuleIndex.all().size() * PLAN.symbols().size() / 10);
  }
}
