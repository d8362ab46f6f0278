package dev.genplan.plan;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The difference between two states of a plan that differ only in what one declaration states: the
 * same declarations of the same names refer to each other in the same way. Most keys make such an
 * edit.
 */
public final class DeclarationEdit {

  private final Plan after;
  private final Set<String> declarations;
  private final Set<String> properties;
  private final TextChange text;

  private DeclarationEdit(
      Plan after, Set<String> declarations, Set<String> properties, TextChange text) {
    this.after = after;
    this.declarations = Set.copyOf(declarations);
    this.properties = Set.copyOf(properties);
    this.text = text;
  }

  /**
   * Compares two states of a plan.
   *
   * @return empty if they differ in more than what one declaration states, or if it was not noted
   *     what was asked of that declaration
   */
  public static Optional<DeclarationEdit> between(Plan before, Plan after) {
    int chunk = onlyChange(before.source().tree(), after.source().tree());
    if (chunk < 0
        || before.symbols().size() != after.symbols().size()
        || !before.importsSame(after)) {
      return Optional.empty();
    }
    return TextChange.of(before.source().tree(), after.source().tree(), chunk)
        .flatMap(text -> between(before, after, text));
  }

  private static Optional<DeclarationEdit> between(Plan before, Plan after, TextChange text) {
    Set<String> declarations = new HashSet<>();
    Set<String> properties = new HashSet<>();
    for (int i = 0; i < before.symbols().size(); i++) {
      Symbol old = before.symbols().get(i);
      Symbol now = after.symbols().get(i);
      if (!isUntouched(old, now)) {
        if (!old.isOwn() || !old.attributes().isTracked() || !isSame(old, now, text)) {
          return Optional.empty();
        }
        declarations.add(old.attributes().declaration());
        changes(old, now, text, properties);
      }
    }
    return Optional.of(new DeclarationEdit(after, declarations, properties, text));
  }

