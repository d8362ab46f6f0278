package dev.genplan.catalog;

import static dev.genplan.catalog.Generation.ADA;
import static dev.genplan.catalog.Generation.AMPERE;
import static dev.genplan.catalog.Generation.BLACKWELL;
import static dev.genplan.catalog.Generation.CDNA3;
import static dev.genplan.catalog.Generation.CDNA4;
import static dev.genplan.catalog.Generation.GAUDI;
import static dev.genplan.catalog.Generation.HOPPER;
import static dev.genplan.catalog.Generation.TPU;
import static dev.genplan.catalog.Generation.TURING;
import static dev.genplan.catalog.Generation.VOLTA;
import static dev.genplan.catalog.Support.LIMITED;
import static dev.genplan.catalog.Support.NO;
import static dev.genplan.catalog.Support.YES;

import dev.genplan.catalog.Format.Calibration;
import dev.genplan.catalog.Format.Kind;
import dev.genplan.catalog.Format.Training;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The formats and quantization schemes a plan can name.
 *
 * <p>What runs on which hardware is vLLM's table (docs/features/quantization/README.md at 50feac9,
 * and at 0328802 for Gaudi and TPU), with its pages on single formats where they say more: below
 * Ada, FP8 is held in memory only; Blackwell has no INT8 kernels but those of bitsandbytes; FP4 is
 * unpacked before Blackwell.
 *
 * <p>Bits of llama.cpp's types were measured on Llama-3.1-8B (tools/quantize/README.md at 311c2c9),
 * or follow from the sizes that tools/quantize/quantize.cpp lists for Llama 3 8B (two decimals).
 * Those of GPTQ, AWQ and INT4 hold for 4 bits in groups of 128, of NF4 with double quantization;
 * MXFP4 shares an 8-bit scale among 32 weights, NVFP4 among 16. What {@code fp4} means depends on
 * the tool.
 */
public final class Formats {

  private static final String VLLM = "vLLM docs/features/quantization/README.md@50feac9";

  private static final List<Format> ALL = all(new ArrayList<>());

  private static final Map<String, Format> BY_NAME = byName();

  private Formats() {}

  /** All of them: storage, number formats, schemes, the types of llama.cpp. */
  public static List<Format> all() {
    return ALL;
  }

  /** The format of that name, written as in a plan: {@code fp8}, {@code Q4_K_M}. */
  public static Optional<Format> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /**
   * Bits per weight of integers that share a scale and a zero point in groups, as GPTQ and AWQ
   * store them.
   *
   * @param bits of one integer
   * @param group how many weights share a 16-bit scale and a zero point of {@code bits} bits
   */
  public static double groupedBits(int bits, int group) {
    return bits + (16.0 + bits) / group;
  }

  private static List<Format> all(List<Format> all) {
    storage(all);
    numbers(all);
    schemes(all);
    ggufTypes(all);
    return List.copyOf(all);
  }

  private static void storage(List<Format> all) {
    all.add(
        new Entry("safetensors", Kind.STORAGE)
            .training(Training.FULL)
            .in(YES, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "mlx", "transformers")
            .in(LIMITED, "ollama", "openvino")
            .in(NO, "llama-cpp", "onnxruntime")
            .from(
                Source.of(
                    "safetensors README; Transformers, vLLM, Ollama, OpenVINO documentation")));
    all.add(
        new Entry("pickle", Kind.STORAGE)
            .training(Training.FULL)
            .executable()
            .in(YES, "vllm", "sglang", "tgi", "transformers")
            .in(NO, "llama-cpp", "onnxruntime")
            .from(
                Source.of("Hub documentation, Pickle Scanning; Transformers, vLLM documentation")));
    all.add(gguf("gguf", Kind.STORAGE).from(Source.of(VLLM + ", gguf.md; llama.cpp README")));
    all.add(
        new Entry("onnx", Kind.STORAGE)
            .in(YES, "onnxruntime", "openvino")
            .in(NO, "vllm", "sglang", "tgi", "lmdeploy", "llama-cpp", "ollama", "mlx")
            .from(Source.of("ONNX Runtime and OpenVINO documentation")));
    all.add(
        new Entry("tensorrt", Kind.STORAGE)
            .in(YES, "tensorrt-llm")
            .in(LIMITED, "tgi")
            .in(NO, "vllm", "sglang", "lmdeploy", "llama-cpp", "ollama", "mlx", "transformers")
            .from(Source.of("TensorRT-LLM documentation; TGI documentation, TRTLLM backend")));
    all.add(
        new Entry("coreml", Kind.STORAGE)
            .in(NO, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "llama-cpp", "ollama")
            .in(NO, "mlx", "transformers")
            .from(Source.of("Core ML Tools documentation")));
    all.add(
        new Entry("mlx", Kind.STORAGE)
            .training(Training.FULL)
            .in(YES, "mlx")
            .in(NO, "vllm", "tgi", "tensorrt-llm", "lmdeploy", "llama-cpp", "onnxruntime")
            .from(Source.of("mlx-lm README and LORA.md")));
    all.add(
        new Entry("exl2", Kind.STORAGE)
            .calibration(Calibration.REQUIRED)
            .in(YES, "tgi")
            .in(NO, "vllm", "tensorrt-llm", "llama-cpp", "ollama", "mlx")
            .from(Source.of("exllamav2 README; TGI documentation, Quantization")));
  }

