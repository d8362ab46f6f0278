package dev.genplan.catalog;

import dev.genplan.schema.Measure;
import dev.genplan.text.Localized;
import java.util.List;

/**
 * Something that an evaluation or a monitor measures.
 *
 * @param name as written in a plan; {@code pass@k} stands for {@code pass@1}, {@code pass@10} ...
 * @param aliases what others write for it
 * @param category what it is about and how it is obtained
 * @param direction which way is better
 * @param range what its values can be
 * @param tasks what it suits, in words of the schema; empty if it suits any task
 * @param title what it is called
 * @param doc what it says, one sentence
 */
public record Metric(
    String name,
    List<String> aliases,
    Category category,
    Direction direction,
    Range range,
    List<String> tasks,
    Localized title,
    Localized doc) {

  public Metric {
    aliases = List.copyOf(aliases);
    tasks = List.copyOf(tasks);
  }

  /** Which way is better. */
  public enum Direction {
    HIGHER,
    LOWER
  }

  /** What a metric is about and how it is obtained. */
  public enum Category {
    /** Right or wrong against a known answer. */
    CORRECTNESS,
    /** Overlap or similarity with a reference text. */
    SIMILARITY,
    /** How probable the model finds a text. */
    LIKELIHOOD,
    /** Programs that are run, answers that are checked. */
    EXECUTION,
    /** What people or judging models prefer or give points for. */
    JUDGMENT,
    /** What a reward model gives. */
    REWARD,
    /** Whether an answer rests on what was retrieved or given. */
    GROUNDING,
    /** What a retriever finds. */
    RETRIEVAL,
    /** Harm done, refused, let through. */
    SAFETY,
    /** Tasks done with tools, in steps. */
    AGENT,
    /** What people who use the system accept. */
    ACCEPTANCE,
    /** Time, money, memory, load. */
    SERVING
  }

  /** In what its values are counted. */
  public enum Scale {
    /** A part of a whole, written {@code 40%} or {@code 0.4}. */
    SHARE,
    /** A plain number. */
    NUMBER,
    /** A quantity with a unit. */
    QUANTITY
  }

  /**
   * What values can be.
   *
   * @param min smallest possible value, inclusive; of a share 0
   * @param max largest possible value, inclusive; of a share 1
   * @param measures what a quantity measures; empty for the others
   */
  public record Range(Scale scale, double min, double max, List<Measure> measures) {
    public Range {
      measures = List.copyOf(measures);
    }
  }

  /** Whether a number belongs to the name, as in {@code recall@5}. */
  public boolean parametric() {
    return name.endsWith("@k");
  }

  /** Whether it is a share of which more is better. */
  public boolean isRisingShare() {
    return range.scale() == Scale.SHARE && direction == Direction.HIGHER;
  }

  /** Whether people or a judging model have to look at each answer. */
  public boolean judged() {
    return category == Category.JUDGMENT || category == Category.ACCEPTANCE;
  }
}
