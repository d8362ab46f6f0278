package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import java.util.List;

/**
 * A node of the syntax tree. Offsets count from the start of the {@link Chunk} the node belongs to,
 * so that a chunk can be kept while the text before it changes.
 *
 * <p>Nodes are immutable and know neither parent nor file. Text that no node stands for (comments,
 * punctuation, what could not be understood) is in the chunk's {@link Tokens}.
 */
public sealed interface Node permits Name, Path, Block, Member, Value, Unit {

  /** Offset of the first UTF-16 unit, from the start of the chunk. */
  int start();

  /** Offset behind the last UTF-16 unit, from the start of the chunk. */
  int end();

  /** The nodes directly inside this one, in the order of the text. */
  List<Node> children();

  /** The range, from the start of the chunk. */
  default Span span() {
    return new Span(start(), end());
  }
}
