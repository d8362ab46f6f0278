package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.BlockSpec.Content;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Name;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/** Speaks of members that are known, but are written otherwise, or stand elsewhere, or twice. */
final class CheckerShapes {

  private final CheckerFindings findings;

  CheckerShapes(CheckerFindings findings) {
    this.findings = findings;
  }

  void misplacedKind(CheckerScope scope, Member.Declaration declaration) {
    String word = declaration.keyword().text();
    Message message =
        scope.spec().content() == Content.STAGES
            ? Localized.of(
                    "Only stages can stand inside `{0}`; declare the `{1}` at the top of the file",
                    "`{0}` 里只能写阶段，请把 `{1}` 写到文件顶层")
                .with(scope.word(), word)
            : Localized.of(
                    "`{1}` cannot stand inside `{0}`; declare it at the top of the file and refer"
                        + " to it by name",
                    "`{1}` 不能写在 `{0}` 里，请在文件顶层声明，再按名称引用")
                .with(scope.word(), word);
    findings.add(CheckerCode.MISPLACED_MEMBER, declaration.keyword().span(), message);
  }

  void withoutValue(Property property, Member.Bare bare) {
    boolean section = property.type() instanceof Type.Section;
    boolean flag = property.type() instanceof Type.Bool;
    String shown =
        property.name()
            + (section ? " " : ": ")
            + (flag ? "true" : CheckerPhrases.example(property));
    List<LocalFix> fixes =
        flag ? List.of(CheckerFixes.write(bare.span(), shown, shown, false)) : List.of();
    findings.add(
        CheckerCode.WRONG_SHAPE,
        bare.span(),
        section
            ? Localized.of("`{0}` needs a block: `{1}`", "`{0}` 需要花括号块：`{1}`")
                .with(property.name(), shown)
            : Localized.of("`{0}` needs a value: `{1}`", "`{0}` 需要值：`{1}`")
                .with(property.name(), shown),
        fixes);
  }

  void sectionAsValue(CheckerScope scope, Property section, Member.Property member) {
    findings.add(
        CheckerCode.WRONG_SHAPE,
        member.key().span(),
        Localized.of(
                "`{0}` is a section of `{1}` and takes a block: `{2}`",
                "`{0}` 是 `{1}` 的小节，后面应写花括号块：`{2}`")
            .with(section.name(), scope.word(), section.name() + " " + section.example()),
        member
            .value()
            .flatMap(value -> asSection(section, member, value))
            .map(List::of)
            .orElse(List.of()));
  }

  void valueAsSection(Property property, Member.Declaration declaration) {
    findings.add(
        CheckerCode.WRONG_SHAPE,
        declaration.keyword().span(),
        Localized.of("`{0}` takes a value: `{1}`", "`{0}` 应写成带值的属性：`{1}`")
            .with(property.name(), property.name() + ": " + property.example()));
  }

  void unexpectedName(String word, int end, Name name) {
    findings.add(
        CheckerCode.UNEXPECTED_NAME,
        name.span(),
        Localized.of("`{0}` takes no name", "`{0}` 不带名称").with(word),
        CheckerFixes.remove(
            Localized.of("Remove `{0}`", "删除 `{0}`").with(name.text()), new Span(end, name.end())));
  }

  void duplicate(String name, Span span, boolean many) {
    findings.add(
        CheckerCode.DUPLICATE_PROPERTY,
        span,
        many
            ? Localized.of(
                    "`{0}` stands here twice; several values go into one list: `{1}`",
                    "`{0}` 重复出现，多个值请写进一个列表：`{1}`")
                .with(name, name + ": [a, b]")
            : Localized.of("`{0}` stands here twice; keep one of them", "`{0}` 重复出现，请只保留一处")
                .with(name));
  }

  /** {@code metrics: [rougeL, f1]} as {@code metrics { rougeL, f1 }}, where that is all it says. */
  private static Optional<LocalFix> asSection(
      Property section, Member.Property member, Value value) {
    boolean criteria =
        section.type() instanceof Type.Section type && type.block().content() == Content.CRITERIA;
    if (!criteria || !isMetrics(value)) {
      return Optional.empty();
    }
    boolean list = value instanceof Value.Sequence;
    int start = list ? value.start() + 1 : value.start();
    Span close = list ? new Span(value.end() - 1, value.end()) : CheckerFixes.at(value.end());
    return Optional.of(
        new LocalFix(
            Localized.of("Write `{0}`", "写成 `{0}`").with(section.name() + " { … }"),
            true,
            List.of(
                new LocalEdit(new Span(member.key().end(), start), " { "),
                new LocalEdit(close, " }"))));
  }

  private static boolean isMetrics(Value value) {
    if (value instanceof Value.Sequence sequence) {
      return sequence.closed()
          && sequence.elements().stream()
              .allMatch(e -> e instanceof Value.Reference && isMetrics(e));
    }
    return value instanceof Value.Reference && value.block().isEmpty();
  }
}
