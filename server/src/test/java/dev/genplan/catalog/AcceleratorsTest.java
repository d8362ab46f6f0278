package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceleratorsTest {

  private static final long GB = 1_000_000_000;

  @Test
  void areThoseAPlanCanName() {
    assertThat(Accelerators.all())
        .extracting(Accelerator::name)
        .containsExactlyInAnyOrder(
            "V100",
            "T4",
            "A10G",
            "A100-40GB",
            "A100-80GB",
            "A800",
            "L4",
            "L40S",
            "H20",
            "H100-80GB",
            "H800",
            "H200",
            "B200",
            "GB200",
            "B300",
            "RTX-3090",
            "RTX-4090",
            "MI300X",
            "MI325X",
            "MI355X",
            "Gaudi2",
            "Gaudi3",
            "Trainium2",
            "TPU-v3",
            "TPU-v4",
            "TPU-v5e",
            "TPU-v5p",
            "TPU-v6e",
            "Ascend-910B");
    assertThat(Accelerators.find("none")).isEmpty();
  }

  @Test
  void areFoundInAnyCase() {
    assertThat(Accelerators.find("h100-80gb")).isPresent();
    assertThat(Accelerators.all())
        .extracting(accelerator -> accelerator.name().toLowerCase(Locale.ROOT))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "A100-80GB, 80,  2.0,  312",
    "A100-40GB, 40,  1.555, 312",
    "L4,        24,  0.3,  121",
    "L40S,      48,  0.864, 362",
    "H100-80GB, 80,  3.35, 989",
    "H200,      141, 4.8,  989",
    "B200,      180, 8.0,  2250",
    "MI300X,    192, 5.3,  1300",
    "Gaudi2,    96,  2.46, 432",
    "TPU-v5p,   95,  2.76, 459"
  })
  void haveTheFiguresOfTheirVendor(
      String name, long gigabytes, double terabytesPerSecond, double bf16Teraflops) {
    Accelerator accelerator = accelerator(name);

    assertThat(accelerator.memory()).hasValue(gigabytes * 1_000_000_000);
    assertThat(accelerator.bandwidth()).hasValue(terabytesPerSecond * 1e12);
    assertThat(accelerator.peak("bf16")).hasValue(bf16Teraflops * 1e12);
  }

  @Test
  void cannotHoldMoreThanTheirGigabytesReadAsGibibytes() {
    assertThat(accelerator("H100-80GB").memoryAtMost()).hasValue(80L << 30);
    assertThat(accelerator("Ascend-910B").memoryAtMost()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"V100, 300", "A100-80GB, 600", "A800, 400", "H100-80GB, 900", "B200, 1800"})
  void areLinkedAsTheDataSheetSays(String name, double gigabytesPerSecond) {
    assertThat(accelerator(name).interconnect()).contains("nvlink");
    assertThat(accelerator(name).interconnectBandwidth()).hasValue(gigabytesPerSecond * 1e9);
  }

  @ParameterizedTest
  @CsvSource({
    "V100,        bf16, NO",
    "V100,        fp16, YES",
    "T4,          bf16, NO",
    "A100-80GB,   fp8,  NO",
    "A100-80GB,   bf16, YES",
    "H100-80GB,   fp8,  YES",
    "H100-80GB,   fp4,  NO",
    "B200,        fp4,  YES",
    "TPU-v4,      fp16, NO",
    "Gaudi2,      int8, UNKNOWN",
    "Ascend-910B, bf16, UNKNOWN"
  })
  void sayInWhichFormatsTheyCompute(String name, String precision, Support expected) {
    assertThat(accelerator(name).supports(precision)).isEqualTo(expected);
  }

  @Test
  void doNotLackWhatTheyHaveAPeakFor() {
    assertThat(Accelerators.all())
        .allSatisfy(
            accelerator ->
                assertThat(accelerator.lacks()).noneMatch(accelerator.peaks()::containsKey));
  }

  @Test
  void haveFiguresOfAPlausibleSize() {
    List<Accelerator> known =
        Accelerators.all().stream().filter(device -> device.memory().isPresent()).toList();

    assertThat(known)
        .hasSize(Accelerators.all().size() - 1)
        .allSatisfy(
            device -> {
              assertThat(device.memory().orElseThrow()).isBetween(16L * GB, 288L * GB);
              assertThat(device.bandwidth().orElseThrow()).isBetween(0.3e12, 8e12);
              assertThat(device.peaks().values()).allMatch(peak -> peak >= 65e12 && peak < 2e16);
            });
  }

  private static Accelerator accelerator(String name) {
    return Accelerators.find(name).orElseThrow();
  }
}
