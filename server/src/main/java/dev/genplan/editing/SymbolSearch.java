package dev.genplan.editing;

import dev.genplan.diagnostics.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Finds declarations in many files by a part of their name: by its letters in their order, as
 * {@code dstr} finds {@code dialogsum.train}.
 */
public final class SymbolSearch {

  /** So many are enough for anybody who reads a list. */
  private static final int MOST = 500;

  private static final Comparator<Match> ORDER =
      Comparator.comparingInt(Match::rank)
          .thenComparing(match -> match.entry().name())
          .thenComparing(Match::location);

  /**
   * A declaration that was found.
   *
   * @param container the name of the declaration it stands in; empty at the top of a file
   * @param location its name
   * @param rank how well it fits, the best first
   */
  public record Match(Outline.Entry entry, String container, Location location, int rank) {

    /** The name under which others refer to it. */
    public String qualifiedName() {
      return container.isEmpty() ? entry.name() : container + "." + entry.name();
    }
  }

  private final String query;
  private final List<Match> matches = new ArrayList<>();

  /**
   * @param query what was typed; everything fits an empty one
   */
  public SymbolSearch(String query) {
    this.query = query.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  /**
   * Looks through a file as well.
   *
   * @param file its URI
   */
  public void add(String file, List<Outline.Entry> outline) {
    for (Outline.Entry entry : outline) {
      if (entry.isNamed()) {
        add(file, entry, "");
      }
      entry.children().forEach(child -> add(file, child, entry.name()));
    }
  }

  private void add(String file, Outline.Entry entry, String container) {
    Location location = new Location(file, entry.selection());
    Match match = new Match(entry, container, location, 0);
    OptionalInt own = rank(query, entry.name());
    OptionalInt rank = own.isPresent() ? own : rank(query, match.qualifiedName());
    if (rank.isPresent()) {
      matches.add(new Match(entry, container, location, rank.getAsInt()));
    }
  }

  /** What was found: the best first, then by name, then by place; not more than anybody reads. */
  public List<Match> matches() {
    return matches.stream().sorted(ORDER).limit(MOST).toList();
  }

  /**
   * How well a name fits what was typed, in lower case: 0 for the name itself, 1 for its beginning,
   * 2 for the beginning of a word in it, 3 for any part, 4 for letters that are spread over it.
   */
  static OptionalInt rank(String query, String name) {
    String text = name.toLowerCase(Locale.ROOT);
    if (text.equals(query)) {
      return OptionalInt.of(0);
    }
    int at = text.indexOf(query);
    if (at == 0) {
      return OptionalInt.of(1);
    }
    if (at > 0) {
      return OptionalInt.of(Character.isLetterOrDigit(text.charAt(at - 1)) ? 3 : 2);
    }
    int next = 0;
    for (int i = 0; i < text.length() && next < query.length(); i++) {
      if (text.charAt(i) == query.charAt(next)) {
        next++;
      }
    }
    return next == query.length() ? OptionalInt.of(4) : OptionalInt.empty();
  }
}
