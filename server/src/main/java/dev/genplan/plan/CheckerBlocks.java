package dev.genplan.plan;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.CheckerScope.Place;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.BlockSpec.Content;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Name;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the members of blocks: of declarations, sections, tagged blocks and qualifiers. */
final class CheckerBlocks {

  private final CheckerFindings findings;
  private final CheckerValues values;
  private final CheckerCriteria criteria;
  private final CheckerSuggestions suggestions;
  private final CheckerShapes shapes;
  private final CheckerWords words;

  CheckerBlocks(CheckerFindings findings) {
    this.findings = findings;
    this.values = new CheckerValues(findings, this);
    this.criteria = new CheckerCriteria(findings, values);
    this.suggestions = new CheckerSuggestions(findings);
    this.shapes = new CheckerShapes(findings);
    this.words = new CheckerWords(findings);
  }

  /** What the members of one block have said so far. */
  private static final class Said {
    private final Set<String> names = new HashSet<>();

    /** What was evidently meant where another word stands, so that it is not missed as well. */
    private final Set<String> meant = new HashSet<>();

    /** Whether a word stands alone, which may become what is missing. */
    private boolean unclear;
  }

  /** Checks a declaration of a known kind. */
  void declaration(Member.Declaration declaration, Kind kind, Optional<CheckerScope> outer) {
    if (declaration.name().isEmpty()) {
      findings.add(
          CheckerCode.MISSING_NAME,
          declaration.keyword().span(),
          Localized.of("`{0}` needs a name: `{1}`", "`{0}` 需要名称：`{1}`")
              .with(kind.word(), head(kind) + "{ … }"));
    }
    if (declaration.body().isPresent()) {
      CheckerScope scope = CheckerScope.of(Place.DECLARATION, kind.word(), kind.body(), outer);
      Span anchor = declaration.name().orElse(declaration.keyword()).span();
      check(scope, declaration.body().get(), anchor);
    }
  }

  private static String head(Kind kind) {
    return kind.example().substring(0, kind.example().indexOf('{'));
  }

  /**
   * Checks what stands in a block, and that nothing required is missing. An inner block that is
   * never closed is passed over, since it has taken in what belongs to the outer ones.
   *
   * @param anchor what to mark where something is missing
   */
  void check(CheckerScope scope, Block block, Span anchor) {
    if (!block.closed() && scope.outer().isPresent()) {
      return;
    }
    Said said = new Said();
    for (Member member : block.members()) {
      member(scope, block, member, said);
    }
    if (findings.isUnderstood() && !said.unclear) {
      said.meant.addAll(said.names);
      required(scope, anchor, said.meant);
    }
  }

  private void member(CheckerScope scope, Block block, Member member, Said said) {
    if (member instanceof Member.Property property) {
      property(scope, block, property, said);
    } else if (member instanceof Member.Declaration declaration) {
      nested(scope, block, declaration, said);
    } else if (member.broken()) {
      return;
    } else if (member instanceof Member.Criterion criterion) {
      criteria.criterion(scope, block, criterion);
    } else if (member instanceof Member.Bare bare) {
      bare(scope, block, bare, said);
    }
  }

  private void property(CheckerScope scope, Block block, Member.Property member, Said said) {
    String key = member.key().text();
    Optional<Property> known =
        member.key().isSimple() ? scope.find(key) : Optional.<Property>empty();
    if (known.isPresent()) {
      said(known.get(), member.key().span(), said);
      if (!member.broken()) {
        known(scope, known.get(), member);
      }
    } else if (member.broken()) {
      return;
    } else if (CheckerAllow.isAllow(member)) {
      allowInside(scope, member);
    } else if (scope.spec().keys().isPresent() && member.key().isSimple()) {
      key(scope, scope.spec().keys().get(), member, said);
    } else if (scope.spec().content() == Content.RESULTS) {
      if (!said.names.add(key)) {
        shapes.duplicate(key, member.key().span(), false);
      }
      criteria.result(scope, member);
    } else if (isCriteria(scope) && criteria.isMeant(scope, member)) {
      criteria.notMeasured(scope, member);
    } else {
      suggestions.unknownProperty(scope, block, member).ifPresent(said.meant::add);
    }
  }

  private void known(CheckerScope scope, Property property, Member.Property member) {
    if (member.label().isPresent()) {
      shapes.unexpectedName(property.name(), member.key().end(), member.label().get());
    } else if (property.type() instanceof Type.Section && !isUnknown(member)) {
      shapes.sectionAsValue(scope, property, member);
    } else if (member.value().isPresent()) {
      values.check(scope, property, member.value().get());
    }
  }

  private static boolean isUnknown(Member.Property member) {
    return member.value().isPresent() && CheckerValues.isWord(member.value().get(), "unknown");
  }

  private void key(CheckerScope scope, BlockSpec.Keys keys, Member.Property member, Said said) {
    Name name = member.key().first();
    if (!said.names.add(name.text())) {
      shapes.duplicate(name.text(), name.span(), false);
    }
    if (keys.words().isPresent() && keys.words().get().find(name.text()).isEmpty()) {
      words.unknown(keys.words().get(), scope.word(), name.span(), name.text());
    }
    if (member.label().isPresent()) {
      shapes.unexpectedName(name.text(), name.end(), member.label().get());
    } else if (member.value().isPresent()) {
      values.check(scope, keys.value().withName(name.text()), member.value().get());
    }
  }

