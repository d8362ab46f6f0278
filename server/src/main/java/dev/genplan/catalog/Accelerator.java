package dev.genplan.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A GPU, TPU or NPU. All figures are of one device.
 *
 * @param name as written in a plan
 * @param memory bytes: the vendor's number of GB times 10⁹. What the driver reports is never less,
 *     and up to 7.4% more where the vendor's GB are really GiB; see {@link #memoryAtMost}
 * @param bandwidth bytes per second between memory and chip
 * @param peaks dense peak in FLOP/s (int8: operations per second) by the word of the number format
 * @param lacks number formats that its arithmetic units do not have
 * @param interconnect the fastest link to its neighbors, a word of the list {@code interconnect}
 * @param interconnectBandwidth bytes per second of all those links together, both directions added,
 *     as data sheets have it
 * @param power watts it may draw at most
 */
public record Accelerator(
    String name,
    String vendor,
    Generation generation,
    OptionalLong memory,
    OptionalDouble bandwidth,
    Map<String, Double> peaks,
    Set<String> lacks,
    Optional<String> interconnect,
    OptionalDouble interconnectBandwidth,
    OptionalInt power,
    Source source) {

  public Accelerator {
    peaks = Map.copyOf(peaks);
    lacks = Set.copyOf(lacks);
  }

  /**
   * Dense peak in FLOP/s.
   *
   * @param precision a word of the list {@code precision}: {@code bf16}, {@code fp8} ...
   */
  public OptionalDouble peak(String precision) {
    Double peak = peaks.get(precision);
    return peak == null ? OptionalDouble.empty() : OptionalDouble.of(peak);
  }

  /**
   * Whether it computes in that number format.
   *
   * @param precision a word of the list {@code precision}
   */
  public Support supports(String precision) {
    if (peaks.containsKey(precision)) {
      return Support.YES;
    }
    return lacks.contains(precision) ? Support.NO : Support.UNKNOWN;
  }

  /**
   * Bytes that it cannot have more of: the vendor's number read as GiB. For findings that have to
   * be certain.
   */
  public OptionalLong memoryAtMost() {
    return memory.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of((long) (memory.getAsLong() / 1e9 * (1L << 30)));
  }
}
