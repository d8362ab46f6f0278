package dev.genplan.plan;

import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.CheckerScope.Place;
import dev.genplan.schema.Alias;
import dev.genplan.schema.Aliases;
import dev.genplan.schema.BlockSpec.Content;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Path;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Speaks of words that nobody knows, and finds out what may have been meant. In this order: the
 * same word spelled otherwise, another tool's name for it, a word that stands in another place, the
 * nearest word.
 */
final class CheckerSuggestions {

  private static final Localized OPTION_OF =
      Localized.of("`{0}` is an option of `{1}`: `{2}`", "`{0}` 是 `{1}` 的选项：`{2}`");
  private static final Localized WORD_OF =
      Localized.of("`{0}` is a word of `{1}`: `{2}`", "`{0}` 是 `{1}` 的取值：`{2}`");
  private static final Localized IN_SECTION =
      Localized.of("`{0}` stands in the section `{1}`: `{2}`", "`{0}` 应写在小节 `{1}` 里：`{2}`");

  private final CheckerFindings findings;

  CheckerSuggestions(CheckerFindings findings) {
    this.findings = findings;
  }

  /**
   * Speaks of {@code word: value} where that word is no property.
   *
   * @return the property that was evidently meant, so that nobody misses it
   */
  Optional<String> unknownProperty(CheckerScope scope, Block block, Member.Property member) {
    String word = member.key().text();
    Span span = member.key().span();
    Optional<Alias> called = called(scope, word);
    if (called.isPresent() && called.get().inside().isEmpty()) {
      String name = called.get().name();
      boolean fits = fits(scope, name, member.value()) && findings.isFree(block, name);
      findings.add(
          code(scope),
          span,
          CheckerPhrases.called(word, name),
          fits ? List.of(CheckerFixes.rename(span, name)) : List.of());
      return Optional.of(name);
    }
    Optional<CheckerHome> inside =
        called.flatMap(alias -> CheckerHome.at(scope, block, alias.ours()));
    if (inside.isPresent()) {
      calledInside(scope, block, member, inside.get());
      return Optional.of(inside.get().entry());
    }
    Optional<String> elsewhere = elsewhere(scope, block, member);
    if (elsewhere.isPresent()) {
      return elsewhere;
    }
    return outside(scope, word, span) || otherKinds(scope, word, span)
        ? Optional.empty()
        : nearest(scope, block, word, span);
  }

  private void calledInside(
      CheckerScope scope, Block block, Member.Property member, CheckerHome home) {
    findings.add(
        code(scope),
        member.key().span(),
        Localized.of("`{0}` is called `{1}` here: `{2}`", "`{0}` 在这里写作 `{1}`：`{2}`")
            .with(member.key().text(), home.property().name(), home.shown()),
        home.moved(findings, block, member).map(List::of).orElse(List.of()));
  }

  private Optional<String> nearest(CheckerScope scope, Block block, String word, Span span) {
    List<String> names = names(scope);
    Message unknown = unknown(scope).with(scope.word(), word);
    Optional<String> near = Nearest.of(word, names);
    if (near.isPresent()) {
      List<LocalFix> fixes =
          findings.isFree(block, near.get())
              ? List.of(CheckerFixes.suggest(span, near.get()))
              : List.of();
      findings.add(code(scope), span, CheckerPhrases.didYouMean(unknown, near.get()), fixes);
      return near;
    }
    boolean few = scope.place() != Place.DECLARATION && !names.isEmpty();
    findings.add(
        code(scope),
        span,
        few
            ? Localized.of("{0}; it takes {1}", "{0}，可用的有 {1}")
                .with(unknown, CheckerPhrases.words(names))
            : unknown);
    return Optional.empty();
  }

