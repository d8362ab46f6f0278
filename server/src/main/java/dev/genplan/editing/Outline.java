package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Name;
import dev.genplan.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The declarations of a file, those inside others below them. */
public final class Outline {

  /** What a declaration is, roughly. */
  public enum Type {
    PROJECT,
    MODEL,
    DATASET,
    COMPUTE,
    /** Something that is done, and makes a model, a system or data. */
    STAGE,
    /** Something that is done, and makes a report. */
    REPORT,
    SERVICE,
    /** A part of a dataset: a split. */
    PART,
    UNKNOWN
  }

  /**
   * A declaration.
   *
   * @param name its name, or its keyword where it has none
   * @param detail its keyword
   * @param range all of it, in the file
   * @param selection its name, inside the range
   */
  public record Entry(
      String name, String detail, Type type, Span range, Span selection, List<Entry> children) {
    public Entry {
      children = List.copyOf(children);
    }

    /** Whether its name is its own, not its keyword. */
    public boolean isNamed() {
      return selection.start() > range.start();
    }
  }

  private Outline() {}

  /** The outline of a file. */
  public static List<Entry> of(SyntaxTree tree) {
    List<Entry> entries = new ArrayList<>();
    for (SyntaxTree.Placed placed : tree.members()) {
      if (placed.member() instanceof Member.Declaration declaration) {
        entries.add(entry(declaration, placed.base(), true));
      }
    }
    return entries;
  }

  private static Entry entry(Member.Declaration declaration, int base, boolean top) {
    List<Entry> children = new ArrayList<>();
    for (Member member : declaration.members()) {
      if (member instanceof Member.Declaration nested && nested.name().isPresent()) {
        children.add(entry(nested, base, false));
      }
    }
    Name name = declaration.name().orElse(declaration.keyword());
    return new Entry(
        name.text(),
        declaration.keyword().text(),
        type(declaration.keyword().text(), top),
        declaration.span().shift(base),
        name.span().shift(base),
        children);
  }

  /** What a declaration is, roughly. */
  public static Type type(Symbol symbol) {
    return type(symbol.node().keyword().text(), symbol.parent().isEmpty());
  }

  private static Type type(String keyword, boolean top) {
    Optional<Kind> kind = Schema.kind(keyword);
    if (kind.isEmpty()) {
      return top ? Type.UNKNOWN : Type.PART;
    }
    if (keyword.equals("project")) {
      return Type.PROJECT;
    }
    return switch (kind.get().makes().orElse(FlowType.MODEL)) {
      case REPORT -> Type.REPORT;
      case SERVICE -> Type.SERVICE;
      case COMPUTE -> Type.COMPUTE;
      case DATASET -> kind.get().stage() ? Type.STAGE : Type.DATASET;
      default -> kind.get().stage() ? Type.STAGE : Type.MODEL;
    };
  }
}