  private void allowInside(CheckerScope scope, Member.Property member) {
    if (scope.place() == Place.DECLARATION) {
      allow(member);
    } else {
      findings.add(
          CheckerCode.MISPLACED_MEMBER,
          member.key().span(),
          Localized.of(
                  "`allow` stands in a declaration or at the top of the file, not in `{0}`",
                  "`allow` 应直接写在声明里或文件顶层，不能写在 `{0}` 里")
              .with(scope.word()));
    }
  }

  /** Checks {@code allow rule-name: "reason"}. */
  void allow(Member.Property member) {
    CheckerAllow.check(findings, member);
    Property allow = Schema.allow();
    if (member.value().isPresent()) {
      Value reason = member.value().get();
      values.block(Optional.empty(), allow.name(), allow.qualifiers(), false, reason);
    }
  }

  private void nested(CheckerScope scope, Block block, Member.Declaration declaration, Said said) {
    String word = declaration.keyword().text();
    Optional<Property> property = scope.find(word);
    if (property.isPresent() && declaration.name().isEmpty()) {
      said(property.get(), declaration.keyword().span(), said);
    } else if (property.isPresent()) {
      said.meant.add(word);
    }
    if (declaration.broken()) {
      return;
    }
    Optional<Kind> kind = Schema.kind(word);
    BlockSpec part = scope.spec().nested().get(word);
    if (property.isPresent() && property.get().type() instanceof Type.Section section) {
      section(scope, declaration, section.block());
    } else if (part != null) {
      part(scope, declaration, part);
    } else if (scope.spec().content() == Content.STAGES && kind.isPresent() && kind.get().stage()) {
      declaration(declaration, kind.get(), Optional.of(scope));
    } else if (property.isPresent() && (declaration.name().isEmpty() || kind.isEmpty())) {
      shapes.valueAsSection(property.get(), declaration);
    } else if (kind.isPresent() && declaration.name().isPresent()) {
      shapes.misplacedKind(scope, declaration);
    } else if (CheckerAllow.isAllow(declaration) && scope.place() == Place.DECLARATION) {
      CheckerAllow.withoutReason(findings, declaration);
    } else {
      suggestions.unknownSection(scope, block, declaration).ifPresent(said.meant::add);
    }
  }

  private void section(CheckerScope scope, Member.Declaration declaration, BlockSpec spec) {
    String word = declaration.keyword().text();
    if (declaration.name().isPresent()) {
      shapes.unexpectedName(word, declaration.keyword().end(), declaration.name().get());
    }
    if (declaration.body().isPresent()) {
      check(
          scope.inside(Place.SECTION, word, spec),
          declaration.body().get(),
          declaration.keyword().span());
    }
  }

  private void part(CheckerScope scope, Member.Declaration declaration, BlockSpec spec) {
    String word = declaration.keyword().text();
    if (declaration.name().isEmpty()) {
      findings.add(
          CheckerCode.MISSING_NAME,
          declaration.keyword().span(),
          Localized.of("`{0}` needs a name: `{1}`", "`{0}` 需要名称：`{1}`")
              .with(word, word + " train { … }"));
    }
    if (declaration.body().isPresent()) {
      check(
          scope.inside(Place.PART, word, spec),
          declaration.body().get(),
          declaration.keyword().span());
    }
  }

  private void bare(CheckerScope scope, Block block, Member.Bare bare, Said said) {
    Optional<Property> known =
        bare.path().isSimple() ? scope.find(bare.path().text()) : Optional.<Property>empty();
    if (known.isPresent()) {
      said.meant.add(known.get().name());
      shapes.withoutValue(known.get(), bare);
    } else if (scope.spec().content() == Content.CRITERIA) {
      CheckerCriteria.metric(findings, bare.path());
    } else if (isCriteria(scope) || scope.spec().content() == Content.RESULTS) {
      criteria.withoutFigure(scope, bare);
    } else {
      said.unclear = true;
      suggestions.unknownBare(scope, block, bare);
    }
  }

  private void said(Property property, Span span, Said said) {
    if (!said.names.add(property.name())) {
      shapes.duplicate(property.name(), span, property.many());
    }
  }

  private void required(CheckerScope scope, Span anchor, Set<String> present) {
    List<Localized> missing = new ArrayList<>();
    for (Property property : scope.spec().properties()) {
      if (property.required() && !present.contains(property.name())) {
        missing.add(Localized.same("`" + property.name() + "`"));
      }
    }
    for (List<String> group : scope.spec().alternatives()) {
      if (Collections.disjoint(group, present)) {
        missing.add(CheckerPhrases.or(group));
      }
    }
    if (!missing.isEmpty()) {
      missing(scope, anchor, missing);
    }
  }

  private void missing(CheckerScope scope, Span anchor, List<Localized> missing) {
    findings.add(
        CheckerCode.MISSING_PROPERTY,
        anchor,
        Localized.of("`{0}` needs {1}", "`{0}` 缺少 {1}")
            .with(scope.word(), CheckerPhrases.allOf(missing)));
  }

  /** Reports what is missing where a word stands that could carry options, without any. */
  void requiredOptions(CheckerScope scope, Value.Reference word) {
    required(scope, word.path().span(), Set.of());
  }

  private static boolean isCriteria(CheckerScope scope) {
    Content content = scope.spec().content();
    return content == Content.CRITERIA || content == Content.GATED_CRITERIA;
  }
}