  /** Index of the one chunk that differs; negative if none does, or several do. */
  private static int onlyChange(SyntaxTree before, SyntaxTree after) {
    List<Chunk> old = before.chunks();
    List<Chunk> now = after.chunks();
    if (old.size() != now.size()) {
      return -1;
    }
    int found = -1;
    for (int i = 0; i < old.size(); i++) {
      if (old.get(i) != now.get(i)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  /**
   * What a declaration states is the same object as long as its text is the same. Its node would
   * not do: it may come back with an old state of the text, and only now be noted.
   */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isUntouched(Symbol before, Symbol after) {
    return before.attributes() == after.attributes();
  }

  private static boolean isSame(Symbol before, Symbol after, TextChange text) {
    return before.declaration().keyword().text().equals(after.declaration().keyword().text())
        && before.name().equals(after.name())
        && before.parent().map(Symbol::index).equals(after.parent().map(Symbol::index))
        && text.moves(before.location().span(), after.location().span())
        && haveSameLinks(before, after, text);
  }

  private static boolean haveSameLinks(Symbol before, Symbol after, TextChange text) {
    List<Link> old = before.links();
    List<Link> now = after.links();
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!isSame(old.get(i), now.get(i), text)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Link before, Link after, TextChange text) {
    return before.property().equals(after.property())
        && before.path().text().equals(after.path().text())
        && before.expected().equals(after.expected())
        && text(before).equals(text(after))
        && place(before.target()).equals(place(after.target()))
        && text.moves(before.location().span(), after.location().span());
  }

  private static Optional<String> text(Link link) {
    return link.value().map(value -> written(link.from(), value));
  }

  /** What a name leads to, comparable between two states of a plan. */
  private static List<Object> place(Resolution target) {
    Optional<Integer> declaration = target.declaration().map(Symbol::index);
    if (target instanceof Resolution.Verdict verdict) {
      return List.of("verdict", declaration, verdict.passes());
    }
    if (target instanceof Resolution.Figure figure) {
      return List.of("figure", declaration, figure.metric());
    }
    if (target instanceof Resolution.Unresolved unresolved) {
      return List.of("nothing", unresolved.owner().map(Symbol::index), unresolved.part().text());
    }
    return List.of(target instanceof Resolution.RoundInput ? "round" : "declared", declaration);
  }

  /** A property or section as it is written, and where. */
  private record Stated(String text, Span span) {}

  /** Adds the names of all properties and sections that are not written as and where they were. */
  private static void changes(Symbol before, Symbol after, TextChange text, Set<String> into) {
    Map<String, List<Stated>> old = stated(before);
    Map<String, List<Stated>> now = stated(after);
    old.forEach(
        (name, written) -> {
          if (!areSame(written, now.getOrDefault(name, List.of()), text)) {
            into.add(name);
          }
        });
    now.forEach(
        (name, written) -> {
          if (!old.containsKey(name)) {
            into.add(name);
          }
        });
  }

  private static boolean areSame(List<Stated> before, List<Stated> after, TextChange text) {
    if (before.size() != after.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      Stated old = before.get(i);
      Stated now = after.get(i);
      if (!old.text().equals(now.text()) || !text.moves(old.span(), now.span())) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Stated>> stated(Symbol symbol) {
    Map<String, List<Stated>> stated = new HashMap<>();
    for (Member member : symbol.declaration().members()) {
      Optional<String> name = Optional.empty();
      if (member instanceof Member.Property property && property.label().isEmpty()) {
        name = Optional.of(property.key().text());
      } else if (member instanceof Member.Declaration section && section.name().isEmpty()) {
        name = Optional.of(section.keyword().text());
      }
      if (name.isPresent()) {
        stated
            .computeIfAbsent(name.get(), any -> new ArrayList<>(1))
            .add(new Stated(written(symbol, member), symbol.locate(member).span()));
      }
    }
    return stated;
  }

  private static String written(Symbol symbol, Node node) {
    Span span = symbol.locate(node).span();
    return symbol.scope().file().tree().text().substring(span.start(), span.end());
  }

  /** The declaration and what is declared inside it, as {@link Attributes#declaration()} says. */
  Set<String> declarations() {
    return declarations;
  }

  /** The names of the properties and sections that have changed, come or gone. */
  Set<String> properties() {
    return properties;
  }

  /** Whether the edit lies inside the declaration, neither on its first line nor on its last. */
  boolean isInside() {
    return text.isInside();
  }

  /** The same declaration after the edit. */
  public Symbol move(Symbol symbol) {
    return after.symbols().get(symbol.index());
  }

  /** The same place after the edit; empty if the edit has touched it. */
  public Optional<Location> move(Location location) {
    return location.file().equals(after.file())
        ? text.move(location.span()).map(span -> new Location(location.file(), span))
        : Optional.of(location);
  }

  /** The same finding after the edit; empty if the edit has touched one of its places. */
  public Optional<Diagnostic> move(Diagnostic found) {
    Optional<Location> location = move(found.location());
    Optional<List<Related>> related = moveRelated(found.related());
    Optional<List<Fix>> fixes = moveFixes(found.fixes());
    return location.isPresent() && related.isPresent() && fixes.isPresent()
        ? Optional.of(
            new Diagnostic(
                found.code(),
                found.severity(),
                location.get(),
                found.message(),
                related.get(),
                found.tags(),
                fixes.get()))
        : Optional.empty();
  }

  /** The same places after the edit; empty if the edit has touched one of them. */
  public Optional<List<Related>> moveRelated(List<Related> all) {
    return moveAll(
        all, each -> move(each.location()).map(location -> new Related(location, each.message())));
  }

  /** The same repairs after the edit; empty if the edit has touched a place that one changes. */
  public Optional<List<Fix>> moveFixes(List<Fix> all) {
    return moveAll(
        all,
        fix ->
            moveAll(fix.edits(), this::move).map(edits -> new Fix(fix.title(), fix.safe(), edits)));
  }

  private Optional<Edit> move(Edit edit) {
    return move(edit.location()).map(location -> new Edit(location, edit.text()));
  }

  /** All of some things after the edit; empty if one of them cannot be moved. */
  public static <T> Optional<List<T>> moveAll(List<T> all, Function<T, Optional<T>> move) {
    List<T> moved = new ArrayList<>(all.size());
    for (T each : all) {
      Optional<T> same = move.apply(each);
      if (same.isEmpty()) {
        return Optional.empty();
      }
      moved.add(same.get());
    }
    return Optional.of(moved);
  }
}
