package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/** {@code allow rule-name: "reason"}: names a rule and gives a reason. */
final class CheckerAllow {

  private static final Localized WITHOUT_REASON =
      Localized.of(
          "`allow {0}` needs a reason: `allow {0}: \"why it is right here\"`",
          "`allow {0}` 需要写明理由：`allow {0}: \"为什么在这里可以\"`");

  private CheckerAllow() {}

  static boolean isAllow(Member.Property property) {
    return property.key().isSimple() && isAllow(property.key().text());
  }

  static boolean isAllow(Member.Declaration declaration) {
    return isAllow(declaration.keyword().text());
  }

  private static boolean isAllow(String word) {
    return word.equals("allow");
  }

  static void check(CheckerFindings findings, Member.Property allow) {
    if (allow.label().isEmpty()) {
      findings.add(
          CheckerCode.ALLOW_WITHOUT_RULE,
          allow.key().span(),
          Message.of(
              "`allow` names the rule it silences: `allow rule-name: \"reason\"`",
              "`allow` 要写明豁免哪条规则：`allow rule-name: \"理由\"`"));
    } else if (allow.value().isPresent()) {
      reason(findings, allow.label().get().text(), allow.value().get());
    }
  }

  /** {@code allow rule-name} with a block or nothing where the reason should be. */
  static void withoutReason(CheckerFindings findings, Member.Declaration allow) {
    String rule = allow.name().map(name -> name.text()).orElse("rule-name");
    findings.add(
        CheckerCode.ALLOW_WITHOUT_REASON, allow.keyword().span(), WITHOUT_REASON.with(rule));
  }

  private static void reason(CheckerFindings findings, String rule, Value value) {
    if (value instanceof Value.Text text && !text.text().isBlank()) {
      return;
    }
    Span span = findings.literal(value);
    if (value instanceof Value.Text) {
      findings.add(CheckerCode.ALLOW_WITHOUT_REASON, span, WITHOUT_REASON.with(rule));
    } else {
      findings.add(
          CheckerCode.ALLOW_WITHOUT_REASON,
          span,
          Localized.of(
                  "The reason behind `allow {0}` is text in quotes, not {1}",
                  "`allow {0}` 的理由应为带引号的文本，而不是{1}")
              .with(rule, CheckerPhrases.found(value)),
          quotes(value, span));
    }
  }

  private static List<LocalFix> quotes(Value value, Span span) {
    return value instanceof Value.Sequence ? List.of() : List.of(CheckerFixes.quote(span));
  }
}
