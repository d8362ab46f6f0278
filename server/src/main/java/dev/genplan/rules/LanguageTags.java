package dev.genplan.rules;

/** BCP 47 language tags, as plans write them. */
public final class LanguageTags {

  private LanguageTags() {}

  /** The language without script and region: {@code zh} of {@code zh-Hans}. */
  public static String primary(String tag) {
    int dash = tag.indexOf('-');
    return dash < 0 ? tag : tag.substring(0, dash);
  }
}
