package dev.genplan.plan;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Severity;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.syntax.Name;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the names of a file: those it declares, those it imports, those it refers to.
 */
public final class BindingCheck {

  private static final Localized ALREADY = Localized.of("`{0}` is already declared", "`{0}` 已经声明过");
  private static final Message FIRST = Message.of("first declared here", "首次声明在此处");
  private static final Message HERE = Message.of("declared here", "声明在此处");

  private final Plan plan;
  private final Suggestions suggestions;
  private final List<Diagnostic> found = new ArrayList<>();

  /** A name that is not found may be declared in a file that is not found either. */
  private final boolean lacksImport;

  private BindingCheck(Plan plan) {
    this.plan = plan;
    this.suggestions = new Suggestions(plan);
    this.lacksImport =
        plan.scope().imports().stream().anyMatch(site -> !(site.result() instanceof Imports.Found));
  }

  /** All findings about names in the plan's own file, in no particular order. */
  public static List<Diagnostic> of(Plan plan) {
    BindingCheck check = new BindingCheck(plan);
    check.imports();
    check.names();
    for (Symbol symbol : plan.symbols()) {
      if (symbol.isOwn()) {
        symbol.links().forEach(check::link);
      }
    }
    return check.found;
  }

  private void error(String code, Location location, Message message) {
    found.add(new Diagnostic(code, Severity.ERROR, location, message));
  }

  private void imports() {
    Map<String, Symbol> brought = new HashMap<>();
    List<String> seen = new ArrayList<>();
    for (FileScope.ImportSite site : plan.scope().imports()) {
      Location location =
          new Location(plan.file(), site.node().file().orElseThrow().span().shift(site.base()));
      String path = site.node().file().orElseThrow().text();
      if (site.result() instanceof Imports.Missing) {
        error(
            "import-not-found",
            location,
            Localized.of(
                    "No file `{0}` beside this one; the path is relative to this file",
                    "找不到文件 `{0}`；路径以本文件所在目录为准")
                .with(path));
      } else if (site.result() instanceof Imports.Outside) {
        error(
            "import-outside-workspace",
            location,
            Localized.of(
                    "`{0}` lies outside the workspace; only files inside it can be imported",
                    "`{0}` 在工作区之外；只能导入工作区内的文件")
                .with(path));
      } else if (site.result() instanceof Imports.Found target) {
        if (seen.contains(target.file().uri())) {
          error(
              "duplicate-import",
              location,
              Localized.of("`{0}` is already imported", "`{0}` 已经导入过").with(path));
          continue;
        }
        seen.add(target.file().uri());
        importCycle(target, location, path);
        clashes(target, location, brought);
      }
    }
  }

  private void importCycle(Imports.Found target, Location location, String path) {
    if (target.file().uri().equals(plan.file())) {
      error("import-cycle", location, Message.of("This file imports itself", "该文件导入了自身"));
    } else if (plan.reaches(target.file().uri(), plan.file())) {
      error(
          "import-cycle",
          location,
          Localized.of(
                  "`{0}` imports this file in turn; move what both need into a third file",
                  "`{0}` 又导入了本文件；请把双方都需要的声明移到第三个文件")
              .with(path));
    }
  }

  private void clashes(Imports.Found target, Location location, Map<String, Symbol> brought) {
    for (Symbol symbol : plan.scopeOf(target.file().uri()).own().values()) {
      Symbol own = plan.scope().own().get(symbol.name());
      Symbol other = brought.putIfAbsent(symbol.name(), symbol);
      if (own != null) {
        found.add(
            new Diagnostic(
                "duplicate-name",
                Severity.ERROR,
                own.location(),
                Localized.of(
                        "`{0}` is already declared in an imported file; rename one of them",
                        "`{0}` 已在导入的文件中声明；请重命名其中一个")
                    .with(symbol.name()),
                List.of(new Related(symbol.location(), HERE)),
                Set.of(),
                List.of()));
      } else if (other != null) {
        found.add(
            new Diagnostic(
                "duplicate-name",
                Severity.ERROR,
                location,
                Localized.of(
                        "`{0}` is declared in two imported files; rename one of them",
                        "两个导入的文件都声明了 `{0}`；请重命名其中一个")
                    .with(symbol.name()),
                List.of(new Related(other.location(), FIRST), new Related(symbol.location(), HERE)),
                Set.of(),
                List.of()));
      }
    }
  }

  private void names() {
    Map<String, Symbol> first = new HashMap<>();
    for (Symbol symbol : plan.scope().symbols()) {
      unique(symbol, first);
      Map<String, Symbol> inside = new HashMap<>();
      if (symbol.is("repeat")) {
        inside.put(symbol.name(), symbol);
      }
      for (Symbol inner : symbol.inner()) {
        if (unique(inner, inside) && !inner.isSplit()) {
          shadow(inner);
        }
      }
    }
  }

