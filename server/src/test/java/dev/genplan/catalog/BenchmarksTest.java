package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchmarksTest {

  @ParameterizedTest
  @CsvSource({
    "gsm8k,                             gsm8k",
    "hf://openai/gsm8k,                 gsm8k",
    "hf://truthfulqa/truthful_qa,       truthfulqa",
    "hf://openai/openai_humaneval,      humaneval",
    "TIGER-Lab/MMLU-Pro,                mmlu-pro",
    "hf://knkarthick/dialogsum,         dialogsum"
  })
  void areFoundByNameOrAddress(String name, String expected) {
    assertThat(Benchmarks.find(name)).map(Benchmark::name).contains(expected);
  }

  @Test
  void areNotFoundByOtherNames() {
    assertThat(Benchmarks.find("s3://acme/tickets")).isEmpty();
    assertThat(Benchmarks.find("")).isEmpty();
  }

  @Test
  void haveNamesOfTheirOwn() {
    assertThat(Benchmarks.all()).extracting(Benchmark::name).doesNotHaveDuplicates();
  }

  @Test
  void knowWhenTheyWerePublished() {
    assertThat(benchmark("mmlu").released()).isEqualTo(LocalDate.of(2020, 9, 1));
    assertThat(benchmark("gpqa").released()).isEqualTo(LocalDate.of(2023, 11, 1));
  }

  @Test
  void knowTheirNoiseWhereItWasMeasured() {
    assertThat(benchmark("ifeval").noise()).hasValue(0.88);
    assertThat(benchmark("gsm8k").noise()).isEmpty();
  }

  private static Benchmark benchmark(String name) {
    return Benchmarks.find(name).orElseThrow();
  }
}