  private static void numbers(List<Format> all) {
    all.add(
        new Entry("fp8", Kind.NUMBERS)
            .bits(8)
            .training(Training.FULL)
            .calibration(Calibration.OPTIONAL)
            .in(YES, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "transformers")
            .in(NO, "llama-cpp", "ollama")
            .on(NO, VOLTA)
            .on(LIMITED, TURING, AMPERE)
            .on(YES, ADA, HOPPER, BLACKWELL, CDNA3, CDNA4)
            .from(Source.of(VLLM + ", fp8.md")));
    all.add(
        new Entry("int8", Kind.NUMBERS)
            .bits(8)
            .training(Training.ADAPTER)
            .calibration(Calibration.OPTIONAL)
            .in(YES, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "transformers")
            .in(YES, "onnxruntime", "openvino")
            .on(LIMITED, VOLTA, BLACKWELL)
            .on(YES, TURING, AMPERE, ADA, HOPPER, TPU)
            .on(NO, CDNA3, CDNA4)
            .from(Source.of(VLLM + ", int8.md, bnb.md")));
    all.add(
        new Entry("int4", Kind.NUMBERS)
            .bits(groupedBits(4, 128))
            .training(Training.ADAPTER)
            .calibration(Calibration.OPTIONAL)
            .in(YES, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "transformers")
            .in(YES, "onnxruntime", "openvino")
            .on(YES, AMPERE, ADA, HOPPER, BLACKWELL)
            .from(Source.of(VLLM + ", int4.md")));
    all.add(
        new Entry("nf4", Kind.NUMBERS)
            .bits(4.127)
            .training(Training.ADAPTER)
            .in(YES, "vllm", "tgi", "transformers")
            .in(NO, "tensorrt-llm", "llama-cpp", "ollama", "mlx")
            .on(YES, VOLTA, TURING, AMPERE, ADA, HOPPER)
            .on(NO, CDNA3, CDNA4, GAUDI, TPU)
            .from(Source.of("QLoRA, arXiv:2305.14314, §3; " + VLLM)));
    all.add(
        new Entry("fp4", Kind.NUMBERS)
            .training(Training.ADAPTER)
            .calibration(Calibration.OPTIONAL)
            .on(NO, VOLTA)
            .on(LIMITED, AMPERE, ADA, HOPPER)
            .on(YES, BLACKWELL, CDNA4)
            .from(Source.of(VLLM + "; NVIDIA Model Optimizer support matrix")));
    all.add(
        new Entry("mxfp4", Kind.NUMBERS)
            .bits(4.25)
            .training(Training.ADAPTER)
            .calibration(Calibration.OPTIONAL)
            .in(YES, "vllm", "sglang", "tensorrt-llm", "llama-cpp", "ollama", "transformers")
            .on(NO, VOLTA)
            .on(LIMITED, AMPERE, ADA, HOPPER, CDNA3)
            .on(YES, BLACKWELL, CDNA4)
            .from(Source.of("OCP Microscaling Formats 1.0, §5.2; vLLM Marlin FP4")));
    all.add(
        new Entry("nvfp4", Kind.NUMBERS)
            .bits(4.5)
            .calibration(Calibration.REQUIRED)
            .in(YES, "vllm", "sglang", "tensorrt-llm")
            .in(NO, "llama-cpp", "ollama", "mlx")
            .on(NO, VOLTA, CDNA3, CDNA4)
            .on(LIMITED, AMPERE, ADA, HOPPER)
            .on(YES, BLACKWELL)
            .from(Source.of("NVIDIA Model Optimizer support matrix; vLLM Marlin FP4")));
  }

