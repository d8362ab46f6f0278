package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.LineIndex;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sorts the imports of a file and removes those that are there twice or bring nothing that is named
 * here. Lines of imports without a blank line or a comment between them are sorted by themselves.
 * An import that leads nowhere stays, and so does one of a file with stages: it makes them part of
 * the plan.
 */
final class OrganizeImports implements Offer {

  private static final Message TITLE = Message.of("Organize imports", "整理导入");

  private record Line(String path, Optional<SourceFile> target, int number) {}

  @Override
  public ActionKind kind() {
    return ActionKind.ORGANIZE_IMPORTS;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    String text = place.text();
    String organized = organized(place.plan());
    if (!organized.equals(text)) {
      into.add(
          Action.of(
              "organize imports",
              kind(),
              TITLE,
              () -> Change.of(Texts.between(place.file(), text, organized))));
    }
  }

  private static String organized(Plan plan) {
    SyntaxTree tree = plan.source().tree();
    Set<String> used = used(plan);
    Set<String> seen = new HashSet<>();
    StringBuilder out = new StringBuilder(tree.text());
    List<List<Line>> groups = groups(plan);
    List<List<Line>> kept = new ArrayList<>();
    for (List<Line> group : groups) {
      kept.add(
          group.stream()
              .filter(line -> line.target().isEmpty() || used.contains(line.target().get().uri()))
              .filter(line -> line.target().isEmpty() || seen.add(line.target().get().uri()))
              .sorted(Comparator.comparing(Line::path))
              .toList());
    }
    for (int i = groups.size() - 1; i >= 0; i--) {
      List<Line> group = groups.get(i);
      Span lines = lines(tree.lines(), group.get(0), group.get(group.size() - 1));
      StringBuilder text = new StringBuilder();
      kept.get(i).forEach(line -> text.append(text(tree, line)));
      out.replace(lines.start(), lines.end(), text.toString());
    }
    return out.toString();
  }

  private static Span lines(LineIndex lines, Line first, Line last) {
    return new Span(lines.start(first.number()), lines.start(last.number() + 1));
  }

  private static String text(SyntaxTree tree, Line line) {
    Span span = lines(tree.lines(), line, line);
    String text = tree.text().substring(span.start(), span.end());
    return text.endsWith("\n") ? text : text + SourceEdits.lineEnd(tree.text());
  }

  /** Imports on adjacent lines; one that shares its line, or is broken, is left alone. */
  private static List<List<Line>> groups(Plan plan) {
    SyntaxTree tree = plan.source().tree();
    List<List<Line>> groups = new ArrayList<>();
    int before = -2;
    for (SyntaxTree.Placed placed : tree.members()) {
      if (placed.member() instanceof Member.Import node
          && node.file().isPresent()
          && !node.broken()) {
        Span span = node.span().shift(placed.base());
        int number = tree.lines().line(span.start());
        boolean alone =
            tree.lines().text(number).strip().startsWith("import")
                && tree.text()
                    .substring(span.start(), span.end())
                    .equals(tree.lines().text(number).strip());
        if (!alone) {
          before = -2;
          continue;
        }
        if (number != before + 1) {
          groups.add(new ArrayList<>());
        }
        groups
            .get(groups.size() - 1)
            .add(new Line(node.file().get().text(), plan.importAt(span.end()), number));
        before = number;
      }
    }
    return groups;
  }

  /** URIs of the files that something here refers to, or that bring stages. */
  private static Set<String> used(Plan plan) {
    Set<String> used = new HashSet<>();
    for (Symbol symbol : plan.symbols()) {
      if (!symbol.isOwn() && (symbol.isStage() || symbol.kind().isEmpty())) {
        used.add(symbol.file());
      }
    }
    for (Symbol own : plan.own()) {
      for (Link link : own.links()) {
        link.symbol().map(Symbol::file).ifPresent(used::add);
      }
    }
    return used;
  }
}
