package dev.genplan.analysis;

import java.util.concurrent.CancellationException;

/** Lets long work stop when nobody waits for it any more. */
@FunctionalInterface
public interface Cancellation {

  /** Work that nobody stops. */
  Cancellation NEVER = () -> {};

  /**
   * Called between steps of some microseconds.
   *
   * @throws CancellationException if the work is no longer wanted
   */
  void check();
}
