package dev.genplan.plan;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.Path;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A declaration as seen from one plan: a project, a model, a stage, a split of a dataset, a stage
 * inside a {@code repeat}.
 */
public final class Symbol {

  private final Plan plan;
  private final FileScope scope;
  private final Member.Declaration node;
  private final int base;
  private final Optional<Kind> kind;
  private final Optional<Symbol> parent;
  private final Attributes attributes;
  private final int index;
  private final List<Symbol> inner = new ArrayList<>(0);
  private List<Link> links;

  Symbol(
      Plan plan,
      FileScope scope,
      Member.Declaration node,
      int base,
      Optional<Kind> kind,
      Optional<Symbol> parent,
      Attributes attributes,
      int index) {
    this.plan = plan;
    this.scope = scope;
    this.node = node;
    this.base = base;
    this.kind = kind;
    this.parent = parent;
    this.index = index;
    this.attributes = attributes;
  }

  void add(Symbol symbol) {
    inner.add(symbol);
  }

  FileScope scope() {
    return scope;
  }

  /** Its place in {@link Plan#symbols()}. */
  public int index() {
    return index;
  }

  /** The plan from which it is seen. */
  public Plan plan() {
    return plan;
  }

  /** Its own name; empty where it has none. */
  public String name() {
    return node.name().map(name -> name.text()).orElse("");
  }

  /** The name under which others refer to it: {@code dialogsum.train} for a split. */
  public String qualifiedName() {
    return parent.map(outer -> outer.name() + "." + name()).orElse(name());
  }

  /** The kind; empty for a split, and for a word that is no kind. */
  public Optional<Kind> kind() {
    return kind;
  }

  /** Whether it is of that kind. */
  public boolean is(String word) {
    return kind.isPresent() && kind.get().word().equals(word);
  }

  /** Whether it is something that is done. */
  public boolean isStage() {
    return kind.isPresent() && kind.get().stage();
  }

  /** Whether it is a split of a dataset. */
  public boolean isSplit() {
    return kind.isEmpty() && parent.filter(outer -> outer.is("dataset")).isPresent();
  }

  public Member.Declaration node() {
    attributes.readEverything();
    return node;
  }

  /** Its node, for work that depends on no more of it than {@link DeclarationEdit} compares. */
  Member.Declaration declaration() {
    return node;
  }

  /** The file in which it stands. */
  public SourceFile source() {
    attributes.readEverything();
    plan.noteSurroundings();
    return scope.file();
  }

  /** URI of the file in which it stands. */
  public String file() {
    return scope.file().uri();
  }

  /** Whether it stands in the plan's own file, not in an imported one. */
  public boolean isOwn() {
    return scope == plan.scope();
  }

  /** Offset in the file from which the positions of its nodes count. */
  public int base() {
    return base;
  }

  /** The dataset of a split, the {@code repeat} of a stage inside it. */
  public Optional<Symbol> parent() {
    return parent;
  }

  /** The {@code repeat} in which it stands, if any. */
  public Optional<Symbol> repeat() {
    return parent.filter(outer -> outer.is("repeat"));
  }

  /** Splits of a dataset, stages inside a {@code repeat}; in the order of the text. */
  public List<Symbol> inner() {
    return Collections.unmodifiableList(inner);
  }

  /** The split or inner stage of that name. */
  public Optional<Symbol> inner(String name) {
    for (Symbol symbol : inner) {
      if (symbol.name().equals(name)) {
        return Optional.of(symbol);
      }
    }
    return Optional.empty();
  }

  /** What its members state. */
  public Attributes attributes() {
    return attributes;
  }

  /** What it makes; empty if nothing, or if that cannot be known. */
  public Optional<FlowType> makes() {
    return plan.types().of(this);
  }

  /** All references in it, in the order of the text, those of inner declarations not included. */
  public List<Link> links() {
    List<Link> known = links;
    if (known == null) {
      known = List.copyOf(LinkCollector.collect(this));
      links = known;
    }
    return known;
  }

  /** The references that are the value of a property. */
  public List<Link> links(String property) {
    List<Link> found = List.of();
    for (Link link : links()) {
      if (link.property().equals(property)) {
        found = with(found, link);
      }
    }
    return Collections.unmodifiableList(found);
  }

  /**
   * The references that are the values of a property of the declaration itself, not of an option of
   * the same name inside another value.
   */
  public List<Link> valueLinks(String property) {
    List<Value> values = attributes.values(property);
    List<Link> found = List.of();
    for (Link link : links()) {
      if (link.property().equals(property)
          && link.value().isPresent()
          && values.contains(link.value().get())) {
        found = with(found, link);
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** What the values of a property lead to, where they lead anywhere. */
  public List<Symbol> targets(String property) {
    List<Symbol> found = List.of();
    for (Link link : links()) {
      if (link.property().equals(property) && link.symbol().isPresent()) {
        found = with(found, link.symbol().get());
      }
    }
    return Collections.unmodifiableList(found);
  }

  /** What the first value of a property leads to. */
  public Optional<Symbol> target(String property) {
    for (Link link : links()) {
      if (link.property().equals(property) && link.symbol().isPresent()) {
        return link.symbol();
      }
    }
    return Optional.empty();
  }

  /** A list that grows; most properties have no reference or one, and are asked for often. */
  private static <T> List<T> with(List<T> found, T next) {
    List<T> grown = found.isEmpty() ? new ArrayList<>(1) : found;
    grown.add(next);
    return grown;
  }

  /** Where one of its nodes stands in the file. */
  public Location locate(Node descendant) {
    return locate(descendant.span());
  }

  /** Where a range that counts like the positions of its nodes stands in the file. */
  public Location locate(Span span) {
    return new Location(file(), span.shift(base));
  }

  /** The text of one of its nodes as it stands in the file, with line feeds as line ends. */
  public String text(Node descendant) {
    return text(descendant, descendant.end()).replace("\r\n", "\n");
  }

  /** The text of a value without the block that qualifies it. */
  public String figure(Value value) {
    return value.block().map(block -> text(value, block.start())).orElseGet(() -> text(value));
  }

  private String text(Node node, int end) {
    Span span = locate(new Span(node.start(), end)).span();
    return scope.file().tree().text().substring(span.start(), span.end()).strip();
  }

  /** The place to mark when the declaration as a whole is meant: its name, or its keyword. */
  public Location location() {
    return locate(node.name().orElse(node.keyword()));
  }

  /** The place to mark when a property is meant: its value, its key if it has none, or the name. */
  public Location locationOf(String property) {
    Optional<Member.Property> member = attributes.node(property);
    if (member.isPresent()) {
      Path key = member.get().key();
      return member.get().value().map(this::locate).orElseGet(() -> locate(key));
    }
    return attributes
        .sectionNode(property)
        .map(section -> locate(section.keyword()))
        .orElseGet(this::location);
  }

  /** Kind and name, for debuggers. */
  @Override
  public String toString() {
    return node.keyword().text() + " " + qualifiedName();
  }
}
