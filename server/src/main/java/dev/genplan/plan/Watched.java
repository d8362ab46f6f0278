package dev.genplan.plan;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that, at each step of whoever goes through it, asks whether to go on. */
final class Watched<T> extends AbstractList<T> implements RandomAccess {

  private final List<T> list;
  private final Runnable step;

  /**
   * @param list fast at any place
   * @param step throws to stop the work
   */
  Watched(List<T> list, Runnable step) {
    this.list = list;
    this.step = step;
  }

  @Override
  public T get(int index) {
    step.run();
    return list.get(index);
  }

  @Override
  public int size() {
    return list.size();
  }
}
