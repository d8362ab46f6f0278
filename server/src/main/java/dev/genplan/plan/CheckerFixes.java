package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/** The repairs that the checker proposes. */
final class CheckerFixes {

  private static final Localized REPLACE = Localized.of("Replace with `{0}`", "替换为 `{0}`");
  private static final Localized WRITE = Localized.of("Write `{0}`", "写成 `{0}`");

  private CheckerFixes() {}

  /** The same thing by its right name. */
  static LocalFix rename(Span span, String name) {
    return LocalFix.replace(REPLACE.with(name), true, span, name);
  }

  /** Another name that may have been meant. */
  static LocalFix suggest(Span span, String name) {
    return LocalFix.replace(REPLACE.with(name), false, span, name);
  }

  /** Another text in place of a range; the title shows it, or a short form of it. */
  static LocalFix write(Span span, String text, String shown, boolean safe) {
    return LocalFix.replace(WRITE.with(shown), safe, span, text);
  }

  /** A text before and one behind a range. */
  static LocalFix wrap(Span span, String before, String after, String shown, boolean safe) {
    return new LocalFix(
        WRITE.with(shown),
        safe,
        List.of(new LocalEdit(at(span.start()), before), new LocalEdit(at(span.end()), after)));
  }

  static LocalFix quote(Span span) {
    return new LocalFix(
        Message.of("Put quotes around it", "加上引号"),
        true,
        List.of(new LocalEdit(at(span.start()), "\""), new LocalEdit(at(span.end()), "\"")));
  }

  static LocalFix unquote(Span span, String text) {
    return LocalFix.replace(Message.of("Remove the quotes", "去掉引号"), true, span, text);
  }

  static LocalFix remove(Message title, Span span) {
    return LocalFix.replace(title, false, span, "");
  }

  static Span at(int offset) {
    return new Span(offset, offset);
  }
}
