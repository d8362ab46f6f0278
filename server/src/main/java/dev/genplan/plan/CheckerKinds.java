package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.Aliases;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import dev.genplan.text.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Speaks of declarations of a kind that nobody knows. */
final class CheckerKinds {

  private final CheckerFindings findings;

  CheckerKinds(CheckerFindings findings) {
    this.findings = findings;
  }

  /** Says that there is no such kind, and which one may have been meant. */
  void unknown(Member.Declaration declaration) {
    String word = declaration.keyword().text();
    Span span = declaration.keyword().span();
    Optional<String> respelled = respelled(word);
    Optional<String> called = respelled.isPresent() ? respelled : Aliases.kind(word);
    List<String> withMethod = withMethod(word);
    if (called.isPresent() && withMethod.contains(called.get())) {
      methodAsKind(declaration, List.of(called.get()));
    } else if (called.isPresent()) {
      findings.add(
          CheckerCode.UNKNOWN_KIND,
          span,
          CheckerPhrases.called(word, called.get()),
          CheckerFixes.rename(span, called.get()));
    } else if (!withMethod.isEmpty()) {
      methodAsKind(declaration, withMethod);
    } else if (isSection(word)) {
      findings.add(
          CheckerCode.MISPLACED_MEMBER,
          span,
          Localized.of("`{0}` is a section and stands inside a declaration", "`{0}` 是小节，应写在某个声明里")
              .with(word));
    } else {
      unknown(word, span);
    }
  }

  private void unknown(String word, Span span) {
    List<String> kinds = Schema.kinds().stream().map(Kind::word).toList();
    Optional<String> near = Nearest.of(word, kinds);
    Localized unknown = Localized.of("There is no kind `{0}`", "没有类别 `{0}`");
    if (near.isPresent()) {
      findings.add(
          CheckerCode.UNKNOWN_KIND,
          span,
          CheckerPhrases.didYouMean(unknown.with(word), near.get()),
          CheckerFixes.suggest(span, near.get()));
    } else {
      findings.add(
          CheckerCode.UNKNOWN_KIND,
          span,
          Localized.of("{0}; kinds are {1}", "{0}，可用的有 {1}")
              .with(unknown.with(word), CheckerPhrases.some(kinds)));
    }
  }

  private void methodAsKind(Member.Declaration declaration, List<String> kinds) {
    String word = declaration.keyword().text();
    Span span = declaration.keyword().span();
    if (kinds.size() == 1) {
      String kind = kinds.get(0);
      findings.add(
          CheckerCode.UNKNOWN_KIND,
          span,
          Localized.of(
                  "`{0}` is a method: write `{1}` with `method: {0}`",
                  "`{0}` 是一种方法，请写 `{1}` 并加上 `method: {0}`")
              .with(word, kind),
          kindFix(declaration, kind));
    } else {
      findings.add(
          CheckerCode.UNKNOWN_KIND,
          span,
          Localized.of("`{0}` is a method of {1}, not a kind", "`{0}` 是 {1} 的方法，不是类别")
              .with(word, CheckerPhrases.and(kinds)));
    }
  }

  private static Optional<String> respelled(String word) {
    Optional<Kind> respelled = CheckerNames.respelled(word, Schema.kinds(), Kind::word);
    return (respelled.isPresent()
            ? respelled
            : CheckerNames.titled(word, Schema.kinds(), Kind::title))
        .map(Kind::word);
  }

  /** The kinds that have this method. */
  static List<String> withMethod(String word) {
    List<String> kinds = new ArrayList<>();
    for (Kind kind : Schema.kinds()) {
      if (kind.body()
          .property("method")
          .flatMap(m -> CheckerSuggestions.word(m, word))
          .isPresent()) {
        kinds.add(kind.word());
      }
    }
    return kinds;
  }

  /** Another keyword, and the old one as the method. */
  private static LocalFix kindFix(Member.Declaration declaration, String kind) {
    String word = declaration.keyword().text();
    Span span = declaration.keyword().span();
    List<LocalEdit> edits = new ArrayList<>();
    edits.add(new LocalEdit(span, kind));
    boolean says =
        declaration.body().map(body -> CheckerFindings.isSaid(body, "method")).orElse(true);
    if (!says) {
      List<Member> members = declaration.members();
      Block body = declaration.body().orElseThrow();
      edits.add(
          members.isEmpty()
              ? new LocalEdit(CheckerFixes.at(body.open() + 1), " method: " + word)
              : new LocalEdit(CheckerFixes.at(members.get(0).start()), "method: " + word + ", "));
    }
    Message title = Localized.of("Replace with `{0}`", "替换为 `{0}`").with(kind);
    return new LocalFix(title, true, edits);
  }

  private static boolean isSection(String word) {
    for (Kind kind : Schema.kinds()) {
      boolean section =
          kind.body()
              .property(word)
              .map(Property::type)
              .filter(Type.Section.class::isInstance)
              .isPresent();
      if (section || kind.body().nested().containsKey(word)) {
        return true;
      }
    }
    return false;
  }
}
