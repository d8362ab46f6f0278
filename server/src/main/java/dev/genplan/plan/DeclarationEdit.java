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
    if (chunk < 0 || !before.importsSame(after)) {
      return Optional.empty();
    }
    List<Symbol> old = before.symbols();
    List<Symbol> now = after.symbols();
    if (old.size() != now.size()) {
      return Optional.empty();
    }
    Set<String> declarations = new HashSet<>();
    Set<String> properties = new HashSet<>();
    for (int i = 0; i < old.size(); i++) {
      if (!isUntouched(old.get(i), now.get(i))) {
        if (!isSame(old.get(i), now.get(i)) || !old.get(i).attributes().isTracked()) {
          return Optional.empty();
        }
        declarations.add(old.get(i).attributes().declaration());
        changes(old.get(i), now.get(i), properties);
      }
    }
    return TextChange.of(before.source().tree(), after.source().tree(), chunk)
        .map(text -> new DeclarationEdit(after, declarations, properties, text));
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

  /** Nodes whose text is the same are the same objects. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isUntouched(Symbol before, Symbol after) {
    return before.declaration() == after.declaration();
  }

  private static boolean isSame(Symbol before, Symbol after) {
    return before.declaration().keyword().text().equals(after.declaration().keyword().text())
        && before.name().equals(after.name())
        && before.parent().map(Symbol::index).equals(after.parent().map(Symbol::index))
        && haveSameLinks(before, after);
  }

  private static boolean haveSameLinks(Symbol before, Symbol after) {
    List<Link> old = before.links();
    List<Link> now = after.links();
    if (old.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < old.size(); i++) {
      if (!isSame(old.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(Link before, Link after) {
    return before.property().equals(after.property())
        && before.path().text().equals(after.path().text())
        && before.expected().equals(after.expected())
        && text(before).equals(text(after))
        && place(before.target()).equals(place(after.target()));
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

  /** Adds the names of all properties and sections that are not written as they were. */
  private static void changes(Symbol before, Symbol after, Set<String> into) {
    Map<String, String> old = stated(before);
    Map<String, String> now = stated(after);
    old.forEach(
        (name, text) -> {
          if (!text.equals(now.get(name))) {
            into.add(name);
          }
        });
    now.forEach(
        (name, text) -> {
          if (!old.containsKey(name)) {
            into.add(name);
          }
        });
  }

  private static Map<String, String> stated(Symbol symbol) {
    Map<String, String> stated = new HashMap<>();
    for (Member member : symbol.declaration().members()) {
      if (member instanceof Member.Property property && property.label().isEmpty()) {
        stated.merge(property.key().text(), written(symbol, member), String::concat);
      } else if (member instanceof Member.Declaration section && section.name().isEmpty()) {
        stated.merge(section.keyword().text(), written(symbol, member), String::concat);
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
  public Set<String> properties() {
    return properties;
  }

  /** Whether the edit lies inside the declaration, neither on its first line nor on its last. */
  public boolean isInside() {
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
    List<Related> moved = new ArrayList<>(all.size());
    for (Related each : all) {
      Optional<Location> location = move(each.location());
      if (location.isEmpty()) {
        return Optional.empty();
      }
      moved.add(new Related(location.get(), each.message()));
    }
    return Optional.of(moved);
  }

  /** The same repairs after the edit; empty if the edit has touched a place that one changes. */
  public Optional<List<Fix>> moveFixes(List<Fix> all) {
    List<Fix> moved = new ArrayList<>(all.size());
    for (Fix fix : all) {
      List<Edit> edits = new ArrayList<>(fix.edits().size());
      for (Edit edit : fix.edits()) {
        Optional<Location> location = move(edit.location());
        if (location.isEmpty()) {
          return Optional.empty();
        }
        edits.add(new Edit(location.get(), edit.text()));
      }
      moved.add(new Fix(fix.title(), fix.safe(), edits));
    }
    return Optional.of(moved);
  }
}
