package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * Puts what is meant in place of its name: the measured number in place of another report's metric,
 * the declarations of a file in place of its import.
 */
final class Inline implements Offer {

  private static final Localized FIGURE =
      Localized.of("Replace `{0}` with its result", "将 `{0}` 替换为其结果");
  private static final Localized NO_RESULT =
      Localized.of("`{0}` has no result for `{1}` yet", "`{0}` 还没有 `{1}` 的结果");
  private static final Localized IMPORT =
      Localized.of("Copy the declarations of `{0}` into this file", "将 `{0}` 的声明复制到本文件");
  private static final Localized HAS_IMPORTS =
      Localized.of("`{0}` imports other files itself", "`{0}` 自身还导入了其他文件");

  @Override
  public ActionKind kind() {
    return ActionKind.INLINE;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    place.symbol().ifPresent(symbol -> symbol.links().forEach(link -> figure(place, link, into)));
    SyntaxTree tree = place.plan().source().tree();
    for (SyntaxTree.Placed placed : tree.members()) {
      if (placed.member() instanceof Member.Import node
          && node.file().isPresent()
          && place.touches(node.span().shift(placed.base()))) {
        place
            .plan()
            .importAt(placed.base() + node.start())
            .filter(file -> !file.uri().equals(place.file()))
            .ifPresent(file -> imported(place, placed, node.file().get().text(), file, into));
      }
    }
  }

  private static void figure(Place place, Link link, List<Action> into) {
    if (!(link.target() instanceof Resolution.Figure figure)
        || !place.touches(link.location().span())) {
      return;
    }
    String written = link.path().text();
    Symbol report = figure.report();
    Optional<String> result =
        report
            .attributes()
            .section("results")
            .flatMap(results -> results.value(figure.metric()))
            .filter(value -> Attributes.wordOf(value).isEmpty())
            .map(report::figure);
    if (result.isEmpty()) {
      into.add(
          Action.impossible(
              "inline " + written,
              ActionKind.INLINE,
              FIGURE.with(written),
              NO_RESULT.with(report.name(), figure.metric())));
    } else {
      Edit edit = new Edit(link.location(), result.get());
      into.add(
          Action.of(
              "inline " + written,
              ActionKind.INLINE,
              FIGURE.with(written),
              () -> Change.of(Texts.tidy(place.plan().source(), List.of(edit)))));
    }
  }

  private static void imported(
      Place place, SyntaxTree.Placed placed, String path, SourceFile file, List<Action> into) {
    if (!file.imports().isEmpty()) {
      into.add(
          Action.impossible(
              "inline " + path, ActionKind.INLINE, IMPORT.with(path), HAS_IMPORTS.with(path)));
      return;
    }
    into.add(
        Action.of(
            "inline " + path,
            ActionKind.INLINE,
            IMPORT.with(path),
            () -> Change.of(copied(place, placed, file))));
  }

  /** The import removed, and what it brought behind the last import. */
  private static List<Edit> copied(Place place, SyntaxTree.Placed placed, SourceFile file) {
    SyntaxTree tree = place.plan().source().tree();
    Span span = placed.member().span().shift(placed.base());
    int last = span.end();
    for (SyntaxTree.Placed other : tree.members()) {
      if (other.member() instanceof Member.Import) {
        last = Math.max(last, other.base() + other.member().end());
      }
    }
    String end = SourceEdits.lineEnd(tree.text());
    String body =
        file.tree().text().replace("\uFEFF", "").replace("\r\n", "\n").strip().replace("\n", end);
    int at = tree.lines().end(tree.lines().line(last));
    if (last == span.end()) {
      return List.of(new Edit(new Location(place.file(), span), body + end));
    }
    return List.of(
        new Edit(place.plan().source().wholeLines(new Location(place.file(), span)), ""),
        new Edit(new Location(place.file(), new Span(at, at)), end + end + body));
  }
}
