package dev.genplan.plan;

import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What some work has looked at in a plan: the properties it asked for, written or not. As long as
 * none of these changes, the work would come to the same result. Threads may add to it at the same
 * time.
 */
public final class Reads {

  private final Set<Reads> others = ConcurrentHashMap.newKeySet(1);
  private volatile Set<String> properties = ConcurrentHashMap.newKeySet();
  private volatile Set<String> declarations = ConcurrentHashMap.newKeySet(1);
  private volatile boolean surroundings;
  private volatile boolean text;

  /** A property or section of any declaration. */
  void property(String name) {
    add(properties, name);
  }

  /** Whatever stands in a declaration. */
  void everythingOf(String declaration) {
    add(declarations, declaration);
  }

  /** The text around a declaration, up to the first and the last line of others. */
  void surroundings() {
    surroundings = true;
  }

  /** Whatever stands in the file. */
  void text() {
    text = true;
  }

  /** All that other work has looked at, or will, whose result was used. */
  void include(Reads other) {
    if (other != this) {
      add(others, other);
    }
  }

  /** Most is asked for again and again. */
  private static <T> void add(Set<T> to, T what) {
    if (!to.contains(what)) {
      to.add(what);
    }
  }

  /** All that other work has looked at until now. */
  public void copy(Reads other) {
    properties.addAll(other.properties);
    declarations.addAll(other.declarations);
    surroundings |= other.surroundings;
    text |= other.text;
    other.others.forEach(this::copy);
  }

  /** The work is done: nothing comes to it any more. Takes less memory from now on. */
  void close() {
    properties = Set.copyOf(properties);
    declarations = Set.copyOf(declarations);
  }

  /** Whether an edit may have changed anything of what was looked at. */
  public boolean changedBy(DeclarationEdit edit) {
    if (text
        || (surroundings && !edit.isInside())
        || !Collections.disjoint(edit.properties(), properties)
        || !Collections.disjoint(edit.declarations(), declarations)) {
      return true;
    }
    for (Reads other : others) {
      if (other.changedBy(edit)) {
        return true;
      }
    }
    return false;
  }
}
