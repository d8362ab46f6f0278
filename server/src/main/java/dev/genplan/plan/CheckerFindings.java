package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Value;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is found in one chunk, and knows where its tokens are. */
final class CheckerFindings {

  private final Tokens tokens;
  private final boolean understood;
  private final List<LocalDiagnostic> found = new ArrayList<>();
  private final Set<String> proposed = new HashSet<>();

  CheckerFindings(Chunk chunk) {
    this(chunk.tokens(), chunk.errors().isEmpty());
  }

  private CheckerFindings(Tokens tokens, boolean understood) {
    this.tokens = tokens;
    this.understood = understood;
  }

  /** A collector for trying something out in the same chunk. */
  CheckerFindings scratch() {
    return new CheckerFindings(tokens, understood);
  }

  /** Whether the chunk has no syntax error, behind which what seems to be missing may stand. */
  boolean isUnderstood() {
    return understood;
  }

  void add(CheckerCode code, Span span, Message message, List<LocalFix> fixes) {
    add(code, code.severity(), span, message, fixes);
  }

  void add(CheckerCode code, Span span, Message message, LocalFix... fixes) {
    add(code, span, message, List.of(fixes));
  }

  void add(CheckerCode code, Severity severity, Span span, Message message, List<LocalFix> fixes) {
    found.add(new LocalDiagnostic(code.code(), severity, span, message, Set.of(), fixes));
  }

  /**
   * Whether a fix may put a member of that name into a block: none is there, and no fix before has
   * put one there, since all of them may be applied together.
   */
  boolean isFree(Block block, String name) {
    return !isSaid(block, name) && proposed.add(block.start() + name);
  }

  /** Whether a property or section of that name stands in a block. */
  static boolean isSaid(Block block, String name) {
    for (Member member : block.members()) {
      if (member instanceof Member.Property property && property.key().text().equals(name)) {
        return true;
      } else if (member instanceof Member.Declaration section
          && section.keyword().text().equals(name)) {
        return true;
      }
    }
    return false;
  }

  boolean hasErrors() {
    return found.stream().anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
  }

  List<LocalDiagnostic> list() {
    return List.copyOf(found);
  }

  /** The value without the block behind it. */
  Span literal(Value value) {
    int end = value.block().isPresent() ? endBefore(value.block().get()) : value.end();
    return new Span(value.start(), end);
  }

  private int endBefore(Block block) {
    int index = tokens.at(block.start());
    while (index > 0 && isSpace(tokens.kind(index - 1))) {
      index--;
    }
    return tokens.start(index);
  }

  /**
   * The first token of a kind at or behind an offset; empty if there is none before {@code end}.
   */
  Span token(TokenKind kind, int start, int end) {
    for (int index = tokens.at(start);
        index < tokens.size() && tokens.start(index) < end;
        index++) {
      if (tokens.kind(index) == kind) {
        return new Span(tokens.start(index), tokens.end(index));
      }
    }
    return new Span(start, start);
  }

  private static boolean isSpace(TokenKind kind) {
    return kind.isTrivia() || kind == TokenKind.LINE_END;
  }
}
