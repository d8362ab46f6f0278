package dev.genplan.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can stand in a file or between braces; one record for each shape of the language. */
public sealed interface Member extends Node {

  /** Whether a syntax error lies in this member itself, not in one nested in its block. */
  boolean broken();

  /**
   * {@code import "hardware.genplan"}.
   *
   * @param file the quoted path; empty where it is missing
   */
  record Import(Optional<Value.Text> file, boolean broken, int start, int end) implements Member {
    @Override
    public List<Node> children() {
      return file.<List<Node>>map(List::of).orElse(List.of());
    }
  }

  /**
   * {@code word word { members }} or {@code word { members }}: a declaration, a nested declaration,
   * a section.
   *
   * @param doc the doc comment above it, without slashes, lines joined by line feeds; empty if none
   * @param keyword the first word: a kind ({@code finetune}) or a section ({@code metrics})
   * @param name the second word, if there is one
   * @param body empty while the opening brace has not been typed yet
   */
  record Declaration(
      String doc,
      Name keyword,
      Optional<Name> name,
      Optional<Block> body,
      boolean broken,
      int start,
      int end)
      implements Member {

    /** The members of the body, none if there is no body. */
    public List<Member> members() {
      return body.map(Block::members).orElse(List.of());
    }

    @Override
    public List<Node> children() {
      return nodes(Optional.of(keyword), name, body);
    }
  }

  /**
   * {@code word: value} or {@code word word: value}.
   *
   * @param key what stands before the colon; a path for measured metrics ({@code
   *     truthfulqa.truthful: 50%})
   * @param label the second word of {@code allow rule-name: "reason"}
   * @param colon offset of the colon
   * @param value empty where it is missing
   */
  record Property(
      Path key,
      Optional<Name> label,
      int colon,
      Optional<Value> value,
      boolean broken,
      int start,
      int end)
      implements Member {
    @Override
    public List<Node> children() {
      return nodes(Optional.of(key), label, value);
    }
  }

  /**
   * {@code metric op value}: {@code rougeL >= 0.40}.
   *
   * @param value empty where it is missing
   */
  record Criterion(
      Path metric, Operator operator, Optional<Value> value, boolean broken, int start, int end)
      implements Member {
    @Override
    public List<Node> children() {
      return nodes(Optional.of(metric), Optional.empty(), value);
    }
  }

  /** A word alone: a metric that is measured and not gated, or a line that is being typed. */
  record Bare(Path path, boolean broken, int start, int end) implements Member {
    @Override
    public List<Node> children() {
      return List.of(path);
    }
  }

  /** Text that has none of the shapes; its tokens are kept. */
  record Unknown(int start, int end) implements Member {
    @Override
    public boolean broken() {
      return true;
    }

    @Override
    public List<Node> children() {
      return List.of();
    }
  }

  private static List<Node> nodes(
      Optional<? extends Node> first,
      Optional<? extends Node> second,
      Optional<? extends Node> third) {
    List<Node> nodes = new ArrayList<>(3);
    first.ifPresent(nodes::add);
    second.ifPresent(nodes::add);
    third.ifPresent(nodes::add);
    return nodes;
  }
}
