package dev.genplan.catalog;

/** Whether something works with something else, as far as its makers say. */
public enum Support {
  /** It works. */
  YES,
  /**
   * It works with a loss: an engine calls its loader experimental, or the hardware unpacks the
   * weights before it computes, which saves memory but no time.
   */
  LIMITED,
  /** The sources say that it does not work. */
  NO,
  /** The sources do not say; no rule may conclude anything from it. */
  UNKNOWN
}
