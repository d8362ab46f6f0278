package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.genplan.catalog.Format.Calibration;
import dev.genplan.catalog.Format.Kind;
import dev.genplan.catalog.Format.Training;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(Formats.all()).extracting(Format::name).doesNotHaveDuplicates();
    assertThat(Formats.find("Q4_K_M")).isPresent();
    assertThat(Formats.find("q4_k_m")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fp8,     8.0",
    "int4,    4.16",
    "gptq,    4.16",
    "nf4,     4.127",
    "mxfp4,   4.25",
    "nvfp4,   4.5",
    "Q2_K,    3.16",
    "Q4_K_M,  4.89",
    "Q6_K,    6.56",
    "Q8_0,    8.50",
    "IQ1_S,   2.00",
    "IQ4_XS,  4.46"
  })
  void takeSoManyBitsAWeight(String name, double bits) {
    assertThat(format(name).bits().orElseThrow()).isCloseTo(bits, within(0.005));
  }

  @Test
  void takeMoreBitsInSmallerGroups() {
    assertThat(Formats.groupedBits(4, 64)).isCloseTo(4.31, within(0.005));
    assertThat(Formats.groupedBits(4, 32)).isCloseTo(4.63, within(0.006));
  }

  @Test
  void ofLlamaCppAllHaveTheirBits() {
    assertThat(Formats.all())
        .filteredOn(format -> format.kind() == Kind.GGUF)
        .hasSize(27)
        .allSatisfy(format -> assertThat(format.bits()).isPresent());
  }

  @ParameterizedTest
  @CsvSource({
    "awq,    VOLTA,     NO",
    "awq,    TURING,    YES",
    "awq,    CDNA3,     NO",
    "gptq,   VOLTA,     YES",
    "fp8,    VOLTA,     NO",
    "fp8,    AMPERE,    LIMITED",
    "fp8,    ADA,       YES",
    "fp8,    CDNA3,     YES",
    "int8,   TPU,       YES",
    "nf4,    CDNA3,     NO",
    "nvfp4,  HOPPER,    LIMITED",
    "nvfp4,  BLACKWELL, YES",
    "Q4_K_M, AMPERE,    YES",
    "hqq,    HOPPER,    UNKNOWN"
  })
  void runOnTheHardwareTheirKernelsAreFor(String name, Generation generation, Support expected) {
    assertThat(format(name).runsOn(generation)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gguf,        llama-cpp, YES",
    "Q4_K_M,      ollama,    YES",
    "Q4_K_M,      vllm,      LIMITED",
    "gguf,        lmdeploy,  NO",
    "exl2,        vllm,      NO",
    "exl2,        tgi,       YES",
    "mlx,         vllm,      NO",
    "safetensors, vllm,      YES",
    "safetensors, llama-cpp, NO",
    "awq,         mindie,    UNKNOWN"
  })
  void areLoadedByTheEnginesThatKnowThem(String name, String engine, Support expected) {
    assertThat(format(name).loadedBy(engine)).isEqualTo(expected);
  }

  @Test
  void nameOnlyEnginesThatExist() {
    Set<String> engines = Engines.all().stream().map(Engine::name).collect(Collectors.toSet());

    assertThat(Formats.all())
        .allSatisfy(format -> assertThat(engines).containsAll(format.engines().keySet()));
  }

  @ParameterizedTest
  @CsvSource({
    "safetensors, FULL",
    "mlx,         FULL",
    "nf4,         ADAPTER",
    "gptq,        ADAPTER",
    "gguf,        NONE",
    "tensorrt,    NONE",
    "coreml,      NONE"
  })
  void sayWhatCanBeTrainedOnThem(String name, Training expected) {
    assertThat(format(name).training()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "gptq,        REQUIRED",
    "awq,         REQUIRED",
    "smoothquant, REQUIRED",
    "fp8,         OPTIONAL",
    "nf4,         NONE",
    "hqq,         NONE",
    "Q4_K_M,      OPTIONAL"
  })
  void sayWhetherMakingThemNeedsData(String name, Calibration expected) {
    assertThat(format(name).calibration()).isEqualTo(expected);
  }

  @Test
  void canRunCodeOnlyAsPickle() {
    assertThat(Formats.all())
        .filteredOn(Format::executable)
        .extracting(Format::name)
        .containsExactly("pickle");
  }

  @Test
  void areQuantizedUnlessTheyAreOnlyFiles() {
    assertThat(format("gguf").quantized()).isFalse();
    assertThat(format("Q8_0").quantized()).isTrue();
    assertThat(format("fp8").quantized()).isTrue();
  }

  @Test
  void meetEnginesThatLimitTheRankOfAdapters() {
    assertThat(Engines.find("vllm").orElseThrow().maxRank()).hasValue(16);
    assertThat(Engines.find("llama-cpp").orElseThrow().maxRank()).isEmpty();
    assertThat(Engines.find("acme")).isEmpty();
  }

  private static Format format(String name) {
    return Formats.find(name).orElseThrow();
  }
}
