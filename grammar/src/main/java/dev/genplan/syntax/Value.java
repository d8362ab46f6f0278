package dev.genplan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind a colon or a comparison; every scalar may carry a block that qualifies it. */
public sealed interface Value extends Node {

  /** The block behind the value. */
  Optional<Block> block();

  /**
   * A word, a reference, or the word of a tagged block: which of them, the schema says.
   *
   * @param path {@code lora}, {@code dialogsum.train}, {@code true}, {@code unknown}
   */
  record Reference(Path path, Optional<Block> block, int start, int end) implements Value {

    /** The path as written. */
    public String text() {
      return path.text();
    }

    @Override
    public List<Node> children() {
      return nodes(path, block);
    }
  }

  /**
   * Quoted text.
   *
   * @param text with escapes resolved and, in several lines, the common indentation removed
   * @param multiline whether written with three quotes
   */
  record Text(String text, boolean multiline, Optional<Block> block, int start, int end)
      implements Value {

    /** A text as it is written in a plan, in one line. */
    public static String quoted(String text) {
      return Literals.quoted(text);
    }

    @Override
    public List<Node> children() {
      return nodes(null, block);
    }
  }

  /**
   * A number, alone or with a unit.
   *
   * @param number as written, before the magnitude: 1.5 in {@code 1.5T}
   * @param magnitude {@code k}, {@code M}, {@code B}, {@code T} or empty
   * @param percent whether a percent sign follows
   * @param numberEnd offset behind the digits, the magnitude and the percent sign
   */
  record Quantity(
      double number,
      String magnitude,
      boolean percent,
      Optional<Unit> unit,
      int numberEnd,
      Optional<Block> block,
      int start,
      int end)
      implements Value {

    /** The number times its magnitude; 0.05 for {@code 5%}. */
    public double value() {
      double scaled =
          switch (magnitude) {
            case "k" -> number * 1e3;
            case "M" -> number * 1e6;
            case "B" -> number * 1e9;
            case "T" -> number * 1e12;
            default -> number;
          };
      return percent ? scaled / 100 : scaled;
    }

    /** Whether it is a bare number, without unit and percent sign. */
    public boolean isBare() {
      return !percent && unit.isEmpty();
    }

    @Override
    public List<Node> children() {
      return nodes(unit.orElse(null), block);
    }
  }

  /** {@code 2..4 weeks}; the unit may stand once, behind the higher end. */
  record Range(Quantity low, Quantity high, Optional<Block> block, int start, int end)
      implements Value {

    /**
     * The lower end as it is meant: what stands once, behind the higher end, holds for both. {@code
     * 70..75%} begins at 70%, {@code 7..8B} at 7B; {@code 500..2k} at 500, for it would end before
     * it begins.
     */
    public Quantity lower() {
      boolean percent = low.percent() || (low.isBare() && high.percent());
      boolean scaled = low.magnitude().isEmpty() && !low.percent() && low.number() <= high.number();
      String magnitude = scaled ? high.magnitude() : low.magnitude();
      return new Quantity(
          low.number(),
          magnitude,
          percent,
          low.unit(),
          low.numberEnd(),
          low.block(),
          low.start(),
          low.end());
    }

    @Override
    public List<Node> children() {
      List<Node> nodes = new ArrayList<>(3);
      nodes.add(low);
      nodes.add(high);
      block.ifPresent(nodes::add);
      return nodes;
    }
  }

  /** {@code < 12 hours}. */
  record Bound(Operator operator, Quantity limit, Optional<Block> block, int start, int end)
      implements Value {
    @Override
    public List<Node> children() {
      return nodes(limit, block);
    }
  }

  /**
   * {@code 2026-12-01}, or a month alone.
   *
   * @param day 0 where only the month is given
   */
  record Date(int year, int month, int day, Optional<Block> block, int start, int end)
      implements Value {
    @Override
    public List<Node> children() {
      return nodes(null, block);
    }
  }

  /** {@code [a, b]}; never carries a block. */
  record Sequence(List<Value> elements, boolean closed, int start, int end) implements Value {
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public Optional<Block> block() {
      return Optional.empty();
    }

    @Override
    public List<Node> children() {
      return List.copyOf(elements);
    }
  }

  private static List<Node> nodes(Node first, Optional<Block> block) {
    List<Node> nodes = new ArrayList<>(2);
    if (first != null) {
      nodes.add(first);
    }
    block.ifPresent(nodes::add);
    return nodes;
  }
}