  private boolean unique(Symbol symbol, Map<String, Symbol> first) {
    if (symbol.name().isEmpty()) {
      return false;
    }
    Symbol before = first.putIfAbsent(symbol.name(), symbol);
    if (before != null) {
      found.add(
          new Diagnostic(
              "duplicate-name",
              Severity.ERROR,
              symbol.location(),
              ALREADY.with(symbol.name()),
              List.of(new Related(before.location(), FIRST)),
              Set.of(),
              List.of()));
    }
    return before == null;
  }

  private void shadow(Symbol inner) {
    plan.find(inner.name())
        .ifPresent(
            outer ->
                found.add(
                    new Diagnostic(
                        "shadowed-name",
                        Severity.WARNING,
                        inner.location(),
                        Localized.of(
                                "Inside `{1}`, `{0}` hides the `{0}` declared outside",
                                "在 `{1}` 内，`{0}` 遮蔽了外部声明的 `{0}`")
                            .with(inner.name(), inner.parent().orElseThrow().name()),
                        List.of(new Related(outer.location(), HERE)),
                        Set.of(),
                        List.of())));
  }

  private void link(Link link) {
    if (link.target() instanceof Resolution.Unresolved unresolved) {
      boolean mayBeImported = unresolved.owner().isEmpty() && lacksImport;
      if (!unresolved.part().text().isEmpty() && !mayBeImported) {
        unresolved(link, unresolved);
      }
      return;
    }
    switch (link.expected().target()) {
      case ARTIFACT -> artifact(link);
      case VERDICT -> verdict(link);
      case STAGE -> stage(link);
      case INNER_STAGE -> innerStage(link);
      case FIGURE -> figure(link);
      case SUBJECT -> {}
    }
  }

  private void unresolved(Link link, Resolution.Unresolved unresolved) {
    Name part = unresolved.part();
    List<String> candidates = candidates(link, unresolved);
    Optional<String> nearest = Nearest.of(part.text(), candidates);
    Localized text;
    List<Object> arguments = new ArrayList<>();
    arguments.add(part.text());
    if (unresolved.owner().isPresent()) {
      arguments.add(unresolved.owner().get().qualifiedName());
      text = Localized.of("`{1}` has no `{0}`", "`{1}` 中没有 `{0}`");
    } else {
      text = Localized.of("Nothing is called `{0}`", "没有名为 `{0}` 的声明");
    }
    if (nearest.isPresent()) {
      arguments.add(nearest.get());
      int last = arguments.size() - 1;
      text =
          Localized.of(
              text.en() + "; did you mean `{" + last + "}`?",
              text.zh() + "；是否想写 `{" + last + "}`？");
    } else if (!candidates.isEmpty() && candidates.size() <= Suggestions.MOST_NAMED) {
      arguments.add("`" + String.join("`, `", candidates) + "`");
      arguments.add("`" + String.join("`、`", candidates) + "`");
      int last = arguments.size() - 1;
      text =
          Localized.of(
              text.en() + "; what fits here is {" + (last - 1) + "}",
              text.zh() + "；此处可用：{" + last + "}");
    }
    Location location = link.from().locate(part);
    List<Fix> fixes =
        nearest
            .map(
                name ->
                    List.of(
                        new Fix(
                            Localized.of("Replace with `{0}`", "替换为 `{0}`").with(name),
                            true,
                            List.of(new Edit(location, name)))))
            .orElse(List.of());
    found.add(
        new Diagnostic(
            "unknown-reference",
            Severity.ERROR,
            location,
            text.with(arguments.toArray()),
            List.of(),
            Set.of(),
            fixes));
  }

  /** What could have been meant, as it would be written: members of the owner, or what fits. */
  private List<String> candidates(Link link, Resolution.Unresolved unresolved) {
    if (unresolved.owner().isPresent()) {
      Symbol owner = unresolved.owner().get();
      return plan.types().isReport(owner)
          ? List.of("passes", "fails")
          : owner.inner().stream().map(Symbol::name).toList();
    }
    return suggestions.names(link, unresolved.part().text());
  }

  private void artifact(Link link) {
    Optional<FlowType> type = plan.typeOf(link.target());
    if (link.target() instanceof Resolution.Verdict verdict) {
      String report = verdict.report().qualifiedName();
      boolean takesReport = link.expected().accepts().contains(FlowType.REPORT);
      if (takesReport) {
        Location tail = link.location();
        found.add(
            new Diagnostic(
                "wrong-reference",
                Severity.ERROR,
                tail,
                Localized.of(
                        "`{0}` takes the report itself and means that it passes: write `{1}`",
                        "`{0}` 直接引用报告，含义即为通过：请写 `{1}`")
                    .with(link.property(), report),
                List.of(),
                Set.of(),
                verdict.passes()
                    ? List.of(
                        new Fix(
                            Localized.of("Replace with `{0}`", "替换为 `{0}`").with(report),
                            true,
                            List.of(new Edit(tail, report))))
                    : List.of()));
        return;
      }
    }
    boolean fits = type.isPresent() && link.expected().admits(type.get());
    if (!fits && !(type.isEmpty() && isOpen(link.target())) && !needsWeights(link, type)) {
      mismatch(link, type);
    }
  }

