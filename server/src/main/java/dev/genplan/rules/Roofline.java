package dev.genplan.rules;

import dev.genplan.catalog.Accelerator;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.ServedWeights;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the accelerators of a deployment cannot exceed when they write text. A decoder reads its
 * weights once for each pass and multiplies each token with them, which takes two operations for
 * each parameter (arXiv:2001.08361, table 1; EleutherAI/cookbook); so the bandwidth of the memory
 * bounds the time of a token from below, and the peak of the arithmetic units the time of a prompt.
 * Reading and computing besides that, of the KV cache above all, is left out: real times are
 * longer.
 *
 * @param devices at most so many accelerators
 */
public record Roofline(
    Deployment deployment, ServedWeights weights, Compute compute, double devices) {

  /**
   * By how much a target has to miss a bound: variants of one accelerator, and scales and layers of
   * a format, differ by less.
   */
  private static final double TOLERANCE = 0.9;

  /** Below this, a good part of the weights stays in the caches of the chip. */
  private static final double CACHED = 1e9;

  /** GeForce cards add up in 16 bits twice as fast as in 32, for which the catalog has the peak. */
  private static final double GEFORCE = 2;

  private static final List<String> HALF = List.of("bf16", "fp16", "tf32");

  /** The bounds of a deployment; empty if its model or its accelerators are not known. */
  public static Optional<Roofline> of(Deployment deployment) {
    Optional<ServedWeights> weights = deployment.model().flatMap(ServedWeights::of);
    Optional<Compute> compute = deployment.compute();
    OptionalDouble devices = compute.map(Compute::totalAtMost).orElse(OptionalDouble.empty());
    return weights.isPresent() && devices.isPresent()
        ? Optional.of(new Roofline(deployment, weights.get(), compute.get(), devices.getAsDouble()))
        : Optional.empty();
  }

  /** Bytes a second that all the accelerators which share a copy read; empty if not known. */
  public OptionalDouble bandwidth() {
    OptionalDouble one = compute.bandwidth();
    return one.isPresent() && weights.bytes() >= CACHED
        ? OptionalDouble.of(one.getAsDouble() * spread())
        : OptionalDouble.empty();
  }

  /** Over how many accelerators the weights of one layer lie, at most. */
  private double spread() {
    Optional<Attributes> parallel = deployment.serving().section("parallel");
    OptionalDouble tensor = parallel.map(it -> it.number("tensor")).orElse(OptionalDouble.empty());
    return tensor.isEmpty()
        ? devices
        : tensor.getAsDouble()
            * parallel.get().number("context").orElse(1)
            * parallel.get().number("expert").orElse(1);
  }

  /** FLOP/s of all the accelerators together in any format that serves; empty if not known. */
  public OptionalDouble peak() {
    Map<String, Double> known = compute.accelerator().map(Accelerator::peaks).orElse(Map.of());
    double most = compute.attributes().number("peak").orElse(0);
    for (Map.Entry<String, Double> peak : known.entrySet()) {
      if (weights.bits() < 16 || HALF.contains(peak.getKey())) {
        most = Math.max(most, peak.getValue());
      }
    }
    if (known.isEmpty() || most == 0) {
      return OptionalDouble.empty();
    }
    boolean geforce = compute.accelerator().get().name().startsWith("RTX-");
    return OptionalDouble.of(most * devices * (geforce ? GEFORCE : 1));
  }

  /** Whether a target is below what is possible. */
  public static boolean excludes(double target, double bound) {
    return target < bound * TOLERANCE;
  }

  /** All the accelerators, as messages name them: {@code L4}, {@code 4 × L4}. */
  public String hardware() {
    return named(devices);
  }

  /** The accelerators that share the weights of one layer. */
  public String sharing() {
    return named(spread());
  }

  private String named(double count) {
    String name =
        compute.accelerator().map(Accelerator::name).orElseGet(() -> compute.symbol().name());
    return count > 1 ? Figures.of(count) + " × " + name : name;
  }

  /** A time as messages have it: {@code 54 ms}, {@code 2.3 s}. */
  public static String time(double seconds) {
    return seconds < 1
        ? Figures.of(seconds < 0.01 ? seconds * 1000 : Math.rint(seconds * 1000)) + " ms"
        : Figures.of(seconds) + " s";
  }

  /** Bytes as messages have them: {@code 15 GB}. */
  public static String gigabytes(double bytes) {
    return Figures.of(Math.rint(bytes / 1e8) / 10);
  }
}
