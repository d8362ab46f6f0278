package dev.genplan.plan;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Value;
import java.util.List;
import java.util.Optional;

/** Changes to the text of a plan that keep its shape: the building blocks of repairs. */
public final class SourceEdits {

  private SourceEdits() {}

  /** Puts something in place of a property's value, with what qualifies it. */
  public static Optional<Edit> replaceValue(Symbol symbol, String property, String text) {
    return symbol.attributes().value(property).map(value -> new Edit(symbol.locate(value), text));
  }

  /**
   * Adds a member to a declaration, as its last one.
   *
   * @param member such as {@code gate: acceptance}, without line end
   * @return empty if the declaration has no braces
   */
  public static Optional<Edit> addMember(Symbol symbol, String member) {
    return addMembers(symbol, List.of(member));
  }

  /** Adds several members to a declaration, as its last ones; as {@link #addMember}. */
  public static Optional<Edit> addMembers(Symbol symbol, List<String> added) {
    return addMembers(symbol, symbol.node(), added);
  }

  /**
   * Adds several members to a section of a declaration, as its last ones, with the section if it is
   * not there; as {@link #addMember}.
   */
  public static Optional<Edit> addToSection(Symbol symbol, String section, List<String> added) {
    Optional<Member.Declaration> node = symbol.attributes().sectionNode(section);
    return node.isPresent()
        ? addMembers(symbol, node.get(), added)
        : addMember(symbol, section + " { " + String.join(", ", added) + " }");
  }

  private static Optional<Edit> addMembers(
      Symbol symbol, Member.Declaration node, List<String> added) {
    Optional<Block> body = node.body().filter(Block::closed);
    if (body.isEmpty()) {
      return Optional.empty();
    }
    String text = symbol.source().tree().text();
    int base = symbol.base();
    int close = base + body.get().innerEnd();
    boolean oneLine = text.substring(base + body.get().open(), close).indexOf('\n') < 0;
    String row = String.join(", ", added);
    if (body.get().members().isEmpty()) {
      return Optional.of(insert(symbol, base + body.get().open() + 1, " " + row + " "));
    }
    Member last = body.get().members().get(body.get().members().size() - 1);
    if (oneLine) {
      return Optional.of(insert(symbol, base + last.end(), ", " + row));
    }
    int lineStart = text.lastIndexOf('\n', close - 1) + 1;
    String indent = indentOf(text, base + node.start()) + "  ";
    StringBuilder lines = new StringBuilder();
    added.forEach(member -> lines.append(indent).append(member).append(lineEnd(text)));
    return Optional.of(insert(symbol, lineStart, lines.toString()));
  }

  /**
   * Adds an option to a value, as the first one in its block: {@code lora} becomes {@code lora {
   * rank: 16 }}.
   *
   * @param value a value in the declaration
   * @param option such as {@code rank: 16}
   */
  public static Edit addOption(Symbol symbol, Value value, String option) {
    if (value.block().isEmpty()) {
      return insert(symbol, symbol.base() + value.end(), " { " + option + " }");
    }
    Block block = value.block().get();
    int inside = symbol.base() + block.open() + 1;
    if (block.members().isEmpty()) {
      return insert(symbol, inside, " " + option + " ");
    }
    String text = symbol.source().tree().text();
    int first = symbol.base() + block.members().get(0).start();
    boolean oneLine = text.substring(inside, first).indexOf('\n') < 0;
    return insert(
        symbol,
        inside,
        oneLine ? " " + option + "," : lineEnd(text) + indentOf(text, first) + option);
  }

  /**
   * Adds declarations behind one, with a blank line between; {@code text} ends without line end.
   */
  public static Edit addAfter(Symbol symbol, String text) {
    String whole = symbol.source().tree().text();
    int end = symbol.base() + symbol.node().end();
    String lineEnd = lineEnd(whole);
    return insert(symbol, end, lineEnd + lineEnd + text.replace("\n", lineEnd));
  }

  /** Adds declarations before one and its comments, with a blank line between. */
  public static Edit addBefore(Symbol symbol, String text) {
    String whole = symbol.source().tree().text();
    int at = whole.lastIndexOf('\n', symbol.base() + symbol.node().start()) + 1;
    while (at > 0) {
      int previous = whole.lastIndexOf('\n', at - 2) + 1;
      if (!whole.substring(previous, at).strip().startsWith("//")) {
        break;
      }
      at = previous;
    }
    String lineEnd = lineEnd(whole);
    return insert(symbol, at, text.replace("\n", lineEnd) + lineEnd + lineEnd);
  }

  private static Edit insert(Symbol symbol, int offset, String text) {
    return new Edit(new Location(symbol.file(), new Span(offset, offset)), text);
  }

  private static String indentOf(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** The line end of a text: that of its first line. */
  public static String lineEnd(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }
}
