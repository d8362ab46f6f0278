package dev.genplan.editing;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes down the tree to the block in which an offset lies, and along the schema beside it. */
final class Scopes {

  private static final BlockSpec NOTHING = BlockSpec.of(List.of());

  private final Plan plan;
  private final int offset;
  private final String text;
  private int base;
  private int from;

  private Scopes(Plan plan, int offset) {
    this.plan = plan;
    this.offset = offset;
    this.text = plan.source().tree().text();
  }

  /**
   * A block and where in it the offset lies.
   *
   * @param from offset from which what stands before the caret is to be read: the start of the
   *     member that begins before it, or of the block
   */
  record Found(Scope scope, int from) {}

  /** The innermost block in which an offset lies. */
  static Found at(Plan plan, int offset) {
    return new Scopes(plan, offset).find();
  }

  private Found find() {
    SyntaxTree tree = plan.source().tree();
    List<Member> all = new ArrayList<>();
    Optional<SyntaxTree.Placed> before = Optional.empty();
    for (SyntaxTree.Placed placed : tree.members()) {
      all.add(placed.member());
      if (placed.base() + placed.member().start() < offset) {
        before = Optional.of(placed);
      }
    }
    Scope file =
        new Scope(
            Scope.Place.FILE, "", Optional.empty(), NOTHING, List.of(), Optional.empty(), all);
    from = tree.start(tree.chunkAt(offset));
    if (before.isEmpty()) {
      return new Found(file, from);
    }
    base = before.get().base();
    int chunk = from;
    from = statement(before.get().member());
    Scope scope = member(file, before.get().member()).orElse(file);
    return new Found(scope, Math.max(chunk, from));
  }

  /** The scope inside a member, if the offset lies in a block of it. */
  private Optional<Scope> member(Scope outer, Member member) {
    if (member instanceof Member.Declaration declaration) {
      return declaration
          .body()
          .filter(this::holds)
          .map(body -> inside(declaration(outer, declaration, body), body));
    } else if (member instanceof Member.Property property && property.value().isPresent()) {
      return value(outer, valueOf(outer, property), property.value().get());
    } else if (member instanceof Member.Criterion criterion && criterion.value().isPresent()) {
      return criterion
          .value()
          .flatMap(Value::block)
          .filter(this::holds)
          .map(
              block ->
                  inside(
                      qualifiers(outer, criterion.metric().text(), criterionQualifiers(), block),
                      block));
    }
    return Optional.empty();
  }

  private Scope inside(Scope scope, Block block) {
    from = base + block.start() + 1;
    Optional<Member> before = Optional.empty();
    for (Member member : block.members()) {
      if (base + member.start() < offset) {
        before = Optional.of(member);
      }
    }
    if (before.isEmpty()) {
      return scope;
    }
    from = statement(before.get());
    return member(scope, before.get()).orElse(scope);
  }

  /** Where what stands before the caret begins: with a member, or with a line behind it. */
  private int statement(Member member) {
    int line = lineStart();
    int known = base + openBlock(member).map(Block::start).orElse(member.end());
    return line <= known || isOpenList(member) ? base + member.start() : line;
  }

  private static Optional<Block> openBlock(Member member) {
    return member instanceof Member.Declaration declaration
        ? declaration.body().filter(body -> !body.closed())
        : Optional.empty();
  }

  private static boolean isOpenList(Member member) {
    return member instanceof Member.Property property
        && property.value().isPresent()
        && property.value().get() instanceof Value.Sequence list
        && !list.closed();
  }

  /** Whether the offset lies between the braces. An unclosed block goes on to the next member. */
  private boolean holds(Block block) {
    if (offset <= base + block.start()) {
      return false;
    }
    return block.closed() ? offset < base + block.end() : !startsFirstColumn(block);
  }

  /** Whether the line begins in the first column, and so stands outside of an unclosed block. */
  private boolean startsFirstColumn(Block block) {
    int line = lineStart();
    return line > base + block.start()
        && line < offset
        && !Character.isWhitespace(text.charAt(line));
  }

