package dev.genplan.editing;

import dev.genplan.plan.Plan;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a member can begin with: what is missing first, what is there already not again. */
final class MemberCompletions {

  private static final Markup NOTHING = new Markup(List.of());
  private static final Localized IMPORT =
      Localized.of("declarations of another file", "引入另一个文件的声明");

  private final Plan plan;
  private final Caret.MemberStart caret;
  private final Scope in;
  private final Completions to;
  private final Set<String> written;

  MemberCompletions(Plan plan, Caret.MemberStart caret, Completions to) {
    this.plan = plan;
    this.caret = caret;
    this.in = caret.in();
    this.to = to;
    this.written = new HashSet<>(in.written());
    int start = caret.word().start();
    String text = plan.source().tree().text();
    written.remove(text.substring(start, caret.word().end()));
  }

  void add() {
    if (in.place() == Scope.Place.FILE) {
      file();
      return;
    }
    if (in.holdsMetrics()) {
      new MetricCompletions(plan, in, to).metrics(written, caret.goesOn());
    }
    properties();
    keys();
    in.spec().nested().forEach(this::part);
    if (in.spec().content() == BlockSpec.Content.STAGES) {
      Schema.kinds().stream().filter(Kind::stage).forEach(this::kind);
    }
    if (in.place() == Scope.Place.DECLARATION) {
      allow();
    }
  }

  private void file() {
    for (Kind kind : Schema.kinds()) {
      if (!kind.word().equals("project") || !written.contains("project")) {
        kind(kind);
      }
    }
    if (isBeforeDeclarations()) {
      to.add(
          "import",
          ItemKind.KEYWORD,
          IMPORT.in(to.language()),
          () -> NOTHING,
          caret.goesOn() ? "import" : "import ",
          snippet("import \"$1\""));
    }
    allow();
  }

  private boolean isBeforeDeclarations() {
    return plan.source().tree().members().stream()
        .filter(placed -> placed.base() + placed.member().start() < caret.word().start())
        .allMatch(placed -> placed.member() instanceof Member.Import);
  }

  private Optional<String> snippet(String text) {
    return caret.goesOn() ? Optional.empty() : Optional.of(text);
  }

  private void kind(Kind kind) {
    to.add(
        kind.word(),
        ItemKind.KIND,
        kind.title().in(to.language()),
        () -> to.descriptions().kind(kind),
        caret.goesOn() ? kind.word() : kind.word() + " ",
        snippet(Snippets.declaration(kind)));
  }

  private void properties() {
    List<Property> missing = new ArrayList<>();
    for (Property property : in.properties()) {
      if (!written.contains(property.name())) {
        missing.add(property);
      }
    }
    missing.stream().filter(this::isNeeded).forEach(this::property);
    missing.stream().filter(property -> !isNeeded(property)).forEach(this::property);
  }

  private boolean isNeeded(Property property) {
    return property.required()
        || in.spec().alternatives().stream()
            .anyMatch(
                names ->
                    names.contains(property.name()) && names.stream().noneMatch(written::contains));
  }

  private void property(Property property) {
    boolean section = property.type() instanceof Type.Section;
    String name = property.name();
    to.add(
        name,
        section ? ItemKind.SECTION : ItemKind.PROPERTY,
        to.descriptions().shortly(property),
        () -> to.descriptions().property(property),
        caret.goesOn() ? name : name + (section ? " { " : ": "),
        section ? snippet(Snippets.section(property)) : Optional.empty());
  }

  private void keys() {
    Optional<WordList> words = in.spec().keys().flatMap(BlockSpec.Keys::words);
    if (words.isPresent()) {
      for (Word word : words.get().words()) {
        if (!written.contains(word.text())) {
          to.add(
              word.text(),
              ItemKind.PROPERTY,
              "",
              () -> to.descriptions().word(word),
              caret.goesOn() ? word.text() : word.text() + ": ",
              Optional.empty());
        }
      }
    }
  }

  private void part(String keyword, BlockSpec spec) {
    to.add(
        keyword,
        ItemKind.SECTION,
        "",
        () -> NOTHING,
        caret.goesOn() ? keyword : keyword + " ",
        snippet(Snippets.part(keyword, spec)));
  }

  private void allow() {
    Property allow = Schema.allow();
    to.add(
        allow.name(),
        ItemKind.KEYWORD,
        to.descriptions().shortly(allow),
        () -> to.descriptions().property(allow),
        caret.goesOn() ? allow.name() : allow.name() + " ",
        snippet("allow ${1:rule}: \"$2\""));
  }
}
