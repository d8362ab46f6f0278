package dev.genplan.text;

import java.util.Locale;

/** A language in which GenPlan speaks to its users. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh-CN");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, {@code en} or {@code zh-CN}. */
  public String tag() {
    return tag;
  }

  /**
   * The language that serves a locale best.
   *
   * @param locale any locale; every Chinese one is served simplified Chinese, all others English
   */
  public static Language of(Locale locale) {
    return locale.getLanguage().equals("zh") ? CHINESE : ENGLISH;
  }

  /**
   * The language that serves a BCP 47 or POSIX tag best.
   *
   * @param tag such as {@code zh-CN}, {@code zh_CN.UTF-8}, {@code en-GB}, {@code C}; may be empty
   */
  public static Language of(String tag) {
    return isOf(tag, "zh") ? CHINESE : ENGLISH;
  }

  /**
   * Whether a BCP 47 or POSIX tag is of a certain language.
   *
   * @param language its code of two letters
   */
  public static boolean isOf(String tag, String language) {
    int end = language.length();
    return tag.regionMatches(true, 0, language, 0, end)
        && (tag.length() == end || !Character.isLetter(tag.charAt(end)));
  }
}