  /** Says that the word belongs in a section or behind a method, and returns which it is. */
  private Optional<String> elsewhere(CheckerScope scope, Block block, Member.Property member) {
    String word = member.key().text();
    Span span = member.key().span();
    Optional<CheckerHome> home =
        member.key().isSimple()
            ? CheckerHome.of(scope, block, word)
            : CheckerHome.at(scope, block, word);
    if (home.isPresent()) {
      findings.add(
          code(scope),
          span,
          (home.get().isOption() ? OPTION_OF : IN_SECTION)
              .with(word, home.get().holder(), home.get().shown()),
          home.get().moved(findings, block, member).map(List::of).orElse(List.of()));
      return home.map(CheckerHome::entry);
    }
    if (isMetric(member.key()) && scope.spec().property("results").isPresent()) {
      String shown = "results { " + word + ": … }";
      findings.add(
          code(scope),
          span,
          IN_SECTION.with(word, "results", shown),
          findings.isFree(block, "results")
              ? List.of(CheckerFixes.wrap(member.span(), "results { ", " }", shown, true))
              : List.of());
      return Optional.of("results");
    }
    return Optional.empty();
  }

  private static boolean isMetric(Path path) {
    return Metrics.find(path.last().text()).isPresent();
  }

  private boolean outside(CheckerScope scope, String word, Span span) {
    for (Optional<CheckerScope> outer = scope.outer();
        outer.isPresent();
        outer = outer.get().outer()) {
      if (outer.get().find(word).isPresent()) {
        findings.add(
            code(scope),
            span,
            Localized.of(
                    "`{0}` stands in `{1}` itself, not in the block of `{2}`",
                    "`{0}` 应直接写在 `{1}` 里，而不是 `{2}` 的花括号块里")
                .with(word, outer.get().word(), scope.word()));
        return true;
      }
    }
    return false;
  }

  private boolean otherKinds(CheckerScope scope, String word, Span span) {
    if (scope.place() != Place.DECLARATION) {
      return false;
    }
    List<String> kinds = new ArrayList<>();
    List<String> inSection = new ArrayList<>();
    Optional<String> section = Optional.empty();
    for (Kind kind : Schema.kinds()) {
      if (kind.body().property(word).isPresent() || kind.body().nested().containsKey(word)) {
        kinds.add(kind.word());
      }
      Optional<String> found = sectionWith(kind, word);
      if (found.isPresent() && (section.isEmpty() || section.equals(found))) {
        section = found;
        inSection.add(kind.word());
      }
    }
    Message unknown = unknown(scope).with(scope.word(), word);
    if (!kinds.isEmpty()) {
      findings.add(
          code(scope),
          span,
          Localized.of("{0}; it belongs to {1}", "{0}，它属于 {1}")
              .with(unknown, CheckerPhrases.some(kinds)));
    } else if (section.isPresent()) {
      findings.add(
          code(scope),
          span,
          Localized.of("{0}; it belongs to the `{1}` of {2}", "{0}，它属于 {2} 的小节 `{1}`")
              .with(unknown, section.get(), CheckerPhrases.some(inSection)));
    }
    return !kinds.isEmpty() || section.isPresent();
  }

  private static Optional<String> sectionWith(Kind kind, String word) {
    for (Property property : kind.body().properties()) {
      if (property.type() instanceof Type.Section section
          && section.block().property(word).isPresent()) {
        return Optional.of(property.name());
      }
    }
    return Optional.empty();
  }

  /** Speaks of {@code word { … }} where that word is no section. */
  Optional<String> unknownSection(CheckerScope scope, Block block, Member.Declaration declaration) {
    if (declaration.name().isPresent() && scope.spec().content() == Content.STAGES) {
      new CheckerKinds(findings).unknown(declaration);
      return Optional.empty();
    }
    String word = declaration.keyword().text();
    Span span = declaration.keyword().span();
    Optional<String> called =
        called(scope, word).filter(alias -> alias.inside().isEmpty()).map(Alias::name);
    if (called.isPresent()) {
      findings.add(
          code(scope),
          span,
          CheckerPhrases.called(word, called.get()),
          findings.isFree(block, called.get())
              ? List.of(CheckerFixes.rename(span, called.get()))
              : List.of());
      return called;
    }
    Optional<Property> tagged = propertyWithWord(scope, word);
    if (tagged.isPresent() && declaration.name().isEmpty()) {
      wordAlone(scope, block, tagged.get(), word, span, " { … }");
      return tagged.map(Property::name);
    }
    if (outside(scope, word, span) || otherKinds(scope, word, span)) {
      return Optional.empty();
    }
    return nearest(scope, block, word, span);
  }

