package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import java.util.List;

/**
 * A piece of a file that is parsed by itself: as a rule one import, one declaration or one
 * top-level {@code allow}, with the comments and blank lines before it. It depends on nothing but
 * its own text, so that an edit elsewhere leaves it, and all that was found out about it, as it is.
 * Two chunks are equal only if they are the same object.
 */
public final class Chunk {

  private final int length;
  private final List<Member> members;
  private final Tokens tokens;
  private final List<LocalDiagnostic> errors;
  private final List<Span> fullWidth;

  Chunk(
      int length,
      List<Member> members,
      Tokens tokens,
      List<LocalDiagnostic> errors,
      List<Span> fullWidth) {
    this.length = length;
    this.members = List.copyOf(members);
    this.tokens = tokens;
    this.errors = List.copyOf(errors);
    this.fullWidth = List.copyOf(fullWidth);
  }

  /** Number of UTF-16 units. */
  public int length() {
    return length;
  }

  /** What stands in it, one member as a rule; none in a piece of comments only. */
  public List<Member> members() {
    return members;
  }

  /** All tokens, comments and white space included; they cover every unit. */
  public Tokens tokens() {
    return tokens;
  }

  /** Syntax errors, one for each mistake. */
  public List<LocalDiagnostic> errors() {
    return errors;
  }

  /** Full-width punctuation that is read as its ASCII counterpart; reported once for the file. */
  List<Span> fullWidth() {
    return fullWidth;
  }
}
