package dev.genplan.plan;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What some work has looked at of the declarations that are being edited: the properties it asked
 * for, written or not. As long as none of these changes, the work would come to the same result.
 * Threads may add to it at the same time.
 */
public final class Reads {

  private final Set<String> properties = ConcurrentHashMap.newKeySet();
  private final Set<Reads> others = ConcurrentHashMap.newKeySet();
  private volatile boolean everything;
  private volatile boolean surroundings;

  void property(String name) {
    properties.add(name);
  }

  /** Whatever stands in a declaration. */
  void everything() {
    everything = true;
  }

  /** The text around other declarations, up to the nearest lines of the one that is edited. */
  void surroundings() {
    surroundings = true;
  }

  /** All that other work has looked at, or will, whose result was used. */
  void include(Reads other) {
    if (other != this) {
      others.add(other);
    }
  }

  /** All that other work has looked at until now. */
  public void copy(Reads other) {
    properties.addAll(other.properties);
    everything |= other.everything;
    surroundings |= other.surroundings;
    other.others.forEach(this::copy);
  }

  /** Whether an edit may have changed anything of what was looked at. */
  public boolean changedBy(DeclarationEdit edit) {
    if (everything || (surroundings && !edit.isInside())) {
      return true;
    }
    for (String property : edit.properties()) {
      if (properties.contains(property)) {
        return true;
      }
    }
    for (Reads other : others) {
      if (other.changedBy(edit)) {
        return true;
      }
    }
    return false;
  }
}
