package dev.genplan.schema;

import dev.genplan.text.Localized;

/** What a unit measures. Quantities of different dimensions are never converted into each other. */
public enum Dimension {
  TOKENS("tokens", "词元"),
  WORDS("words", "单词"),
  CHARACTERS("characters", "字符"),
  ITEMS("examples", "样本"),
  PROMPTS("prompts", "提示词"),
  COMPARISONS("comparisons", "比较对"),
  RANKINGS("rankings", "排序"),
  LABELS("labels", "标签"),
  EPISODES("episodes", "回合"),
  REQUESTS("requests", "请求"),
  PEOPLE("people", "人"),
  PEOPLE_TIME("person-hours", "人时"),
  BYTES("bytes", "字节"),
  BITS("bits", "比特"),
  TIME("time", "时间"),
  MONEY("money", "金额"),
  FLOP("FLOP", "浮点运算"),
  ENERGY("energy", "能量"),
  POWER("power", "功率"),
  MASS("mass", "质量");

  private final Localized title;

  Dimension(String en, String zh) {
    this.title = Localized.of(en, zh);
  }

  /** Its name inside a sentence. */
  public Localized title() {
    return title;
  }
}
