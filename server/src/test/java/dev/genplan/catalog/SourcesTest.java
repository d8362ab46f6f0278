package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every fact that can age says where it is from and when it was last looked up. */
class SourcesTest {

  private static final List<Source> SOURCES =
      Stream.of(
              Models.all().stream().map(ModelCard::source),
              Licenses.all().stream().map(License::source),
              Accelerators.all().stream().map(Accelerator::source),
              Engines.all().stream().map(Engine::source),
              Formats.all().stream().map(Format::source),
              Benchmarks.all().stream().map(Benchmark::source),
              MethodMatrix.all().stream().map(MethodRequirement::source))
          .flatMap(sources -> sources)
          .toList();

  @Test
  void areNamed() {
    assertThat(SOURCES).allSatisfy(source -> assertThat(source.text()).isNotBlank());
  }

  @Test
  void wereLookedUpOnADay() {
    assertThat(SOURCES)
        .allSatisfy(
            source -> assertThat(source.asOf()).isAfterOrEqualTo(LocalDate.of(2026, 11, 23)));
  }
}
