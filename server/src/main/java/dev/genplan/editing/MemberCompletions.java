package dev.genplan.editing;

import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.plan.Plan;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

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
  private final List<String> asked;
  private final Snippets snippets;

  MemberCompletions(Plan plan, Caret.MemberStart caret, Completions to) {
    this.plan = plan;
    this.caret = caret;
    this.in = caret.in();
    this.to = to;
    this.written = new HashSet<>(in.written());
    written.remove(to.typed());
    this.asked =
        in.place() == Scope.Place.DECLARATION ? MethodNeeds.missing(in, written) : List.of();
    this.snippets =
        new Snippets(plan, in.symbol().filter(symbol -> symbol.is("repeat")), to.word().start());
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
          Completion.of("import", ItemKind.KEYWORD, IMPORT.in(to.language()), () -> NOTHING)
              .inserting(caret.goesOn() ? "import" : "import ")
              .withPlaces(snippet(() -> "import \"$1\"")));
    }
    allow();
    if (!caret.goesOn()) {
      Schema.kinds().forEach(this::methods);
    }
  }

  private boolean isBeforeDeclarations() {
    for (SyntaxTree.Placed placed : plan.source().tree().members()) {
      if (placed.base() + placed.member().start() >= caret.word().start()) {
        return true;
      } else if (!(placed.member() instanceof Member.Import)) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> snippet(Supplier<String> text) {
    return caret.goesOn() ? Optional.empty() : Optional.of(text.get());
  }

  private void kind(Kind kind) {
    to.add(
        Completion.of(
                kind.word(),
                ItemKind.KIND,
                kind.title().in(to.language()),
                () -> to.descriptions().kind(kind))
            .inserting(caret.goesOn() ? kind.word() : kind.word() + " ")
            .withPlaces(snippet(() -> snippets.declaration(kind))));
  }

  /** A stage by a certain method with all that the method needs: {@code align dpo}. */
  private void methods(Kind kind) {
    for (String name : List.of("method", "objective")) {
      Optional<Property> property = kind.body().property(name);
      if (property.isPresent()) {
        for (MethodRequirement row : MethodMatrix.all()) {
          if (row.form().isEmpty()) {
            row.words().forEach(word -> method(kind, property.get(), word, row));
          }
        }
      }
    }
  }

  private void method(Kind kind, Property property, String word, MethodRequirement row) {
    Optional<Word> known = known(property.type(), word);
    if (known.isPresent() && row.family() != MethodRequirement.Family.SUPERVISED) {
      to.add(
          Completion.of(
                  kind.word() + " " + word,
                  ItemKind.KIND,
                  row.title().in(to.language()),
                  () -> to.descriptions().word(known.get()))
              .inserting("")
              .withPlaces(snippet(() -> snippets.declaration(kind, property.name(), word, row))));
    }
  }

  private static Optional<Word> known(Type type, String word) {
    if (type instanceof Type.Tagged tagged) {
      return tagged.words().find(word);
    }
    return type instanceof Type.Word words ? words.words().find(word) : Optional.empty();
  }

  /** What is missing: what must be there, what the method asks for, then what plans often have. */
  private void properties() {
    List<Property> missing = new ArrayList<>();
    for (Property property : in.properties()) {
      if (!written.contains(property.name())) {
        missing.add(property);
      }
    }
    String kind = in.kind().map(Kind::word).orElse("");
    missing.sort(
        Comparator.comparing((Property property) -> !isNeeded(property))
            .thenComparing(property -> !asked.contains(property.name()))
            .thenComparing(property -> Usage.rank(kind, property.name())));
    missing.forEach(this::property);
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
        Completion.of(
                name,
                section ? ItemKind.SECTION : ItemKind.PROPERTY,
                to.descriptions().shortly(property),
                () -> to.descriptions().property(property))
            .inserting(caret.goesOn() ? name : name + (section ? " { " : ": "))
            .withPlaces(section ? snippet(() -> snippets.section(property)) : Optional.empty()));
  }

  private void keys() {
    Optional<WordList> words = in.spec().keys().flatMap(BlockSpec.Keys::words);
    if (words.isPresent()) {
      for (Word word : words.get().words()) {
        if (!written.contains(word.text())) {
          to.add(
              Completion.of(word.text(), ItemKind.PROPERTY, "", () -> to.descriptions().word(word))
                  .inserting(caret.goesOn() ? word.text() : word.text() + ": "));
        }
      }
    }
  }

  private void part(String keyword, BlockSpec spec) {
    Set<String> taken = new HashSet<>();
    for (Member member : in.members()) {
      if (member instanceof Member.Declaration declaration) {
        declaration.name().ifPresent(name -> taken.add(name.text()));
      }
    }
    to.add(
        Completion.of(keyword, ItemKind.SECTION, "", () -> NOTHING)
            .inserting(caret.goesOn() ? keyword : keyword + " ")
            .withPlaces(snippet(() -> snippets.part(keyword, spec, taken))));
  }

  private void allow() {
    Property allow = Schema.allow();
    to.add(
        Completion.of(
                allow.name(),
                ItemKind.KEYWORD,
                to.descriptions().shortly(allow),
                () -> to.descriptions().property(allow))
            .inserting(caret.goesOn() ? allow.name() : allow.name() + " ")
            .withPlaces(snippet(this::exception)));
  }

  /** An exception from what is found in the declaration, if anything is. */
  private String exception() {
    List<String> rules =
        in.place() == Scope.Place.DECLARATION
            ? new RuleCompletions(plan, in, to).firing()
            : List.of();
    String rule =
        rules.isEmpty()
            ? "${1:rule}"
            : rules.size() == 1 ? rules.get(0) : "${1|" + String.join(",", rules) + "|}";
    return "allow " + rule + ": \"$2\"";
  }
}
