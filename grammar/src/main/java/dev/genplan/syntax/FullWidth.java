package dev.genplan.syntax;

import java.util.Optional;

/** Characters that look like ones of the language, and ones that cannot be seen. */
final class FullWidth {

  private static final String WRITTEN = "（）。％＝＞＜＂＇／．＿－＋";
  private static final String MEANT = "().%=><\"'/._-+";

  private FullWidth() {}

  /** The ASCII character that was meant by a full-width one that the language does not read. */
  static Optional<String> meant(String text) {
    int index = text.length() == 1 ? WRITTEN.indexOf(text) : -1;
    return index < 0 ? Optional.empty() : Optional.of(MEANT.substring(index, index + 1));
  }

  /** The text as a message can show it: its code points if it has none that can be seen. */
  static String visible(String text) {
    int first = text.codePointAt(0);
    boolean shown =
        Character.isDefined(first)
            && !Character.isISOControl(first)
            && Character.getType(first) != Character.FORMAT
            && Character.getType(first) != Character.SURROGATE
            && Character.getType(first) != Character.PRIVATE_USE;
    return shown ? text : "U+%04X".formatted(first);
  }
}
