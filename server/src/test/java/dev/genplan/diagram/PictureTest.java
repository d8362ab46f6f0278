package dev.genplan.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the pictures of a plan show: plans, and the nodes, edges, bars and totals they give. */
class PictureTest {

  private static Picture picture(String plan) {
    return Picture.of(TestPlans.bind(plan), List.of());
  }

  @Nested
  class TheFlow {

    private static String nodes(FlowGraph graph) {
      return graph.nodes().stream()
          .map(
              node ->
                  node.family() + " " + node.id() + (certain(node) ? "" : " " + node.presence()))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean certain(Node node) {
      return node.presence() == Node.Presence.CERTAIN;
    }

    private static String edges(FlowGraph graph) {
      return graph.edges().stream()
          .map(
              edge ->
                  edge.from()
                      + " -> "
                      + edge.to()
                      + ": "
                      + edge.sort()
                      + edge.flows().map(type -> " " + type).orElse("")
                      + edge.uses().stream()
                          .map(
                              use ->
                                  " " + use.property() + use.part().map(it -> "." + it).orElse(""))
                          .collect(Collectors.joining()))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void goesFromWhatIsThereThroughTheStages() {
      FlowGraph flow =
          picture(
                  """
                  project p { goal: "short" }
                  model qwen { id: "Qwen/Qwen3-8B" }
                  compute card { accelerator: L40S }
                  dataset tickets { split train { } split validation { } split test { } }
                  evaluate before { model: qwen, data: tickets.test, metrics { rougeL >= 40% } }
                  finetune sft {
                    when: before.fails, model: qwen, data: tickets.train
                    validation: tickets.validation, compute: card
                  }
                  evaluate acceptance { model: sft, data: tickets.test, metrics { rougeL >= 40% } }
                  deploy production { model: sft, gate: acceptance, after: before }
                  """)
              .flow();

      assertThat(nodes(flow))
          .isEqualTo(
              """
              MODEL qwen
              DATASET tickets
              EVALUATION before
              TUNING sft CONDITIONAL
              EVALUATION acceptance
              OPERATION production
              """);
      assertThat(edges(flow))
          .isEqualTo(
              """
              qwen -> before: FLOW MODEL model
              tickets -> before: FLOW DATASET data.test
              before -> sft: CONDITION when.fails
              qwen -> sft: FLOW MODEL model
              tickets -> sft: FLOW DATASET data.train validation.validation
              sft -> acceptance: FLOW MODEL model
              tickets -> acceptance: FLOW DATASET data.test
              sft -> production: FLOW MODEL model
              acceptance -> production: CONDITION REPORT gate
              before -> production: ORDER after
              """);
    }

    @Test
    void hasRoundsWithTheirStagesInside() {
      FlowGraph flow =
          picture(
                  """
                  model start { }
                  repeat rounds {
                    start: start, times: 5, result: better
                    feedback batch { model: rounds, collect: 10 comparisons }
                    align better { model: rounds, data: batch, method: dpo }
                  }
                  deploy out { model: rounds }
                  prompt inside { model: rounds.better }
                  """)
              .flow();

      assertThat(flow.node("rounds.batch").container()).contains("rounds");
      assertThat(edges(flow))
          .isEqualTo(
              """
              start -> rounds: FLOW MODEL start
              rounds.better -> rounds: ROUND MODEL result
              rounds -> rounds.batch: FLOW MODEL model
              rounds -> rounds.better: FLOW MODEL model
              rounds.batch -> rounds.better: FLOW DATASET data
              rounds -> out: FLOW MODEL model
              rounds.better -> inside: FLOW MODEL model
              """);
    }

    @Test
    void takesFromOtherFilesOnlyWhatIsUsed() {
      Plan plan =
          TestPlans.bind(
              "import \"house.genplan\"\nprompt p { model: tuned }\n",
              Map.of(
                  "house.genplan",
                  """
                  model base { }
                  model other { }
                  finetune tuned { model: base, data: texts }
                  dataset texts { }
                  """));

      FlowGraph flow = FlowGraph.of(plan, List.of());

      assertThat(nodes(flow)).isEqualTo("PROMPTING p\nMODEL base\nTUNING tuned\nDATASET texts\n");
      assertThat(flow.node("base").selection().file()).endsWith("house.genplan");
    }

    @Test
    void marksWhatIsSkipped() {
      FlowGraph flow =
          picture(
                  """
                  model m { }
                  dataset d { }
                  evaluate e { model: m, data: d, metrics { rougeL >= 40% }, results { rougeL: 50% } }
                  finetune f { when: e.fails, model: m, data: d }
                  """)
              .flow();

      assertThat(flow.node("f").presence()).isEqualTo(Node.Presence.SKIPPED);
    }

    @Test
    void bindsFindingsToTheInnermostNodeAndTheRestToNone() {
      String text =
          """
          project p { gaol: "x" }
          repeat r {
            start: m, times: 2, result: t
            finetune t { model: r, data: d, epoch: 3 }
          }
          dataset d { split train { siez: 3 examples } }
          model m { }
          """;

      Picture picture =
          Picture.of(TestPlans.bind(text), TestPlans.diagnostics(text, new String[0]));

      assertThat(said(picture.flow().node("r.t"))).singleElement().asString().contains("`epoch`");
      assertThat(said(picture.flow().node("d"))).singleElement().asString().contains("`siez`");
      assertThat(picture.flow().node("r.t").severity()).contains(Severity.ERROR);
      assertThat(picture.elsewhere()).hasSize(1);
    }

    private static List<String> said(Node node) {
      return node.findings().stream().map(found -> found.message().in(Language.ENGLISH)).toList();
    }

    @Test
    void readsAsMuchOfABrokenPlanAsItCan() {
      FlowGraph flow =
          picture(
                  """
                  finetune a { model: b, data: nowhere
                  finetune b { model: a }
                  finetune b { model: b
                  finetun { model: a, }
                  evaluate
                  """)
              .flow();

      assertThat(flow.nodes()).extracting(Node::id).containsExactly("a", "b", "b#2");
      assertThat(edges(flow)).startsWith("b -> a: FLOW MODEL model\na -> b: FLOW MODEL model\n");
    }
  }

  @Nested
  class TheSchedule {

    private static final double DAY = 86_400;

    private static String bars(Schedule schedule) {
      return schedule.bars().stream()
          .map(
              bar ->
                  bar.node().id()
                      + " "
                      + days(bar.start())
                      + " to "
                      + days(bar.end())
                      + " "
                      + bar.basis()
                      + (bar.critical() ? " critical" : ""))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String days(Interval time) {
      return Phrases.number(time.low() / DAY)
          + (time.isExact() ? "" : ".." + Phrases.number(time.high() / DAY));
    }

    @Test
    void startsEachStageWhenWhatItNeedsIsThere() {
      Schedule schedule =
          picture(
                  """
                  project p { start: 2026-12-01, deadline: 2026-12-21 }
                  model m { }
                  dataset d { }
                  synthesize more { model: m, prompts: d, duration: 2..4 days }
                  finetune f { model: m, data: [d, more], duration: 3 days }
                  evaluate e { model: f, data: d, duration: 1 day }
                  redteam r { model: f, duration: 1 week }
                  deploy out { model: f, gate: [e, r], duration: 1 day }
                  monitor w { service: out }
                  """)
              .schedule();

      assertThat(bars(schedule))
          .isEqualTo(
              """
              more 0 to 2..4 STATED critical
              f 2..4 to 5..7 STATED critical
              e 5..7 to 6..8 STATED
              r 5..7 to 12..14 STATED critical
              out 12..14 to 13..15 STATED critical
              w 13..15 to 13..15 ONGOING
              """);
      assertThat(schedule.criticalPath()).containsExactly("more", "f", "r", "out");
      assertThat(schedule.left()).contains(new Interval(6 * DAY, 8 * DAY));
    }

    @Test
    void takesNoTimeForAConditionalStageAtBest() {
      assertThat(
              bars(
                  picture(
                          """
                          model m { }
                          dataset d { }
                          evaluate e { model: m, data: d, duration: 1 day, metrics { rougeL >= 40% } }
                          finetune f { when: e.fails, model: m, data: d, duration: 2 days }
                          prompt p { model: f, duration: 1 day }
                          """)
                      .schedule()))
          .isEqualTo(
              """
              e 0 to 1 STATED critical
              f 1 to 3 STATED critical
              p 1..3 to 2..4 STATED critical
              """);
    }

    @Test
    void runsTheStagesOfARepeatAsOftenAsItSays() {
      Schedule schedule =
          picture(
                  """
                  model m { }
                  finetune sft { model: m, data: x, duration: 1 day }
                  dataset x { }
                  repeat r {
                    start: sft, times: 3, result: a
                    feedback f { model: r, batches: 6 { every: 1 day, total: true } }
                    align a { model: r, data: f, method: dpo, duration: 1 day }
                  }
                  deploy d { model: r, duration: 1 day }
                  """)
              .schedule();

      assertThat(bars(schedule))
          .isEqualTo(
              """
              sft 0 to 1 STATED critical
              r 1 to 10 DERIVED critical
              r.f 1 to 3 DERIVED critical
              r.a 3 to 4 STATED critical
              d 10 to 11 STATED critical
              """);
    }

    @Test
    void derivesDurationsFromOtherFigures() {
      assertThat(
              bars(
                  picture(
                          """
                          compute c { accelerator: A100-80GB, count: 8, nodes: 2, lead: 2 days }
                          dataset d { }
                          pretrain base { data: d, compute: c, accelerator-hours: 1_536 }
                          feedback f {
                            model: base, collect: 4_800 comparisons, annotators: 4
                            pace: 30 comparisons/hour, lead: 3 days
                          }
                          evaluate e { model: base, data: d, started: 2026-12-04, finished: 2026-12-05 }
                          """)
                      .schedule()))
          .isEqualTo(
              """
              base 2 to 6 DERIVED critical
              f 6 to 16 DERIVED critical
              e 0 to 2 STATED
              """);
    }

    @Test
    void assumesWhatTheLifeCycleTellsWhereThePlanSaysNothing() {
      Schedule schedule =
          picture("model m { }\ndataset d { }\nfinetune f { model: m, data: d }\n").schedule();

      Bar bar = schedule.bar("f");
      assertThat(bar.basis()).isEqualTo(Bar.Basis.ASSUMED);
      assertThat(Phrases.duration(bar.duration()).in(Language.ENGLISH))
          .isEqualTo("1 minute to 1 day");
      assertThat(Phrases.duration(bar.duration()).in(Language.CHINESE)).isEqualTo("1 分钟至 1 天");
    }

    @Test
    void livesWithCirclesAndAbsurdFigures() {
      Schedule schedule =
          picture(
                  """
                  finetune a { model: b, data: d, duration: -3 days }
                  finetune b { model: a, data: d, duration: 99999999999999999999 years }
                  repeat r { start: r, times: 0, result: x, finetune x { model: r, data: x } }
                  """)
              .schedule();

      assertThat(schedule.bars()).hasSize(4);
    }
  }

  @Nested
  class TheTotals {

    private static String totals(Language language, String plan) {
      return Picture.of(TestPlans.bind(plan), List.of()).totals().stream()
          .map(
              total ->
                  total.label().in(language)
                      + ": "
                      + total.value().in(language)
                      + total.note().map(note -> " (" + note.in(language) + ")").orElse(""))
          .collect(Collectors.joining("\n", "", "\n"));
    }

    private static final String PLAN =
        """
        project p {
          start: 2026-12-01, deadline: 2026-12-31, budget: 10_000 USD
          team { ml-engineer: 2, annotator: 4 }
        }
        model m { }
        dataset d { cost: 500 USD }
        compute c { accelerator: L40S, count: 2, price: 2 USD/hour }
        finetune f { model: m, data: d, compute: c, duration: 5 days, effort: 3 person-days }
        feedback k { model: f, collect: 8_000 comparisons, annotators: 4, price: 0.40 USD/comparison }
        evaluate e { model: f, data: d, metrics { rougeL >= 40% } }
        finetune g { when: e.fails, model: f, data: k, duration: 1 day, cost: 100..200 EUR }
        """;

    @Test
    void addUpWhatThePlanStates() {
      assertThat(totals(Language.ENGLISH, PLAN))
          .isEqualTo(
              """
              Stages: 4 (1 conditional)
              Time: 12 days to 5.2 weeks (2 of 4 durations are assumed)
              Deadline: 2026-12-31 (2.7 weeks left at best, missed by 5.4 days at worst)
              Cost: 4,180 USD (as far as stated)
              Cost: 0 to 200 EUR (as far as stated)
              Budget: 10,000 USD (5,820 USD left)
              Accelerator-hours: 240
              People: 6 (ml-engineer, annotator)
              Effort: 3 person-days
              Comparisons: 8,000
              Findings: none
              """);
    }

    @Test
    void speakChinese() {
      assertThat(totals(Language.CHINESE, PLAN))
          .startsWith("阶段: 4 (1 个有条件)\n")
          .contains("截止日期: 2026-12-31 (最好时剩余")
          .contains("预算: 10,000 USD (剩余 5,820 USD)\n");
    }

    @Test
    void sayWhatIsExceeded() {
      assertThat(
              totals(
                  Language.ENGLISH,
                  """
                  project p { start: 2026-12-01, deadline: 2026-12-02, budget: 10 USD }
                  model m { }
                  prompt a { model: m, duration: 3 days, cost: 25 USD }
                  """))
          .contains("Deadline: 2026-12-02 (missed by 1 day)\n")
          .contains("Budget: 10 USD (exceeded by up to 15 USD)\n");
    }
  }
}
