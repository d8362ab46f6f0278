package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.Course.Presence;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.TestPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** However long a chain is, it neither overflows the stack nor fills the memory. */
class LongPlansTest {

  private static final int LENGTH = 10_000;

  private static final String TOP =
      """
      project long { task: chat, use: commercial, audience: public }
      model base { id: "Qwen/Qwen3-8B", license: apache-2.0 }
      dataset talks { owner: "us", split train { size: 900 examples }, split test { size: 90 examples } }
      """;

  /** What one link of a chain is; {@code §} is its number, {@code ¤} that of the one before. */
  static Stream<Arguments> chains() {
    return Stream.of(
        Arguments.of("finetune", "finetune x§ { model: x¤, data: talks.train }"),
        Arguments.of("prompt", "prompt x§ { model: x¤, method: zero-shot }"),
        Arguments.of("guard", "guard x§ { model: x¤, output: pii }"),
        Arguments.of("optimize", "optimize x§ { model: x¤, method: compile }"),
        Arguments.of("quantize", "optimize x§ { model: x¤, method: quantize, data: talks.test }"),
        Arguments.of("select", "select x§ { candidates: [x¤, base], chosen: x¤ }"),
        Arguments.of("skipped", "finetune x§ { model: x¤, data: talks.train, status: skipped }"),
        Arguments.of(
            "conditional",
            "evaluate e§ { model: x¤, data: talks.test, metrics { rougeL >= 0.4 } }\n"
                + "finetune x§ { when: e§.fails, model: x¤, data: talks.train }"));
  }

  /** The last link comes first in the text, so that everything in it is still ahead. */
  private static String chain(String link, String start, String end) {
    List<String> links = new ArrayList<>();
    for (int i = LENGTH; i > 0; i--) {
      links.add(link.replace("§", "" + i).replace("¤", "" + (i - 1)).replace("x0", start));
    }
    return TOP + String.join("\n", links) + "\n" + end.replace("§", "" + LENGTH);
  }

  /** On a thread whose stack is no larger than usual, whatever the test runner's is. */
  private static Analysis analyze(String text) throws Exception {
    FutureTask<Analysis> task =
        new FutureTask<>(() -> TestPlans.analyze(text, Map.of(), RuleIndex.all()));
    new Thread(null, task, "usual stack", 512 << 10).start();
    return task.get();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("chains")
  void aLongChainIsFollowedToItsEnd(String name, String link) throws Exception {
    Plan plan = analyze(chain(link, "base", "deploy live { model: x§ }")).plan();
    Symbol live = plan.find("live").orElseThrow();
    assertThat(plan.course().of(live)).isNotEqualTo(Presence.SKIPPED);
    assertThat(plan.lineage().base(live)).isEqualTo(plan.find("base"));
    assertThat(plan.lineage().ancestors(live))
        .hasSizeGreaterThan(LENGTH)
        .contains(plan.find("x1").orElseThrow());
  }

  @Test
  void testDataIsFoundInDataMadeOfIt() throws Exception {
    String end =
        "finetune sft { model: base, data: x§ }\nevaluate e { model: sft, data: talks.test }";
    assertThat(analyze(chain("dataset x§ { from: x¤ }", "talks.test", end)).diagnostics())
        .extracting(Diagnostic::code)
        .contains("train-eval-overlap");
  }

  @Test
  void aLongCycleIsReportedOnce() throws Exception {
    String link = "finetune x§ { model: x¤, data: talks.train }";
    assertThat(analyze(chain(link, "x" + LENGTH, "deploy live { model: x§ }")).diagnostics())
        .extracting(Diagnostic::code)
        .containsOnlyOnce("dependency-cycle");
  }

  @Test
  void choicesBetweenEachOtherLeadNowhere() {
    Plan plan =
        TestPlans.bind(
            """
            select one { candidates: [other], chosen: other }
            select other { candidates: [one], chosen: one }
            """);
    assertThat(plan.lineage().chain(plan.find("one").orElseThrow())).isEmpty();
  }
}