  private static void schemes(List<Format> all) {
    all.add(
        new Entry("gptq", Kind.SCHEME)
            .bits(groupedBits(4, 128))
            .training(Training.ADAPTER)
            .calibration(Calibration.REQUIRED)
            .in(YES, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "transformers")
            .in(NO, "llama-cpp", "ollama")
            .on(YES, VOLTA, TURING, AMPERE, ADA, HOPPER)
            .on(NO, CDNA3, CDNA4, TPU)
            .from(Source.of("GPTQ, arXiv:2210.17323; " + VLLM)));
    all.add(
        new Entry("awq", Kind.SCHEME)
            .bits(groupedBits(4, 128))
            .training(Training.ADAPTER)
            .calibration(Calibration.REQUIRED)
            .in(YES, "vllm", "sglang", "tgi", "tensorrt-llm", "lmdeploy", "transformers")
            .in(NO, "llama-cpp", "ollama")
            .on(NO, VOLTA, CDNA3, CDNA4, TPU)
            .on(YES, TURING, AMPERE, ADA, HOPPER)
            .from(Source.of("AWQ, arXiv:2306.00978; " + VLLM)));
    all.add(
        new Entry("smoothquant", Kind.SCHEME)
            .bits(8)
            .calibration(Calibration.REQUIRED)
            .in(YES, "vllm", "sglang", "tensorrt-llm", "lmdeploy")
            .in(NO, "llama-cpp", "ollama", "mlx")
            .on(NO, VOLTA, BLACKWELL, CDNA3, CDNA4)
            .on(YES, TURING, AMPERE, ADA, HOPPER, TPU)
            .from(Source.of("SmoothQuant, arXiv:2211.10438; " + VLLM + ", INT8 (W8A8)")));
    all.add(
        new Entry("hqq", Kind.SCHEME)
            .training(Training.ADAPTER)
            .in(YES, "transformers")
            .in(NO, "llama-cpp", "ollama", "mlx")
            .from(Source.of("HQQ README; Transformers documentation, Quantization")));
    all.add(
        new Entry("aqlm", Kind.SCHEME)
            .training(Training.ADAPTER)
            .calibration(Calibration.REQUIRED)
            .in(YES, "transformers")
            .in(NO, "llama-cpp", "ollama", "mlx")
            .on(NO, CDNA3, CDNA4, GAUDI, TPU)
            .from(Source.of("AQLM, arXiv:2401.06118; Transformers documentation, Quantization")));
  }

  private static void ggufTypes(List<Format> all) {
    String[] types = {
      "IQ1_S", "2.0042",
      "IQ1_M", "2.1460",
      "IQ2_XXS", "2.3824",
      "IQ2_XS", "2.5882",
      "IQ2_S", "2.7403",
      "IQ2_M", "2.9294",
      "IQ3_XXS", "3.2548",
      "IQ3_XS", "3.4977",
      "IQ3_S", "3.6606",
      "IQ3_M", "3.7628",
      "IQ4_XS", "4.4597",
      "IQ4_NL", "4.6818",
      "Q2_K_S", "2.9697",
      "Q2_K", "3.1593",
      "Q3_K_S", "3.6429",
      "Q3_K_M", "4.00",
      "Q3_K_L", "4.2979",
      "Q4_0", "4.64",
      "Q4_1", "5.11",
      "Q4_K_S", "4.6672",
      "Q4_K_M", "4.8944",
      "Q5_0", "5.57",
      "Q5_1", "6.04",
      "Q5_K_S", "5.5704",
      "Q5_K_M", "5.7036",
      "Q6_K", "6.5633",
      "Q8_0", "8.5008"
    };
    for (int i = 0; i < types.length; i += 2) {
      all.add(
          gguf(types[i], Kind.GGUF)
              .bits(Double.parseDouble(types[i + 1]))
              .calibration(Calibration.OPTIONAL)
              .from(Source.of("llama.cpp tools/quantize/README.md@311c2c9")));
    }
  }

  private static Entry gguf(String name, Kind kind) {
    return new Entry(name, kind)
        .in(YES, "llama-cpp", "ollama", "sglang")
        .in(LIMITED, "vllm", "tgi", "mlx", "transformers")
        .in(NO, "tensorrt-llm", "lmdeploy", "onnxruntime")
        .on(YES, VOLTA, TURING, AMPERE, ADA, HOPPER, CDNA3, CDNA4)
        .on(NO, GAUDI, TPU);
  }

  private static Map<String, Format> byName() {
    Map<String, Format> map = new HashMap<>();
    for (Format format : ALL) {
      map.put(format.name(), format);
    }
    return Map.copyOf(map);
  }

  /** A format made for inference that needs no sample data, until it is told otherwise. */
  private static final class Entry {
    private final String name;
    private final Kind kind;
    private OptionalDouble bits = OptionalDouble.empty();
    private Training training = Training.NONE;
    private Calibration calibration = Calibration.NONE;
    private boolean executable;
    private final Map<String, Support> engines = new HashMap<>();
    private final Map<Generation, Support> hardware = new HashMap<>();

    Entry(String name, Kind kind) {
      this.name = name;
      this.kind = kind;
    }

    Entry bits(double perWeight) {
      bits = OptionalDouble.of(perWeight);
      return this;
    }

    Entry training(Training what) {
      training = what;
      return this;
    }

    Entry calibration(Calibration need) {
      calibration = need;
      return this;
    }

    Entry executable() {
      executable = true;
      return this;
    }

    Entry in(Support support, String... names) {
      for (String engine : names) {
        engines.put(engine, support);
      }
      return this;
    }

    Entry on(Support support, Generation... generations) {
      for (Generation generation : generations) {
        hardware.put(generation, support);
      }
      return this;
    }

    Format from(Source source) {
      return new Format(
          name, kind, bits, training, calibration, executable, engines, hardware, source);
    }
  }
}
