package dev.genplan.catalog;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * How weights are stored or in which numbers they are held.
 *
 * @param name as written in a plan
 * @param kind what the name stands for
 * @param bits bits per weight, scales and zero points included; absent where it depends on settings
 *     or on what is stored. Embeddings and the output head are usually kept in 16 bits beside it,
 *     but are part of the figure for the types of llama.cpp, which is that of a whole file
 * @param training what can be trained on weights stored so
 * @param calibration whether making it needs sample data
 * @param executable whether loading the file can run code that it holds
 * @param engines whether an engine loads it; what is not listed is unknown
 * @param hardware whether it runs on a generation of accelerators in vLLM; what is not listed is
 *     unknown
 */
public record Format(
    String name,
    Kind kind,
    OptionalDouble bits,
    Training training,
    Calibration calibration,
    boolean executable,
    Map<String, Support> engines,
    Map<Generation, Support> hardware,
    Source source) {

  public Format {
    engines = Map.copyOf(engines);
    hardware = Map.copyOf(hardware);
  }

  /** What the name of a format stands for. */
  public enum Kind {
    /** A file format, whatever numbers it holds. */
    STORAGE,
    /** A number format. */
    NUMBERS,
    /** A way to quantize. */
    SCHEME,
    /** A quantization type of llama.cpp, in a GGUF file. */
    GGUF
  }

  /** What can be trained on weights in a format. */
  public enum Training {
    /** All of them. */
    FULL,
    /** Adapters on top, while they stay as they are. */
    ADAPTER,
    /** Nothing: it is made for inference. */
    NONE
  }

  /** Whether making a format needs sample data. */
  public enum Calibration {
    REQUIRED,
    /** It can be used, or depends on the variant. */
    OPTIONAL,
    NONE
  }

  /** Whether an engine loads it. */
  public Support loadedBy(String engine) {
    return engines.getOrDefault(engine, Support.UNKNOWN);
  }

  /** Whether it runs there in vLLM; {@link Support#LIMITED} saves memory but no time. */
  public Support runsOn(Generation generation) {
    return hardware.getOrDefault(generation, Support.UNKNOWN);
  }

  /** Whether weights stored so are quantized: held in fewer bits than they were trained in. */
  public boolean quantized() {
    return kind != Kind.STORAGE;
  }
}
