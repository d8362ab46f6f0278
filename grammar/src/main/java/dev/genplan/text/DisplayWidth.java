package dev.genplan.text;

/**
 * How many columns a text takes in a fixed-width font, as terminals and editors show it: two for
 * the wide characters of East Asian scripts and for emoji, none for marks that combine with the
 * character before.
 *
 * <p>After Unicode Standard Annex #11, East Asian Width; characters of ambiguous width count as
 * one.
 */
public final class DisplayWidth {

  /** First and last code points of the blocks of wide characters, ascending. */
  private static final int[] WIDE = {
    0x1100, 0x115F, // Hangul initial consonants
    0x2E80, 0x303E, // radicals, CJK punctuation
    0x3041, 0x4DBF, // kana, bopomofo, enclosed CJK, extension A
    0x4E00, 0xA4CF, // unified ideographs, Yi
    0xA960, 0xA97F, // Hangul extended
    0xAC00, 0xD7A3, // Hangul syllables
    0xF900, 0xFAFF, // compatibility ideographs
    0xFE30, 0xFE6F, // compatibility and small forms
    0xFF01, 0xFF60, // full-width forms
    0xFFE0, 0xFFE6,
    0x16FE0, 0x18DFF, // Tangut, Khitan
    0x1AFF0, 0x1B2FF, // kana supplements, Nushu
    0x1F300, 0x1F64F, // pictographs, emoticons
    0x1F680, 0x1F6FF,
    0x1F900, 0x1FAFF,
    0x20000, 0x3FFFD, // further ideographs
  };

  private DisplayWidth() {}

  /** The columns that the units from {@code start} to {@code end} of a text without tabs take. */
  public static int of(CharSequence text, int start, int end) {
    int width = 0;
    for (int at = start; at < end; ) {
      char unit = text.charAt(at);
      if (unit < 0x80) {
        width++;
        at++;
      } else {
        int codePoint = Character.codePointAt(text, at);
        width += of(codePoint);
        at += Character.charCount(codePoint);
      }
    }
    return width;
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    for (int i = 0; i < WIDE.length && WIDE[i] <= codePoint; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return 2;
      }
    }
    return 1;
  }
}
