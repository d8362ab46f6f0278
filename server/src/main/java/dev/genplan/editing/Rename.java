package dev.genplan.editing;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.workspace.FileUris;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * Gives a declaration, a split or a stage inside a {@code repeat} another name, wherever it is
 * mentioned. Refuses what would make a name mean something else than before.
 */
public final class Rename {

  private static final Localized NOT_OURS =
      Localized.of(
          "`{0}` is a word of the language; what can be renamed is the name of a declaration, of a"
              + " split, of a stage",
          "`{0}` 是语言本身的词；可以重命名的只有声明、划分和阶段的名称");
  private static final Localized A_METRIC =
      Localized.of(
          "`{0}` is a metric; what can be renamed is the name of a declaration, of a split, of a"
              + " stage",
          "`{0}` 是指标；可以重命名的只有声明、划分和阶段的名称");
  private static final Localized UNKNOWN =
      Localized.of(
          "Nothing is called `{0}`, so there is nothing to rename", "没有名为 `{0}` 的声明，无从重命名");
  private static final Localized NO_NAME =
      Localized.of(
          "`{0}` is no name: a name begins with a letter and goes on with letters, digits, `_` and"
              + " `-`, and with a dot only before a digit",
          "`{0}` 不是合法名称：名称以字母或汉字开头，其后可用字母、汉字、数字、`_` 和 `-`，点号之后必须是数字");
  private static final Message EMPTY = Message.of("A name is not empty", "名称不能为空");
  private static final Localized CONSTANT =
      Localized.of(
          "`{0}` has a meaning of its own and cannot be a name; choose another one",
          "`{0}` 有固定含义，不能用作名称；请换一个");
  private static final Localized TAKEN =
      Localized.of(
          "`{0}` is already declared in `{1}`; choose another name", "`{0}` 已在 `{1}` 中声明；请换一个名称");
  private static final Localized TAKEN_INSIDE =
      Localized.of(
          "Inside `{1}` something is called `{0}` already (`{2}`); choose another name",
          "`{1}` 内已有名为 `{0}` 的声明（`{2}`）；请换一个名称");

  private Rename() {}

  /** What stands at a place, as far as it can be renamed. */
  public sealed interface Subject {

    /**
     * A name of somebody's own.
     *
     * @param span where it is written, in the plan's own file
     */
    record Named(Span span, Symbol symbol) implements Subject {}

    /** A word that nobody here has given. */
    record Refused(Message why) implements Subject {}

    /** No word at all. */
    record Nothing() implements Subject {}
  }

  /** What comes of a new name. */
  public sealed interface Outcome {

    /** What is to be changed, in all files. */
    record Edits(List<Edit> edits) implements Outcome {
      public Edits {
        edits = List.copyOf(edits);
      }
    }

    /** The name cannot be given. */
    record Refused(Message why) implements Outcome {}
  }

  /** What would be renamed at an offset of the plan's own file. */
  public static Subject at(Plan plan, int offset) {
    Optional<Mention> mention = Mentions.at(plan, offset);
    if (mention.isEmpty()) {
      return word(plan, offset);
    }
    Mention found = mention.get();
    if (found instanceof Mention.Verdict verdict) {
      return new Subject.Refused(NOT_OURS.with(verdict.passes() ? "passes" : "fails"));
    } else if (found instanceof Mention.Figure figure) {
      return new Subject.Refused(A_METRIC.with(figure.metric()));
    }
    return new Subject.Named(found.span(), found.symbol());
  }

  private static Subject word(Plan plan, int offset) {
    SyntaxTree tree = plan.source().tree();
    int chunk = tree.chunkAt(offset);
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    for (int at : new int[] {offset, offset - 1}) {
      if (at < base || at >= tree.text().length()) {
        continue;
      }
      int token = tokens.at(at - base);
      if (tokens.kind(token) == TokenKind.NAME) {
        String word = tree.text().substring(base + tokens.start(token), base + tokens.end(token));
        return new Subject.Refused((isReference(plan, offset) ? UNKNOWN : NOT_OURS).with(word));
      }
    }
    return new Subject.Nothing();
  }

  private static boolean isReference(Plan plan, int offset) {
    for (Symbol symbol : plan.own()) {
      for (Link link : symbol.links()) {
        if (link.location().span().touches(offset)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Gives a declaration another name.
   *
   * @param symbol the declaration, as any plan sees it
   * @param wish the new name; white space around it does not count
   * @param plans the file in which it stands and all files that import that, each bound by itself
   */
  public static Outcome to(Symbol symbol, String wish, List<Plan> plans) {
    String name = Normalizer.normalize(wish.strip(), Normalizer.Form.NFC);
    if (name.equals(symbol.name())) {
      return new Outcome.Edits(List.of());
    }
    Optional<Message> wrong = invalid(name);
    for (Plan plan : plans) {
      wrong = wrong.or(() -> taken(plan, symbol, name));
    }
    Mention declared = new Mention.Declared(symbol.location().span(), symbol);
    List<Edit> edits =
        Usages.of(declared, plans, true).stream().map(place -> new Edit(place, name)).toList();
    return wrong.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Edits(edits));
  }

  /** Why something cannot be a name; asks the parser, so that the two never disagree. */
  private static Optional<Message> invalid(String name) {
    if (name.isEmpty()) {
      return Optional.of(EMPTY);
    } else if (Attributes.isConstant(name)) {
      return Optional.of(CONSTANT.with(name));
    }
    SyntaxTree tree = SyntaxTree.parse("a " + name + " { b: " + name + " }\n");
    boolean read =
        tree.errors().isEmpty()
            && tree.members().size() == 1
            && tree.members().get(0).member() instanceof Member.Declaration declaration
            && declaration.name().filter(written -> written.text().equals(name)).isPresent()
            && declaration.members().size() == 1
            && declaration.members().get(0) instanceof Member.Property property
            && property.value().orElse(null) instanceof Value.Reference reference
            && reference.path().isSimple();
    return read ? Optional.empty() : Optional.of(NO_NAME.with(name));
  }

  /** What has the name already where the declaration can be mentioned. */
  private static Optional<Message> taken(Plan plan, Symbol symbol, String name) {
    Optional<Symbol> parent = symbol.parent();
    Optional<Symbol> sibling = parent.flatMap(outer -> outer.inner(name));
    if (sibling.isPresent()) {
      return Optional.of(TAKEN_INSIDE.with(name, parent.get().name(), sibling.get()));
    }
    if (symbol.isSplit()) {
      return Optional.empty();
    }
    boolean atHome = plan.file().equals(symbol.file());
    if (parent.isPresent() && !atHome) {
      return Optional.empty();
    }
    return plan.find(name)
        .map(other -> TAKEN.with(name, FileUris.name(other.file())))
        .or(() -> parent.isPresent() ? Optional.empty() : hiding(plan, name));
  }

  /** A stage inside a {@code repeat} that would hide the name there. */
  private static Optional<Message> hiding(Plan plan, String name) {
    for (Symbol own : plan.own()) {
      Optional<Symbol> inner = own.isSplit() ? Optional.empty() : own.inner(name);
      if (inner.isPresent() && !inner.get().isSplit()) {
        return Optional.of(TAKEN_INSIDE.with(name, own.name(), inner.get()));
      }
    }
    return Optional.empty();
  }
}
