package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.LineIndex;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

class ContentChangesTest {

  private static TextDocumentContentChangeEvent change(
      int line, int from, int endLine, int to, String text) {
    return new TextDocumentContentChangeEvent(
        new Range(new Position(line, from), new Position(endLine, to)), text);
  }

  private static String apply(String text, TextDocumentContentChangeEvent... changes) {
    return ContentChanges.apply(new LineIndex(text), List.of(changes), Positions.UTF_16).text();
  }

  @Test
  void replacesInsertsAndDeletes() {
    assertThat(apply("ab\ncd", change(0, 1, 1, 1, "X"))).isEqualTo("aXd");
    assertThat(apply("ab", change(0, 1, 0, 1, "🙂"))).isEqualTo("a🙂b");
    assertThat(apply("a\r\nb", change(0, 1, 1, 0, ""))).isEqualTo("ab");
  }

  @Test
  void appliesEachChangeToWhatTheOneBeforeHasLeft() {
    assertThat(apply("ab", change(0, 0, 0, 1, "x\ny"), change(1, 1, 1, 2, "z"))).isEqualTo("x\nyz");
  }

  @Test
  void replacesTheWholeTextWhereThereIsNoRange() {
    assertThat(apply("ab", change(0, 0, 0, 1, "x"), new TextDocumentContentChangeEvent("new text")))
        .isEqualTo("new text");
  }

  @Test
  void takesPlacesOutsideTheTextForItsEnd() {
    assertThat(apply("ab", change(5, 0, 9, 9, "c"))).isEqualTo("abc");
    assertThat(apply("ab", change(0, 2, 0, 0, "c"))).isEqualTo("abc");
  }
}
