package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.schema.Kind;
import dev.genplan.schema.Schema;
import dev.genplan.text.Language;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MethodNeedsTest {

  @ParameterizedTest
  @CsvSource({
    "lora, data",
    "ppo, prompts reward|verifier|judge",
    "grpo, prompts reward|verifier|judge answers",
    "rlvr, prompts verifier",
    "rlaif, prompts reward|judge principles",
    "constitutional, prompts judge principles",
    "dpo, data",
    "kto, data",
    "rejection-sampling, prompts reward|verifier|judge",
    "distill, data (teacher)"
  })
  void saysWhatToWrite(String word, String expected) {
    String members =
        MethodNeeds.members(MethodMatrix.find(word).orElseThrow()).stream()
            .map(MethodNeedsTest::written)
            .collect(Collectors.joining(" "));
    assertThat(members).isEqualTo(expected);
  }

  private static String written(MethodNeeds.Member member) {
    String names = String.join("|", member.names());
    return member.ofMethod() ? "(" + names + ")" : names;
  }

  @Test
  void everyPropertyIsOneOfTheStage() {
    for (MethodRequirement row : MethodMatrix.all()) {
      String kind =
          switch (row.family()) {
            case SUPERVISED, SOFT_PROMPT -> "finetune";
            case REWARD_MODELING -> "reward";
            case DISTILLATION -> "optimize";
            default -> "align";
          };
      List<String> known =
          Schema.kind(kind).map(Kind::body).orElseThrow().properties().stream()
              .map(property -> property.name())
              .toList();
      for (MethodNeeds.Member member : MethodNeeds.members(row)) {
        if (!member.ofMethod()) {
          assertThat(known).as(kind).containsAll(member.names());
        }
      }
    }
  }

  @Test
  void saysItInSentences() {
    assertThat(MethodNeeds.describe(MethodMatrix.find("grpo").orElseThrow(), Language.ENGLISH))
        .isEqualTo(
            "Needs `prompts` that it answers while it trains; a score for each answer: `reward` or"
                + " `verifier` or `judge`; a reference policy where KL > 0; at least 2 answers to"
                + " each prompt. Usually starts from a supervised fine-tune or a base model. Models"
                + " in memory while it trains: 1–3 and a rollout engine.");
    assertThat(MethodNeeds.describe(MethodMatrix.find("dpo").orElseThrow(), Language.CHINESE))
        .isEqualTo("需要`data`：比较对；参考策略。通常从监督微调后的模型开始。训练时驻留的模型数：1–2。");
  }
}
