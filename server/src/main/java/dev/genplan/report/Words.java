package dev.genplan.report;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;

/** Words that several forms of report share. */
final class Words {

  private static final Localized HEAD = Localized.of("{0}[{1}]:", "{0}[{1}]：");

  private Words() {}

  /** Severity and code, as they stand before the message. */
  static Message head(Diagnostic finding) {
    return HEAD.with(severity(finding.severity()), finding.code());
  }

  static Localized severity(Severity severity) {
    return switch (severity) {
      case ERROR -> Localized.of("error", "错误");
      case WARNING -> Localized.of("warning", "警告");
      case INFORMATION -> Localized.of("note", "说明");
      case HINT -> Localized.of("hint", "提示");
    };
  }
}
