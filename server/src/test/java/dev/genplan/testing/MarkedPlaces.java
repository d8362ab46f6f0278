package dev.genplan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A plan in which the expected places stand between {@code «} and {@code »}, and a caret may stand
 * as {@code ‸}.
 */
public final class MarkedPlaces {

  private final String marked;
  private final String text;
  private final int caret;

  private MarkedPlaces(String marked, String text, int caret) {
    this.marked = marked;
    this.text = text;
    this.caret = caret;
  }

  /** A plan from its marked text. */
  public static MarkedPlaces of(String marked) {
    String withCaret = marked.replace("«", "").replace("»", "");
    return new MarkedPlaces(
        marked.replace("‸", ""), withCaret.replace("‸", ""), withCaret.indexOf('‸'));
  }

  /** The plan without the marks. */
  public String text() {
    return text;
  }

  /** Where the caret stood. */
  public int caret() {
    assertThat(caret).as("the caret ‸").isNotNegative();
    return caret;
  }

  /** Asserts that exactly the marked places were found. */
  public void expect(Collection<Span> found) {
    assertThat(mark(text, found)).isEqualTo(marked);
  }

  /** The text with places marked in it. */
  public static String mark(String text, Collection<Span> found) {
    List<Span> places = new ArrayList<>(new TreeSet<>(found));
    StringBuilder out = new StringBuilder(text);
    for (int i = places.size() - 1; i >= 0; i--) {
      out.insert(places.get(i).end(), "»").insert(places.get(i).start(), "«");
    }
    return out.toString();
  }
}
