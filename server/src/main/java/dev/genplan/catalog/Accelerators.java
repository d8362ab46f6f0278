package dev.genplan.catalog;

import static dev.genplan.catalog.Generation.ADA;
import static dev.genplan.catalog.Generation.AMPERE;
import static dev.genplan.catalog.Generation.ASCEND;
import static dev.genplan.catalog.Generation.BLACKWELL;
import static dev.genplan.catalog.Generation.CDNA3;
import static dev.genplan.catalog.Generation.CDNA4;
import static dev.genplan.catalog.Generation.GAUDI;
import static dev.genplan.catalog.Generation.HOPPER;
import static dev.genplan.catalog.Generation.TPU;
import static dev.genplan.catalog.Generation.TRAINIUM;
import static dev.genplan.catalog.Generation.TURING;
import static dev.genplan.catalog.Generation.VOLTA;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The accelerators a plan can name. Peaks, memory and bandwidth are those of stas00/ml-engineering,
 * compute/accelerator and network, at 744d01e, where it has the device, else of the vendor's data
 * sheet. A figure that neither has is absent.
 *
 * <p>What a name leaves open: the V100 is taken with 32 GB, the H100 and H200 as SXM modules, a
 * GB200 and a TPU as one chip. Peaks are those without sparsity, of GeForce cards with 32-bit sums.
 * Grades of the Ascend 910B differ and sources disagree, so that it has no figures.
 */
public final class Accelerators {

  private static final String TABLE = "stas00/ml-engineering@744d01e compute/accelerator";

