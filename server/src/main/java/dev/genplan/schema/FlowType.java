package dev.genplan.schema;

import dev.genplan.text.Localized;

/** What a declaration makes and a reference expects. */
public enum FlowType {
  ADAPTER("an adapter", "适配器"),
  MODEL("a model", "模型"),
  SYSTEM("a system", "系统"),
  REWARD("a reward model", "奖励模型"),
  ENCODER("an encoder", "编码器"),
  DATASET("a dataset", "数据集"),
  REPORT("a report", "报告"),
  SERVICE("a service", "服务"),
  COMPUTE("compute", "算力");

  private final Localized phrase;

  FlowType(String en, String zh) {
    this.phrase = Localized.of(en, zh);
  }

  /** With its article, to be used inside a sentence. */
  public Localized phrase() {
    return phrase;
  }

  /**
   * Whether a thing of this type can stand where {@code expected} is expected: an adapter is a
   * model (with its base), a model is a system.
   */
  public boolean fits(FlowType expected) {
    return switch (expected) {
      case SYSTEM -> this == SYSTEM || this == MODEL || this == ADAPTER;
      case MODEL -> this == MODEL || this == ADAPTER;
      default -> this == expected;
    };
  }
}
