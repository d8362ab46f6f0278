package dev.genplan.catalog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The inference engines a plan can name. What they load is said by {@link Formats}. */
public final class Engines {

  private static final List<Engine> ALL =
      List.of(
          new Engine(
              "vllm",
              Support.YES,
              OptionalInt.of(16),
              Source.of("vLLM vllm/config/lora.py, max_lora_rank")),
          engine("sglang", Support.YES, "SGLang documentation, LoRA serving"),
          engine("tgi", Support.YES, "Text Generation Inference documentation, LoRA"),
          engine("tensorrt-llm", Support.YES, "TensorRT-LLM documentation, LoRA"),
          engine("lmdeploy", Support.YES, "LMDeploy documentation, multi-LoRA serving"),
          engine("llama-cpp", Support.YES, "llama.cpp tools/server README, --lora"),
          engine("ollama", Support.UNKNOWN, "Ollama documentation, Modelfile ADAPTER"),
          engine("mlx", Support.UNKNOWN, "mlx-lm README"),
          engine("onnxruntime", Support.UNKNOWN, "ONNX Runtime documentation"),
          engine("openvino", Support.UNKNOWN, "OpenVINO documentation"),
          engine("transformers", Support.YES, "PEFT documentation, set_adapter"),
          engine("mindie", Support.UNKNOWN, "MindIE documentation"),
          engine("api", Support.UNKNOWN, "documentation of the provider"));

  private static final Map<String, Engine> BY_NAME = byName();

  private Engines() {}

  /** All of them. */
  public static List<Engine> all() {
    return ALL;
  }

  /** The engine of that name. */
  public static Optional<Engine> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, Engine> byName() {
    Map<String, Engine> map = new HashMap<>();
    for (Engine engine : ALL) {
      map.put(engine.name(), engine);
    }
    return Map.copyOf(map);
  }

  private static Engine engine(String name, Support adapters, String source) {
    return new Engine(name, adapters, OptionalInt.empty(), Source.of(source));
  }
}
