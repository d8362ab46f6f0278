package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.List;
import java.util.Set;

/** What a property's value may be. A property takes words or references, never both. */
public sealed interface Type {

  /** Free text in quotes. */
  record Text() implements Type {}

  /** A name of one's own that refers to nothing: a subgroup, a model family. */
  record Identifier() implements Type {}

  /** A day, or a month alone. */
  record Date() implements Type {}

  /** {@code true} or {@code false}. */
  record Bool() implements Type {}

  /** A language tag as in BCP 47: {@code en}, {@code zh-Hans}. */
  record LanguageTag() implements Type {}

  /** The name of a metric. */
  record MetricName() implements Type {}

  /**
   * A number without unit.
   *
   * @param integer whether only whole numbers make sense
   * @param min smallest possible value, inclusive
   * @param max largest possible value, inclusive
   */
  record Number(boolean integer, double min, double max) implements Type {}

  /** A part of a whole, {@code 5%} or {@code 0.05}; never above 1. */
  record Share() implements Type {}

  /**
   * A number with a unit.
   *
   * @param measures what it may measure, the usual one first
   * @param bare whether the unit may be left out, the number then counting in the usual measure's
   *     base unit
   * @param count whether a plain count without any dimension is meant as well (parameters, steps)
   * @param bareFactor how many base units a bare number counts; 1 nearly everywhere, 3600 where
   *     bare numbers are hours
   */
  record Quantity(List<Measure> measures, boolean bare, boolean count, double bareFactor)
      implements Type {
    public Quantity {
      measures = List.copyOf(measures);
    }

    public Quantity(List<Measure> measures, boolean bare, boolean count) {
      this(measures, bare, count, 1);
    }
  }

  /** A word of a list. */
  record Word(WordList words) implements Type {}

  /** A word of a list, which may carry a block with the options that exist for it. */
  record Tagged(WordList words) implements Type {}

  /**
   * A reference to something declared.
   *
   * @param accepts types that may stand here; what fits one of them fits
   * @param rejects types that would fit, and all the same cannot stand here: an adapter where full
   *     weights are needed
   * @param target which kind of reference it is
   */
  record Reference(Set<FlowType> accepts, Set<FlowType> rejects, Target target) implements Type {
    public Reference {
      accepts = Set.copyOf(accepts);
      rejects = Set.copyOf(rejects);
    }

    public Reference(Set<FlowType> accepts, Target target) {
      this(accepts, Set.of(), target);
    }

    /** Whether a thing of this type can stand here. */
    public boolean admits(FlowType found) {
      return !rejects.contains(found) && accepts.stream().anyMatch(found::fits);
    }
  }

  /** What a reference leads to. */
  enum Target {
    /** What a declaration makes. */
    ARTIFACT("an artifact", "产物"),
    /** Any stage, for order only. */
    STAGE("a stage", "阶段"),
    /** A stage declared inside the same {@code repeat}. */
    INNER_STAGE("a stage of this repeat", "本轮迭代内的阶段"),
    /** Whether a report passes or fails: {@code baseline.fails}. */
    VERDICT("a verdict such as `baseline.fails`", "判定，例如 `baseline.fails`"),
    /**
     * A number that a report measures: {@code full-quality.rouge1}. Not the type of any property.
     */
    FIGURE("a figure such as `baseline.rougeL`", "指标值，例如 `baseline.rougeL`"),
    /** What a metric is measured on: {@code truthfulqa} in {@code truthfulqa.truthful}. */
    SUBJECT("a dataset or a candidate", "数据集或候选模型");

    private final Localized phrase;

    Target(String en, String zh) {
      this.phrase = Localized.of(en, zh);
    }

    /** With its article, to be used inside a sentence. */
    public Localized phrase() {
      return phrase;
    }
  }

  /** Members between braces instead of a value. */
  record Section(BlockSpec block) implements Type {}

  /** Any of several types that differ in how they are written: {@code 10%} or {@code 500}. */
  record Either(List<Type> types) implements Type {
    public Either {
      types = List.copyOf(types);
    }
  }
}
