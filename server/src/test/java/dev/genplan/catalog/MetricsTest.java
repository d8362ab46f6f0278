package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.catalog.Metric.Category;
import dev.genplan.catalog.Metric.Direction;
import dev.genplan.catalog.Metric.Scale;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

  @ParameterizedTest
  @CsvSource({
    "rougeL,        rougeL",
    "rouge-l,       rougeL",
    "ROUGE_L,       rougeL",
    "ppl,           perplexity",
    "exact_match,   exact-match",
    "em,            exact-match",
    "faithfulness,  groundedness",
    "ttft,          first-token",
    "pass@10,       pass@k",
    "recall@5,      recall@k",
    "recall,        recall",
    "ndcg,          ndcg@k"
  })
  void areFoundByTheirNames(String name, String expected) {
    assertThat(Metrics.find(name)).map(Metric::name).contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"vibes", "pass@", "pass@0", "accuracy@5", "truthfulqa", "''"})
  void areNotFoundByOtherNames(String name) {
    assertThat(Metrics.find(name)).isEmpty();
  }

  @Test
  void canHaveANumber() {
    assertThat(Metrics.parameter("pass@10")).hasValue(10);
    assertThat(Metrics.parameter("pass@k")).isEmpty();
    assertThat(Metrics.parameter("accuracy")).isEmpty();
    assertThat(Metrics.parameter("pass@99999999999")).isEmpty();
  }

  @Test
  void haveNamesOfTheirOwn() {
    Set<String> names = new HashSet<>();
    for (Metric metric : Metrics.all()) {
      assertThat(names.add(plain(metric.name()))).as(metric.name()).isTrue();
    }
    for (Metric metric : Metrics.all()) {
      for (String alias : metric.aliases()) {
        assertThat(Metrics.find(alias)).as(alias).contains(metric);
      }
    }
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  @Test
  void areExplainedInBothLanguages() {
    assertThat(Metrics.all())
        .allSatisfy(
            metric -> {
              assertThat(metric.title().en()).isNotBlank();
              assertThat(metric.title().zh()).isNotBlank();
              assertThat(metric.doc().en()).isNotBlank().doesNotEndWith(".");
              assertThat(metric.doc().zh()).containsPattern("\\p{IsHan}").doesNotEndWith("。");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "accuracy,      HIGHER, SHARE,    0, 1",
    "mcc,           HIGHER, NUMBER,  -1, 1",
    "bleu,          HIGHER, NUMBER,   0, 100",
    "ter,           LOWER,  NUMBER,   0, Infinity",
    "perplexity,    LOWER,  NUMBER,   1, Infinity",
    "judge-score,   HIGHER, NUMBER,   1, 10",
    "toxicity,      LOWER,  SHARE,    0, 1",
    "refusal-rate,  HIGHER, SHARE,    0, 1",
    "over-refusal,  LOWER,  SHARE,    0, 1",
    "hallucination, LOWER,  SHARE,    0, 1",
    "agent-steps,   LOWER,  NUMBER,   0, Infinity",
    "latency,       LOWER,  QUANTITY, 0, Infinity",
    "errors,        LOWER,  SHARE,    0, 1",
    "throughput,    HIGHER, QUANTITY, 0, Infinity"
  })
  void haveADirectionAndARange(
      String name, Direction direction, Scale scale, double min, double max) {
    Metric metric = metric(name);

    assertThat(metric.direction()).isEqualTo(direction);
    assertThat(metric.range().scale()).isEqualTo(scale);
    assertThat(metric.range().min()).isEqualTo(min);
    assertThat(metric.range().max()).isEqualTo(max);
  }

  @Test
  void measureSomethingWhenTheyAreQuantities() {
    assertThat(Metrics.all())
        .allSatisfy(
            metric ->
                assertThat(metric.range().measures().isEmpty())
                    .as(metric.name())
                    .isEqualTo(metric.range().scale() != Scale.QUANTITY));
  }

  @ParameterizedTest
  @CsvSource({
    "rougeL,           SIMILARITY, false",
    "win-rate,         JUDGMENT,   true",
    "human-acceptance, ACCEPTANCE, true",
    "toxicity,         SAFETY,     false",
    "mrr,              RETRIEVAL,  false",
    "task-success,     AGENT,      false",
    "pass@1,           EXECUTION,  false",
    "reward,           REWARD,     false"
  })
  void saySomethingAboutHowTheyAreObtained(String name, Category category, boolean judged) {
    assertThat(metric(name).category()).isEqualTo(category);
    assertThat(metric(name).judged()).isEqualTo(judged);
  }

  @Test
  void suitTheirTasks() {
    assertThat(metric("rougeL").tasks()).containsExactly("summarization");
    assertThat(metric("bleu").tasks()).containsExactly("translation");
    assertThat(metric("toxicity").tasks()).isEmpty();
    assertThat(metric("pass@10").parametric()).isTrue();
    assertThat(metric("mrr").parametric()).isFalse();
  }

  private static Metric metric(String name) {
    return Metrics.find(name).orElseThrow();
  }
}
