package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Locale;

/** Speaks of values that are not of the type of their property. */
final class CheckerMismatch {

  private static final Localized WRONG_TYPE =
      Localized.of("`{0}` takes {1}, not {2}", "`{0}` 应为{1}，而不是{2}");

  private final CheckerFindings findings;

  CheckerMismatch(CheckerFindings findings) {
    this.findings = findings;
  }

  /** Says what is expected and what stands there, and how to mend it where that is clear. */
  void report(Property property, Value value) {
    Span span = findings.literal(value);
    if (CheckerValues.isWord(value, "none")) {
      findings.add(
          CheckerCode.WRONG_TYPE,
          span,
          Localized.of(
                  "`{0}` cannot be `none`; leave it out, or write `unknown`",
                  "`{0}` 不能是 `none`，请去掉它，或者写 `unknown`")
              .with(property.name()));
    } else if (property.type() instanceof Type.Reference && isIdentifierOutside(value)) {
      findings.add(
          CheckerCode.WRONG_TYPE,
          span,
          Localized.of(
                  "`{0}` takes the name of a declaration; give the identifier there and refer to"
                      + " it: `model my-model { id: {1} }`",
                  "`{0}` 应为声明的名称，请在声明里写标识再引用：`model my-model { id: {1} }`")
              .with(property.name(), "\"" + ((Value.Text) value).text() + "\""));
    } else if (value instanceof Value.Text text && fitsWithoutQuotes(property, text)) {
      findings.add(
          CheckerCode.WRONG_TYPE,
          span,
          Localized.of("`{0}` is written without quotes: `{1}`", "`{0}` 的值不加引号：`{1}`")
              .with(property.name(), property.name() + ": " + text.text().strip()),
          CheckerFixes.unquote(span, text.text().strip()));
    } else {
      findings.add(
          CheckerCode.WRONG_TYPE,
          span,
          WRONG_TYPE.with(
              property.name(), CheckerPhrases.expected(property), CheckerPhrases.found(value)),
          otherForm(property, value, span));
    }
  }

  private static List<LocalFix> otherForm(Property property, Value value, Span span) {
    if (property.type() instanceof Type.Text) {
      return List.of(CheckerFixes.quote(span));
    }
    if (property.type() instanceof Type.Bool && value instanceof Value.Reference word) {
      return switch (word.text().toLowerCase(Locale.ROOT)) {
        case "yes", "on", "true" -> List.of(CheckerFixes.rename(span, "true"));
        case "no", "off", "false" -> List.of(CheckerFixes.rename(span, "false"));
        default -> List.of();
      };
    }
    return List.of();
  }

  private static boolean fitsWithoutQuotes(Property property, Value.Text text) {
    SyntaxTree tree = SyntaxTree.parse(property.name() + ": " + text.text().strip());
    if (!tree.errors().isEmpty() || tree.members().size() != 1) {
      return false;
    }
    SyntaxTree.Placed placed = tree.members().get(0);
    if (!(placed.member() instanceof Member.Property member) || member.value().isEmpty()) {
      return false;
    }
    CheckerFindings scratch = new CheckerFindings(tree.chunks().get(placed.chunk()));
    return CheckerValues.fits(scratch, property, member.value().get());
  }

  private static boolean isIdentifierOutside(Value value) {
    return value instanceof Value.Text text && text.text().indexOf('/') > 0;
  }
}