  /** A system where weights are needed has a rule of its own, which says why. */
  private static boolean needsWeights(Link link, Optional<FlowType> type) {
    return type.filter(FlowType.SYSTEM::equals).isPresent()
        && link.expected().accepts().contains(FlowType.MODEL);
  }

  /** Whether nothing is known of the type because something else is wrong already. */
  private static boolean isOpen(Resolution target) {
    return target
        .declaration()
        .filter(
            symbol ->
                symbol.kind().isEmpty()
                    || symbol.is("repeat")
                    || symbol.is("optimize")
                    || symbol.is("select"))
        .isPresent();
  }

  private void mismatch(Link link, Optional<FlowType> type) {
    Symbol target = link.symbol().orElseThrow();
    Localized what =
        type.map(FlowType::phrase)
            .orElseGet(
                () ->
                    target
                        .kind()
                        .map(Kind::title)
                        .orElse(Localized.same(target.node().keyword().text())));
    List<String> fitting =
        References.fitting(plan, link.from(), link.expected()).stream()
            .map(References.Candidate::text)
            .filter(name -> !name.equals(link.path().text()))
            .limit(4)
            .toList();
    Localized text =
        fitting.isEmpty()
            ? Localized.of("`{0}` expects {1}, but `{2}` is {3}", "`{0}` 需要{1}，但 `{2}` 是{3}")
            : Localized.of(
                "`{0}` expects {1}, but `{2}` is {3}; what fits is {4}",
                "`{0}` 需要{1}，但 `{2}` 是{3}；可用的有 {5}");
    found.add(
        new Diagnostic(
            "wrong-reference",
            Severity.ERROR,
            link.location(),
            text.with(
                link.property(),
                References.phrase(link.expected()),
                link.path().text(),
                what,
                "`" + String.join("`, `", fitting) + "`",
                "`" + String.join("`、`", fitting) + "`"),
            List.of(new Related(target.location(), HERE)),
            Set.of(),
            List.of()));
  }

  private void verdict(Link link) {
    if (link.target() instanceof Resolution.Verdict) {
      return;
    }
    Symbol target = link.symbol().orElseThrow();
    if (plan.types().isReport(target)) {
      List<Fix> fixes = new ArrayList<>();
      if (link.target() instanceof Resolution.Declared) {
        for (String verdict : List.of("fails", "passes")) {
          String text = link.path().text() + "." + verdict;
          fixes.add(
              new Fix(
                  Localized.of("Replace with `{0}`", "替换为 `{0}`").with(text),
                  false,
                  List.of(new Edit(link.location(), text))));
        }
      }
      found.add(
          new Diagnostic(
              "wrong-reference",
              Severity.ERROR,
              link.location(),
              Localized.of(
                      "`{0}` expects a verdict: `{1}.passes` or `{1}.fails`",
                      "`{0}` 需要判定结果：`{1}.passes` 或 `{1}.fails`")
                  .with(link.property(), target.qualifiedName()),
              List.of(),
              Set.of(),
              fixes));
      return;
    }
    mismatch(link, plan.typeOf(link.target()));
  }

  private void stage(Link link) {
    boolean fits =
        link.target() instanceof Resolution.Declared declared
            && (declared.symbol().isStage() || declared.symbol().kind().isEmpty());
    if (!fits) {
      mismatch(link, plan.typeOf(link.target()));
    }
  }

  private void innerStage(Link link) {
    Symbol target = link.symbol().orElseThrow();
    if (target.parent().filter(link.from()::equals).isEmpty()) {
      error(
          "wrong-reference",
          link.location(),
          Localized.of(
                  "`{0}` expects a stage inside `{1}`, but `{2}` stands outside",
                  "`{0}` 需要 `{1}` 内部的阶段，但 `{2}` 在其外部")
              .with(link.property(), link.from().name(), link.path().text()));
    }
  }

  private void figure(Link link) {
    if (!(link.target() instanceof Resolution.Figure)) {
      Symbol target = link.symbol().orElseThrow();
      boolean report = plan.types().isReport(target);
      error(
          "wrong-reference",
          link.location(),
          report
              ? Localized.of(
                      "A criterion compares with a number; name the metric, as in `{0}.rougeL`",
                      "指标条件需要与数值比较；请写明指标，例如 `{0}.rougeL`")
                  .with(target.qualifiedName())
              : Localized.of(
                      "A criterion compares with a number or another report's metric; `{0}` is"
                          + " neither",
                      "指标条件需要与数值或其他报告的指标比较；`{0}` 两者都不是")
                  .with(link.path().text()));
    }
  }
}
