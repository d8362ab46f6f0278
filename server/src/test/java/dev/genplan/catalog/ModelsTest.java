package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Qwen/Qwen3-8B",
        "qwen/qwen3-8b",
        "Qwen3-8B",
        "meta-llama/Meta-Llama-3.1-8B",
        "llama-3.1-8b",
        "LLaMA-7B",
        "Llama-2-7b-chat",
        "gpt-4"
      })
  void areFoundByTheirNames(String name) {
    assertThat(Models.find(name)).isPresent();
  }

  @Test
  void areNotFoundByOtherNames() {
    assertThat(Models.find("acme/house-model")).isEmpty();
    assertThat(Models.find("")).isEmpty();
  }

  @Test
  void haveIdsOfTheirOwn() {
    assertThat(Models.all())
        .extracting(card -> card.id().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "google/flan-t5-base,           0.248",
    "huggyllama/llama-7b,           6.7",
    "huggyllama/llama-65b,          65.2",
    "meta-llama/Llama-2-70b-hf,     69.0",
    "meta-llama/Llama-3.1-8B,       8.03",
    "meta-llama/Llama-3.1-405B,     405.85",
    "mistralai/Mistral-7B-v0.1,     7.24",
    "mistralai/Mixtral-8x22B-v0.1,  140.6",
    "Qwen/Qwen3-8B,                 8.2",
    "Qwen/Qwen2.5-7B,               7.61",
    "HuggingFaceTB/SmolLM3-3B,      3.08",
    "allenai/OLMo-2-0425-1B,        1.48",
    "allenai/OLMo-2-1124-7B,        7.30",
    "EleutherAI/pythia-12b,         11.85",
    "bigcode/starcoder,             15.5",
    "deepseek-ai/DeepSeek-R1,       671",
    "google/gemma-2-9b,             9.24",
    "microsoft/phi-2,               2.78",
    "BAAI/bge-m3,                   0.568"
  })
  void haveTheParametersTheirMakersPublish(String id, double billions) {
    assertThat(card(id).parameters().orElseThrow() / 1e9)
        .isCloseTo(billions, within(billions / 100));
  }

  @Test
  void useAllTheyHoldUnlessTheyAreMixtures() {
    assertThat(Models.all())
        .filteredOn(card -> !card.activeParameters().equals(card.parameters()))
        .extracting(ModelCard::id)
        .containsExactly("mistralai/Mixtral-8x22B-v0.1", "deepseek-ai/DeepSeek-R1");
    assertThat(card("mistralai/Mixtral-8x22B-v0.1").activeParameters().orElseThrow() / 1e9)
        .isCloseTo(39, within(0.5));
  }

  @Test
  void haveShapesInWhichHeadsShareKeysEvenly() {
    assertThat(Models.all().stream().flatMap(card -> card.architecture().stream()))
        .allSatisfy(
            shape -> {
              assertThat(shape.heads() % shape.kvHeads()).isZero();
              assertThat(shape.attention().equals("mha") || shape.attention().equals("mla"))
                  .isEqualTo(shape.heads() == shape.kvHeads());
            });
  }

  @Test
  void saySoWhenTheirVocabularyIsTheSame() {
    assertThat(card("allenai/OLMo-2-0425-1B").vocabulary())
        .isEqualTo(card("allenai/OLMo-2-1124-7B").vocabulary());
    assertThat(card("meta-llama/Llama-2-7b-hf").vocabulary())
        .isEqualTo(card("huggyllama/llama-7b").vocabulary())
        .isNotEqualTo(card("meta-llama/Llama-3.1-8B").vocabulary());
  }

  @Test
  void knowWhenTheirDataEndsIfThatIsPublished() {
    assertThat(card("meta-llama/Llama-2-7b-hf").cutoff()).contains(LocalDate.of(2022, 9, 30));
    assertThat(card("meta-llama/Llama-3.1-70B").cutoff()).contains(LocalDate.of(2023, 12, 31));
    assertThat(card("Qwen/Qwen3-8B").cutoff()).isEmpty();
    assertThat(Models.all())
        .filteredOn(card -> card.cutoff().isPresent())
        .allSatisfy(
            card ->
                assertThat(card.cutoff().orElseThrow()).isBefore(card.released().orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "text-davinci-003,         NOT_COMPETING",
    "meta-llama/Llama-2-7b-hf, OWN_FAMILY",
    "meta-llama/Llama-3.1-8B,  NAMING",
    "google/gemma-2-9b,        SAME_TERMS",
    "deepseek-ai/DeepSeek-R1,  ALLOWED",
    "huggyllama/llama-7b,      UNKNOWN"
  })
  void sayWhetherOthersMayBeTrainedOnWhatTheyWrite(String id, TrainingOnOutputs expected) {
    assertThat(card(id).trainingOnOutputs()).isEqualTo(expected);
  }

  @Test
  void carryTheirLicenseEvenIfTheHubHasNoIdentifierForIt() {
    License license = card("huggyllama/llama-7b").license();

    assertThat(license.id()).isEqualTo("other");
    assertThat(license.nonCommercial()).isTrue();
    assertThat(Licenses.find("other").orElseThrow().nonCommercial()).isFalse();
  }

  @Test
  void thatOnlyEmbedHaveNoVariant() {
    assertThat(card("BAAI/bge-m3").role()).isEqualTo("embedder");
    assertThat(Models.all())
        .allSatisfy(
            card ->
                assertThat(card.variant().isEmpty())
                    .as(card.id())
                    .isEqualTo(card.role().equals("embedder")));
  }

  private static ModelCard card(String id) {
    return Models.find(id).orElseThrow();
  }
}