  /** Speaks of a word alone that is no property. */
  void unknownBare(CheckerScope scope, Block block, Member.Bare bare) {
    String word = bare.path().text();
    Optional<Property> tagged = propertyWithWord(scope, word);
    if (tagged.isPresent()) {
      wordAlone(scope, block, tagged.get(), word, bare.span(), "");
      return;
    }
    if (isMetric(bare.path()) && scope.spec().property("metrics").isPresent()) {
      String shown = "metrics { " + word + " }";
      findings.add(
          CheckerCode.MISPLACED_MEMBER,
          bare.span(),
          IN_SECTION.with(word, "metrics", shown),
          findings.isFree(block, "metrics")
              ? List.of(CheckerFixes.wrap(bare.span(), "metrics { ", " }", shown, true))
              : List.of());
      return;
    }
    findings.add(
        CheckerCode.MISPLACED_MEMBER,
        bare.span(),
        Localized.of(
                "`{0}` alone says nothing here; a property is written `name: value`",
                "单独的 `{0}` 在这里没有意义，属性写作 `name: value`")
            .with(word));
  }

  private void wordAlone(
      CheckerScope scope, Block block, Property property, String word, Span span, String options) {
    String before = property.name() + ": ";
    String shown = before + word + options;
    findings.add(
        code(scope),
        span,
        WORD_OF.with(word, property.name(), shown),
        findings.isFree(block, property.name())
            ? List.of(CheckerFixes.write(CheckerFixes.at(span.start()), before, shown, true))
            : List.of());
  }

  private static Optional<Alias> called(CheckerScope scope, String word) {
    List<Property> properties = scope.properties();
    Optional<Property> found = CheckerNames.respelled(word, properties, Property::name);
    if (found.isEmpty()) {
      found = CheckerNames.titled(word, properties, Property::title);
    }
    return found.isPresent()
        ? found.map(property -> new Alias(word, property.name()))
        : Aliases.property(scope.word(), scope.spec(), word)
            .filter(alias -> !alias.name().equals(word));
  }

  private boolean fits(CheckerScope scope, String name, Optional<Value> value) {
    Optional<Property> property = scope.find(name);
    return property.isPresent()
        && value.isPresent()
        && CheckerValues.fits(findings.scratch(), property.get(), value.get());
  }

  private static Optional<Property> propertyWithWord(CheckerScope scope, String word) {
    for (Property property : scope.properties()) {
      if (word(property, word).isPresent()) {
        return Optional.of(property);
      }
    }
    return Optional.empty();
  }

  /** The word of a tagged property's list. */
  static Optional<Word> word(Property property, String word) {
    if (property.type() instanceof Type.Tagged tagged) {
      return tagged.words().find(word);
    }
    return Optional.empty();
  }

  private static List<String> names(CheckerScope scope) {
    List<String> names = new ArrayList<>();
    scope.properties().forEach(property -> names.add(property.name()));
    names.addAll(scope.spec().nested().keySet());
    return names;
  }

  private static CheckerCode code(CheckerScope scope) {
    return switch (scope.place()) {
      case DECLARATION, PART, SECTION -> CheckerCode.UNKNOWN_PROPERTY;
      case OPTIONS -> CheckerCode.UNKNOWN_OPTION;
      case QUALIFIERS -> CheckerCode.UNKNOWN_QUALIFIER;
    };
  }

  private static Localized unknown(CheckerScope scope) {
    return switch (scope.place()) {
      case DECLARATION, PART, SECTION ->
          Localized.of("`{0}` has no property `{1}`", "`{0}` 没有属性 `{1}`");
      case OPTIONS -> Localized.of("`{0}` has no option `{1}`", "`{0}` 没有选项 `{1}`");
      case QUALIFIERS -> Localized.of("The block of `{0}` takes no `{1}`", "`{0}` 的花括号块里不能写 `{1}`");
    };
  }
}
