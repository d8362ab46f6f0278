package dev.genplan.plan;

import static dev.genplan.schema.FlowType.ADAPTER;
import static dev.genplan.schema.FlowType.DATASET;
import static dev.genplan.schema.FlowType.ENCODER;
import static dev.genplan.schema.FlowType.MODEL;
import static dev.genplan.schema.FlowType.REPORT;
import static dev.genplan.schema.FlowType.REWARD;
import static dev.genplan.schema.FlowType.SERVICE;
import static dev.genplan.schema.FlowType.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.schema.FlowType;
import dev.genplan.testing.TestPlans;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What flows: the types of what stages make, adapters, rounds, lineage. */
class FlowTest {

  private static final String DECLARED =
      """
      model llama { id: "meta-llama/Llama-3.1-8B" }
      model judge-model { id: "gpt-4", role: judge }
      model scorer { id: "x/y", role: reward }
      model toxic { id: "x/y", role: classifier }
      model bge { id: "BAAI/bge-m3", role: embedder }
      model lora-of-mine { id: "x/y", variant: adapter }
      dataset talks {
        split train { size: 1_000 examples }
        split test { size: 100 examples }
      }
      """;

  private static Symbol symbol(Plan plan, String name) {
    return plan.symbols().stream()
        .filter(each -> each.qualifiedName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertMakes(String stage, FlowType type) {
    Plan plan = TestPlans.bind(DECLARED + stage);
    Symbol last = plan.symbols().get(plan.symbols().size() - 1);
    assertThat(last.makes()).as(stage).contains(type);
  }

  @Test
  void modelsMakeWhatTheirRoleAndVariantSay() {
    Plan plan = TestPlans.bind(DECLARED);
    assertThat(symbol(plan, "llama").makes()).contains(MODEL);
    assertThat(symbol(plan, "judge-model").makes()).contains(MODEL);
    assertThat(symbol(plan, "scorer").makes()).contains(REWARD);
    assertThat(symbol(plan, "toxic").makes()).contains(REWARD);
    assertThat(symbol(plan, "bge").makes()).contains(ENCODER);
    assertThat(symbol(plan, "lora-of-mine").makes()).contains(ADAPTER);
  }

  @Test
  void aSplitIsADataset() {
    assertThat(symbol(TestPlans.bind(DECLARED), "talks.train").makes()).contains(DATASET);
  }

  @Test
  void aFineTuneMakesAnAdapterIfItsMethodTrainsOne() {
    assertMakes(
        "finetune f { model: llama, data: talks.train, method: lora { rank: 8 } }", ADAPTER);
    assertMakes("finetune f { model: llama, data: talks.train, method: qlora }", ADAPTER);
    assertMakes("finetune f { model: llama, data: talks.train, method: prompt-tuning }", ADAPTER);
    assertMakes("finetune f { model: llama, data: talks.train, method: full }", MODEL);
  }

  @Test
  void aFineTuneWithoutMethodIsFull() {
    assertMakes("finetune f { model: llama, data: talks.train }", MODEL);
  }

  @Test
  void withoutMethodAnAdapterIsTrainedOn() {
    assertMakes("finetune f { model: lora-of-mine, data: talks.train }", ADAPTER);
    assertMakes("align f { model: lora-of-mine, data: talks.train, method: dpo }", ADAPTER);
  }

  @Test
  void aFineTuneKeepsTheRoleOfItsModel() {
    assertMakes("finetune f { model: scorer, data: talks.train, method: lora }", REWARD);
    assertMakes("finetune f { model: bge, data: talks.train }", ENCODER);
    assertMakes("finetune f { model: llama, data: talks.train, role: classifier }", REWARD);
  }

  @Test
  void anAlignmentMakesAModelOrAnAdapter() {
    assertMakes("align a { model: llama, data: talks.train, method: dpo }", MODEL);
    assertMakes("align a { model: llama, data: talks.train, method: [dpo, lora] }", ADAPTER);
  }

  @Test
  void anOptimizationMakesWhatGoesInButOfAnAdapterAModel() {
    assertMakes("optimize o { model: llama, method: quantize { format: int8 } }", MODEL);
    assertMakes("optimize o { model: lora-of-mine, method: merge }", MODEL);
    assertMakes("optimize o { model: scorer, method: quantize { format: int8 } }", REWARD);
    assertMakes("optimize o { model: llama, method: speculative { draft: llama } }", SYSTEM);
  }

  @Test
  void whatStandsAroundAModelMakesASystem() {
    assertMakes("prompt p { model: llama, text: \"x\" }", SYSTEM);
    assertMakes("augment g { model: llama, method: rag { embedder: bge } }", SYSTEM);
    assertMakes("guard g { model: llama, input: injection }", SYSTEM);
  }

  @Test
  void measuringMakesReportsAndDeployingAService() {
    assertMakes("evaluate e { model: llama }", REPORT);
    assertMakes("redteam r { model: llama }", REPORT);
    assertMakes("monitor m { }", REPORT);
    assertMakes("deploy d { model: llama }", SERVICE);
  }

  @Test
  void gatheringAndWritingMakeData() {
    assertMakes("feedback f { model: llama, annotators: 3 }", DATASET);
    assertMakes("synthesize s { model: llama }", DATASET);
    assertMakes("reward r { model: llama, data: talks.train }", REWARD);
  }

  @Test
  void aSelectionMakesWhatItsCandidatesAre() {
    assertMakes("select s { candidates: [llama, judge-model] }", MODEL);
    assertMakes("select s { candidates: [bge] }", ENCODER);
  }

  private static final String ROUNDS =
      """
      model base { id: "x/y" }
      dataset prompts-set { content: prompts }
      repeat rounds {
        start: base, times: 3, result: tuned
        feedback pairs { model: rounds, prompts: prompts-set, annotators: 5 }
        reward scores { model: rounds, data: pairs }
        align tuned { model: rounds, method: ppo, reward: scores, prompts: prompts-set }
      }
      align after { model: rounds, method: ppo, reward: rounds.scores, prompts: prompts-set }
      """;

  @Test
  void insideARepeatItsNameIsTheInputOfTheRound() {
    Plan plan = TestPlans.bind(ROUNDS);
    assertThat(symbol(plan, "rounds.pairs").links("model"))
        .singleElement()
        .satisfies(
            link ->
                assertThat(link.target())
                    .isEqualTo(new Resolution.RoundInput(symbol(plan, "rounds"))));
  }

  @Test
  void outsideARepeatItsNameIsTheLastResult() {
    Plan plan = TestPlans.bind(ROUNDS);
    assertThat(symbol(plan, "rounds").makes()).contains(MODEL);
    assertThat(symbol(plan, "after").target("model")).contains(symbol(plan, "rounds"));
    assertThat(plan.lineage().chain(symbol(plan, "after")).stream().map(Symbol::name))
        .containsExactly("after", "tuned", "base");
  }

  @Test
  void aStageOfARepeatIsReachedByItsName() {
    Plan plan = TestPlans.bind(ROUNDS);
    assertThat(symbol(plan, "after").target("reward")).contains(symbol(plan, "rounds.scores"));
    assertThat(BindingCheck.of(plan)).isEmpty();
  }

  @Test
  void roundsAreNoCycle() {
    assertThat(TestPlans.bind(ROUNDS).lineage().cycles()).isEmpty();
  }

  @Test
  void whatAMonitorRecordsForTheNextTurnIsNoCycle() {
    assertThat(
            TestPlans.bind(
                    """
                    dataset logs { from: watch }
                    model base { id: "x/y" }
                    finetune tuned { model: base, data: logs }
                    deploy live { model: tuned }
                    monitor watch { service: live }
                    """)
                .lineage()
                .cycles())
        .isEmpty();
  }

  @Test
  void stagesThatWaitForEachOtherAreACycle() {
    Plan plan =
        TestPlans.bind(
            """
            dataset d { }
            finetune a { model: b, data: d }
            finetune b { model: c, data: d }
            finetune c { model: a, data: d }
            evaluate e { model: f }
            finetune f { when: e.fails, model: f2, data: d }
            model f2 { id: "x/y" }
            """);
    assertThat(plan.lineage().cycles())
        .extracting(cycle -> cycle.stream().map(Symbol::name).toList())
        .containsExactly(List.of("a", "b", "c"), List.of("e", "f"));
  }

  @Test
  void lineageReachesEveryDatasetUnderADeployedModel() {
    Plan plan =
        TestPlans.bind(
            """
            model base { id: "x/y" }
            dataset crawl { license: cc-by-nc-4.0 }
            dataset clean { from: crawl, split train { size: 10 examples } }
            dataset unrelated { }
            synthesize extra { model: base, data: clean.train }
            finetune tuned { model: base, data: [clean.train, extra] }
            optimize small { model: tuned, method: quantize { format: int8 } }
            guard safe { model: small, input: injection }
            deploy live { model: safe }
            """);
    Lineage lineage = plan.lineage();
    assertThat(lineage.data(symbol(plan, "live")).stream().map(Symbol::qualifiedName))
        .containsExactlyInAnyOrder("clean.train", "extra", "clean", "crawl");
    assertThat(lineage.descendants(symbol(plan, "crawl")).stream().map(Symbol::qualifiedName))
        .contains("clean", "clean.train", "tuned", "small", "safe", "live")
        .doesNotContain("unrelated", "base");
    assertThat(lineage.base(symbol(plan, "live"))).contains(symbol(plan, "base"));
  }

  @Test
  void dataOverlapsThroughSplitsAndDerivation() {
    Plan plan =
        TestPlans.bind(
            """
            dataset all { split train { size: 10 examples }, split test { size: 10 examples } }
            dataset derived { from: all.test }
            dataset other { }
            """);
    Lineage lineage = plan.lineage();
    assertThat(lineage.overlap(symbol(plan, "all"), symbol(plan, "all.test"))).isTrue();
    assertThat(lineage.overlap(symbol(plan, "all.train"), symbol(plan, "all.test"))).isFalse();
    assertThat(lineage.overlap(symbol(plan, "derived"), symbol(plan, "all.test"))).isTrue();
    assertThat(lineage.overlap(symbol(plan, "derived"), symbol(plan, "all.train"))).isFalse();
    assertThat(lineage.overlap(symbol(plan, "other"), symbol(plan, "all"))).isFalse();
  }

  @Test
  void aFileWithoutProjectIsALibrary() {
    assertThat(TestPlans.bind("model m { id: \"x/y\" }").isLibrary()).isTrue();
    assertThat(TestPlans.bind("project p { goal: \"x\" }").isLibrary()).isFalse();
    assertThat(
            TestPlans.bind(
                    "import \"plan-of-others.genplan\"\n",
                    Map.of("plan-of-others.genplan", "project p { goal: \"x\" }\n"))
                .isLibrary())
        .isTrue();
  }
}