  private static final List<Accelerator> ALL =
      List.of(
          new Entry("V100", "NVIDIA", VOLTA)
              .memory(32, 0.9)
              .peak("fp16", 125)
              .lacks("bf16", "tf32", "fp8", "fp4")
              .link("nvlink", 300)
              .power(300)
              .from(Source.of("NVIDIA V100 data sheet, SXM2 32 GB")),
          new Entry("T4", "NVIDIA", TURING)
              .memory(16, 0.32)
              .peak("fp16", 65)
              .peak("int8", 130)
              .peak("int4", 260)
              .lacks("bf16", "tf32", "fp8", "fp4")
              .link("pcie", 32)
              .power(70)
              .from(Source.of("NVIDIA T4 data sheet")),
          new Entry("A10G", "NVIDIA", AMPERE)
              .memory(24, 0.6)
              .peak("bf16", 70)
              .peak("fp16", 70)
              .peak("int8", 140)
              .lacks("fp8", "fp4")
              .link("pcie", 64)
              .power(300)
              .from(Source.of("NVIDIA A10G data sheet")),
          new Entry("A100-40GB", "NVIDIA", AMPERE)
              .memory(40, 1.555)
              .half(312)
              .peak("tf32", 156)
              .peak("int8", 624)
              .lacks("fp8", "fp4")
              .link("nvlink", 600)
              .power(400)
              .from(Source.of(TABLE + "; NVIDIA A100 data sheet, SXM4 40 GB")),
          new Entry("A100-80GB", "NVIDIA", AMPERE)
              .memory(80, 2.0)
              .half(312)
              .peak("tf32", 156)
              .peak("int8", 624)
              .lacks("fp8", "fp4")
              .link("nvlink", 600)
              .power(400)
              .from(Source.of(TABLE + ", A100 SXM")),
          new Entry("A800", "NVIDIA", AMPERE)
              .memory(80, 2.0)
              .half(312)
              .peak("tf32", 156)
              .peak("int8", 624)
              .lacks("fp8", "fp4")
              .link("nvlink", 400)
              .power(400)
              .from(Source.of("NVIDIA A800 data sheet, SXM4 80 GB")),
          new Entry("L4", "NVIDIA", ADA)
              .memory(24, 0.3)
              .half(121)
              .peak("fp8", 242)
              .peak("int8", 242)
              .lacks("fp4")
              .link("pcie", 64)
              .power(72)
              .from(Source.of("NVIDIA L4 data sheet")),
          new Entry("L40S", "NVIDIA", ADA)
              .memory(48, 0.864)
              .half(362)
              .peak("tf32", 183)
              .peak("fp8", 733)
              .peak("int8", 733)
              .lacks("fp4")
              .link("pcie", 64)
              .power(350)
              .from(Source.of(TABLE)),
          new Entry("H20", "NVIDIA", HOPPER)
              .memory(96, 4.0)
              .half(148)
              .peak("fp8", 296)
              .peak("int8", 296)
              .lacks("fp4")
              .link("nvlink", 900)
              .power(400)
              .from(Source.of("NVIDIA H20 data sheet")),
          new Entry("H100-80GB", "NVIDIA", HOPPER)
              .memory(80, 3.35)
              .half(989)
              .peak("tf32", 494.5)
              .peak("fp8", 1979)
              .peak("int8", 1979)
              .lacks("fp4")
              .link("nvlink", 900)
              .power(700)
              .from(Source.of(TABLE + ", H100 SXM")),
          new Entry("H800", "NVIDIA", HOPPER)
              .memory(80, 3.35)
              .half(989)
              .peak("tf32", 494.5)
              .peak("fp8", 1979)
              .peak("int8", 1979)
              .lacks("fp4")
              .link("nvlink", 400)
              .power(700)
              .from(Source.of("NVIDIA H800 data sheet, SXM5")),
          new Entry("H200", "NVIDIA", HOPPER)
              .memory(141, 4.8)
              .half(989)
              .peak("tf32", 494.5)
              .peak("fp8", 1979)
              .peak("int8", 1979)
              .lacks("fp4")
              .link("nvlink", 900)
              .power(700)
              .from(Source.of(TABLE + ", H200 SXM")),
          new Entry("B200", "NVIDIA", BLACKWELL)
              .memory(180, 8.0)
              .half(2250)
              .peak("tf32", 1125)
              .peak("fp8", 4500)
              .peak("int8", 4500)
              .peak("fp4", 9000)
              .link("nvlink", 1800)
              .power(1000)
              .from(Source.of(TABLE + ", B200 SXM")),
          new Entry("GB200", "NVIDIA", BLACKWELL)
              .memory(186, 8.0)
              .half(2500)
              .peak("tf32", 1250)
              .peak("fp8", 5000)
              .peak("int8", 5000)
              .peak("fp4", 10000)
              .link("nvl72", 1800)
              .from(Source.of(TABLE + ", GB200 SXM")),
          new Entry("B300", "NVIDIA", BLACKWELL)
              .memory(288, 8.0)
              .half(2250)
              .peak("tf32", 1125)
              .peak("fp8", 4500)
              .peak("fp4", 12600)
              .link("nvlink", 1800)
              .from(Source.of(TABLE + ", B300 SXM")),
          new Entry("RTX-3090", "NVIDIA", AMPERE)
              .memory(24, 0.936)
              .half(71)
              .peak("int8", 284)
              .lacks("fp8", "fp4")
              .link("pcie", 64)
              .power(350)
              .from(Source.of("NVIDIA Ampere GA102 white paper, table 2")),
          new Entry("RTX-4090", "NVIDIA", ADA)
              .memory(24, 1.008)
              .half(165)
              .peak("fp8", 330)
              .peak("int8", 661)
              .lacks("fp4")
              .link("pcie", 64)
              .power(450)
              .from(Source.of("NVIDIA Ada AD102 white paper, table 2")),
          new Entry("MI300X", "AMD", CDNA3)
              .memory(192, 5.3)
              .half(1300)
              .peak("tf32", 653.7)
              .peak("fp8", 2610)
              .peak("int8", 2600)
              .lacks("fp4")
              .power(750)
              .from(Source.of(TABLE)),
          new Entry("MI325X", "AMD", CDNA3)
              .memory(256, 6.0)
              .half(1300)
              .peak("tf32", 653.7)
              .peak("fp8", 2610)
              .peak("int8", 2600)
              .lacks("fp4")
              .power(1000)
              .from(Source.of(TABLE)),
          new Entry("MI355X", "AMD", CDNA4)
              .memory(288, 8.0)
              .half(2500)
              .peak("fp8", 5000)
              .peak("int8", 5000)
              .peak("fp4", 10100)
              .power(1400)
              .from(Source.of(TABLE)),
          new Entry("Gaudi2", "Intel", GAUDI)
              .memory(96, 2.46)
              .peak("bf16", 432)
              .peak("fp8", 865)
              .lacks("fp4")
              .link("roce", 600)
              .power(600)
              .from(Source.of(TABLE)),
          new Entry("Gaudi3", "Intel", GAUDI)
              .memory(128, 3.7)
              .peak("bf16", 1677)
              .peak("fp8", 1677)
              .peak("fp16", 459)
              .peak("tf32", 459)
              .lacks("fp4")
              .link("roce", 1200)
              .power(900)
              .from(Source.of(TABLE)),
          new Entry("Trainium2", "AWS", TRAINIUM)
              .memory(96, 2.9)
              .half(667)
              .peak("tf32", 667)
              .peak("fp8", 1299)
              .lacks("int8", "fp4")
              .from(Source.of(TABLE)),
          new Entry("TPU-v3", "Google", TPU)
              .memory(32, 0.9)
              .peak("bf16", 123)
              .lacks("fp16", "fp8", "int8", "fp4")
              .link("ici")
              .from(Source.of("Google Cloud TPU v3 documentation")),
          new Entry("TPU-v4", "Google", TPU)
              .memory(32, 1.2)
              .peak("bf16", 275)
              .peak("int8", 275)
              .lacks("fp16", "fp8", "fp4")
              .link("ici")
              .from(Source.of(TABLE)),
          new Entry("TPU-v5e", "Google", TPU)
              .memory(16, 0.82)
              .peak("bf16", 197)
              .peak("int8", 394)
              .lacks("fp16", "fp8", "fp4")
              .link("ici")
              .from(Source.of(TABLE)),
          new Entry("TPU-v5p", "Google", TPU)
              .memory(95, 2.76)
              .peak("bf16", 459)
              .peak("int8", 918)
              .lacks("fp16", "fp8", "fp4")
              .link("ici")
              .from(Source.of(TABLE)),
          new Entry("TPU-v6e", "Google", TPU)
              .memory(32, 1.64)
              .half(918)
              .peak("fp8", 918)
              .peak("int8", 1836)
              .lacks("fp4")
              .link("ici")
              .from(Source.of(TABLE)),
          new Entry("Ascend-910B", "Huawei", ASCEND)
              .lacks("fp8", "fp4")
              .link("hccs")
              .from(Source.of("Huawei Ascend community, Atlas 800T A2")));

