package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import java.util.List;

/**
 * A piece of a file that is parsed by itself: as a rule one import, one declaration or one top-level
 * {@code allow}, with the comments and blank lines before it. It depends on nothing but its own text, so
 * that an edit elsewhere leaves it, and all that was found out about it, as it is.
 *
 * @param length number of UTF-16 units
 * @param members what stands in it, one as a rule; none in a piece of comments only
 * @param tokens all tokens, comments and white space included; they cover every unit
 * @param errors syntax errors, one for each mistake
 */
public record Chunk(int length, List<Member> members, Tokens tokens, List<LocalDiagnostic> errors) {

  public Chunk {
    members = List.copyOf(members);
    errors = List.copyOf(errors);
  }
}