  private int lineStart() {
    return Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  }

  private Scope declaration(Scope outer, Member.Declaration declaration, Block body) {
    String word = declaration.keyword().text();
    Optional<Property> section = outer.find(word);
    if (section.isPresent() && section.get().type() instanceof Type.Section type) {
      return new Scope(
          Scope.Place.SECTION,
          word,
          Optional.empty(),
          type.block(),
          List.of(),
          outer.symbol(),
          body.members());
    }
    BlockSpec part = outer.spec().nested().get(word);
    Optional<Symbol> symbol = symbol(declaration).or(outer::symbol);
    if (part != null) {
      return new Scope(
          Scope.Place.PART, word, Optional.empty(), part, List.of(), symbol, body.members());
    }
    Optional<Kind> kind =
        outer.place() == Scope.Place.FILE || outer.spec().content() == BlockSpec.Content.STAGES
            ? Schema.kind(word)
            : Optional.empty();
    return new Scope(
        kind.isPresent() ? Scope.Place.DECLARATION : Scope.Place.UNKNOWN,
        word,
        kind,
        kind.map(Kind::body).orElse(NOTHING),
        List.of(),
        symbol,
        body.members());
  }

  private Optional<Symbol> symbol(Member.Declaration declaration) {
    int start = base + declaration.start();
    return plan.symbols().stream()
        .filter(symbol -> symbol.isOwn() && symbol.base() + symbol.node().start() == start)
        .findFirst();
  }

  private static Optional<Property> valueOf(Scope outer, Member.Property member) {
    if (member.label().isPresent()) {
      return member.key().text().equals("allow") ? Optional.of(Schema.allow()) : Optional.empty();
    }
    return outer.find(member.key().text());
  }

  private Optional<Scope> value(Scope outer, Optional<Property> property, Value value) {
    for (Value element : Attributes.elements(value)) {
      Optional<Block> block = element.block().filter(this::holds);
      if (block.isPresent()) {
        return Optional.of(inside(behind(outer, property, element, block.get()), block.get()));
      }
    }
    return Optional.empty();
  }

  private static Scope behind(Scope outer, Optional<Property> property, Value value, Block block) {
    if (property.isEmpty()) {
      boolean measured = outer.holdsMetrics();
      return measured
          ? qualifiers(outer, outer.word(), Schema.figureQualifiers(), block)
          : new Scope(
              Scope.Place.UNKNOWN,
              "",
              Optional.empty(),
              NOTHING,
              List.of(),
              outer.symbol(),
              block.members());
    }
    Property known = property.get();
    if (known.type() instanceof Type.Tagged tagged && value instanceof Value.Reference word) {
      return new Scope(
          Scope.Place.OPTIONS,
          word.text(),
          Optional.empty(),
          tagged.words().find(word.text()).flatMap(Word::block).orElse(NOTHING),
          known.qualifiers(),
          outer.symbol(),
          block.members());
    }
    List<Property> more = new ArrayList<>(known.qualifiers());
    if (isFigure(known.type())) {
      more.addAll(Schema.figureQualifiers());
    }
    return qualifiers(outer, known.name(), more, block);
  }

  private static Scope qualifiers(Scope outer, String word, List<Property> more, Block block) {
    return new Scope(
        Scope.Place.QUALIFIERS,
        word,
        Optional.empty(),
        NOTHING,
        more,
        outer.symbol(),
        block.members());
  }

  private static List<Property> criterionQualifiers() {
    List<Property> all = new ArrayList<>(Schema.criterionQualifiers());
    all.addAll(Schema.figureQualifiers());
    return all;
  }

  private static boolean isFigure(Type type) {
    return type instanceof Type.Either either
        ? either.types().stream().allMatch(Scopes::isFigure)
        : type instanceof Type.Number
            || type instanceof Type.Share
            || type instanceof Type.Quantity;
  }
}