  private static final Map<String, Accelerator> BY_NAME = byName();

  private Accelerators() {}

  /** All of them, by vendor and generation. */
  public static List<Accelerator> all() {
    return ALL;
  }

  /**
   * The accelerator of that name.
   *
   * @param name in any case
   */
  public static Optional<Accelerator> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
  }

  private static Map<String, Accelerator> byName() {
    Map<String, Accelerator> map = new HashMap<>();
    for (Accelerator accelerator : ALL) {
      map.put(accelerator.name().toLowerCase(Locale.ROOT), accelerator);
    }
    return Map.copyOf(map);
  }

  private static final class Entry {
    private final String name;
    private final String vendor;
    private final Generation generation;
    private OptionalLong memory = OptionalLong.empty();
    private OptionalDouble bandwidth = OptionalDouble.empty();
    private final Map<String, Double> peaks = new LinkedHashMap<>();
    private Set<String> lacks = Set.of();
    private Optional<String> interconnect = Optional.empty();
    private OptionalDouble interconnectBandwidth = OptionalDouble.empty();
    private OptionalInt power = OptionalInt.empty();

    Entry(String name, String vendor, Generation generation) {
      this.name = name;
      this.vendor = vendor;
      this.generation = generation;
    }

    Entry memory(int gigabytes, double terabytesPerSecond) {
      memory = OptionalLong.of(gigabytes * 1_000_000_000L);
      bandwidth = OptionalDouble.of(terabytesPerSecond * 1e12);
      return this;
    }

    Entry half(double teraflops) {
      return peak("bf16", teraflops).peak("fp16", teraflops);
    }

    Entry peak(String precision, double teraflops) {
      peaks.put(precision, teraflops * 1e12);
      return this;
    }

    Entry lacks(String... precisions) {
      lacks = Set.of(precisions);
      return this;
    }

    Entry link(String word) {
      interconnect = Optional.of(word);
      return this;
    }

    Entry link(String word, double gigabytesPerSecond) {
      interconnectBandwidth = OptionalDouble.of(gigabytesPerSecond * 1e9);
      return link(word);
    }

    Entry power(int watts) {
      power = OptionalInt.of(watts);
      return this;
    }

    Accelerator from(Source source) {
      return new Accelerator(
          name,
          vendor,
          generation,
          memory,
          bandwidth,
          peaks,
          lacks,
          interconnect,
          interconnectBandwidth,
          power,
          source);
    }
  }
}
