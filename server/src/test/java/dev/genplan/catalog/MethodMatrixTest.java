package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.catalog.MethodRequirement.Critic;
import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.catalog.MethodRequirement.Reference;
import dev.genplan.catalog.MethodRequirement.Resident;
import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.catalog.MethodRequirement.Scorer;
import dev.genplan.catalog.MethodRequirement.Teacher;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodMatrixTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ppo",
        "reinforce",
        "rloo",
        "grpo",
        "dpo",
        "ipo",
        "cpo",
        "apo",
        "simpo",
        "orpo",
        "kto",
        "rejection-sampling",
        "rlhf",
        "rlaif",
        "rlvr",
        "constitutional",
        "full",
        "lora",
        "qlora",
        "prompt-tuning",
        "prefix-tuning",
        "p-tuning",
        "ia3",
        "adapters",
        "distill",
        "bradley-terry",
        "process"
      })
  void knowsTheMethodsThatTrain(String word) {
    assertThat(MethodMatrix.find(word)).isPresent();
  }

  @Test
  void knowsNothingOfMethodsThatDoNot() {
    assertThat(MethodMatrix.find("few-shot")).isEmpty();
    assertThat(MethodMatrix.find("quantize", "ptq")).isEmpty();
  }

  @Test
  void hasOneRowForAWordAndForm() {
    List<String> keys =
        MethodMatrix.all().stream()
            .flatMap(row -> row.words().stream().map(word -> word + " " + row.form().orElse("")))
            .toList();

    assertThat(keys).doesNotHaveDuplicates();
  }

  @Test
  void isNamedInBothLanguages() {
    assertThat(MethodMatrix.all())
        .allSatisfy(
            row -> {
              assertThat(row.title().en()).isNotBlank();
              assertThat(row.title().zh()).isNotBlank();
              assertThat(row.start().zh()).containsPattern("\\p{IsHan}");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"dpo", "ipo", "cpo", "apo", "simpo", "orpo", "bradley-terry"})
  void asksForComparisonsWhereTheLossIsDefinedOnThem(String word) {
    assertThat(row(word).needsPairs()).isTrue();
    assertThat(row(word).scorers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ppo", "grpo", "rloo", "kto", "rlaif", "rejection-sampling", "regression"})
  void asksForNoneElsewhere(String word) {
    assertThat(row(word).needsPairs()).isFalse();
  }

  @Test
  void asksNoneOfWhatIsMadeOnline() {
    MethodRequirement online = MethodMatrix.find("dpo", "online").orElseThrow();

    assertThat(online.needsPairs()).isFalse();
    assertThat(online.labels()).isEqualTo(Labels.PAIRS_FROM_ROLLOUTS);
    assertThat(online.scorers()).contains(Scorer.JUDGE, Scorer.REWARD);
    assertThat(online.reference()).isEqualTo(Reference.REQUIRED);
    assertThat(MethodMatrix.find("cpo", "online").orElseThrow().reference())
        .isEqualTo(Reference.NONE);
  }

  @Test
  void asksForBothKindsOfLabelsWithKto() {
    assertThat(row("kto").labels()).isEqualTo(Labels.BOTH_LABELS);
  }

  @Test
  void asksForAnyScorerOrForACertainOne() {
    assertThat(row("ppo").scorers()).isEqualTo(Set.of(Scorer.values()));
    assertThat(row("grpo").scorers()).isEqualTo(Set.of(Scorer.values()));
    assertThat(row("rlvr").scorers()).containsExactly(Scorer.VERIFIER);
    assertThat(row("rlhf").scorers()).containsExactly(Scorer.REWARD);
    assertThat(row("constitutional").scorers()).containsExactly(Scorer.JUDGE);
    assertThat(row("constitutional").principles()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ppo,   IF_KL",
    "grpo,  IF_KL",
    "rloo,  IF_KL",
    "dpo,   REQUIRED",
    "ipo,   REQUIRED",
    "kto,   REQUIRED",
    "apo,   REQUIRED",
    "simpo, NONE",
    "cpo,   NONE",
    "orpo,  NONE"
  })
  void asksForAReferenceWhereTheLossContainsOne(String word, Reference expected) {
    assertThat(row(word).reference()).isEqualTo(expected);
  }

  @Test
  void asksForACriticOnlyWithPpo() {
    assertThat(MethodMatrix.all())
        .filteredOn(row -> row.critic() == Critic.REQUIRED)
        .extracting(MethodRequirement::words)
        .containsExactly(List.of("ppo"));
  }

  @ParameterizedTest
  @CsvSource({"grpo, 2", "rloo, 2", "reinforce, 1", "ppo, 1"})
  void asksForGroupsWhereAnswersAreCompared(String word, int answers) {
    assertThat(row(word).minimumAnswers()).isEqualTo(answers);
    assertThat(row(word).rollouts()).isEqualTo(Rollouts.ONLINE);
  }

  @Test
  void tellsFormsOfDistillationApart() {
    assertThat(MethodMatrix.find("distill", "logits").orElseThrow().teacher())
        .isEqualTo(Teacher.SAME_VOCABULARY);
    assertThat(MethodMatrix.find("distill", "sequence").orElseThrow().teacher())
        .isEqualTo(Teacher.ANY);
    assertThat(MethodMatrix.find("distill", "self").orElseThrow().teacher())
        .isEqualTo(Teacher.NONE);
    assertThat(MethodMatrix.find("distill", "features")).isEqualTo(MethodMatrix.find("distill"));
  }

  @Test
  void countsTheModelsInMemory() {
    assertThat(row("ppo").resident()).isEqualTo(new Resident(2, 4, true));
    assertThat(row("dpo").resident()).isEqualTo(new Resident(1, 2, false));
    assertThat(row("orpo").resident()).isEqualTo(new Resident(1, 1, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"orpo", "grpo", "rlvr", "full"})
  void letsSomeStartFromABaseModel(String word) {
    assertThat(row(word).startsFromBase()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dpo", "kto", "ppo", "simpo", "bradley-terry"})
  void letsOthersStartFromAFineTune(String word) {
    assertThat(row(word).startsFromBase()).isFalse();
  }

  private static MethodRequirement row(String word) {
    return MethodMatrix.find(word).orElseThrow();
  }
}
