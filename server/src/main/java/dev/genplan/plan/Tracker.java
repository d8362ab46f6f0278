package dev.genplan.plan;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Knows for each thread what work it does, and notes what that work looks at. All states of a file
 * share one; it notes what is asked of the declarations that were edited since the first of them.
 */
final class Tracker {

  // Not static: there is one for each file, and they are few.
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Reads> current = new ThreadLocal<>();

  /** Does some work and notes what it looks at, that of work inside it left out. */
  <T> T record(Reads into, Supplier<T> work) {
    Reads outer = current.get();
    current.set(into);
    try {
      return work.get();
    } finally {
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }

  /** Notes something for the work that this thread does, if it is recorded. */
  void note(Consumer<Reads> what) {
    Reads reads = current.get();
    if (reads != null) {
      what.accept(reads);
    }
  }

  void property(String name) {
    Reads reads = current.get();
    if (reads != null) {
      reads.property(name);
    }
  }
}
