package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineIndexTest {

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "bc", "\n", "\r", "\r\n")
        .list()
        .ofMaxSize(12)
        .map(parts -> String.join("", parts));
  }

  private static List<Integer> starts(TextLines lines) {
    return IntStream.range(0, lines.lines()).map(lines::start).boxed().toList();
  }

  @Provide
  Arbitrary<List<String>> severalTexts() {
    return texts().list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 5_000)
  void hasTheSameLinesAfterEditsAsAnew(
      @ForAll("texts") String text,
      @ForAll("severalTexts") List<String> inserted,
      @ForAll int one,
      @ForAll int other) {
    LineEditor editor = new LineIndex(text).editor();
    String after = text;
    for (String with : inserted) {
      int a = Math.floorMod(one, after.length() + 1);
      int b = Math.floorMod(other, after.length() + 1);
      Span replaced = new Span(Math.min(a, b), Math.max(a, b));
      editor.replace(replaced, with);
      after = after.substring(0, replaced.start()) + with + after.substring(replaced.end());

      assertThat(starts(editor)).isEqualTo(starts(new LineIndex(after)));
    }
    LineIndex edited = editor.lineIndex();

    assertThat(starts(edited)).isEqualTo(starts(new LineIndex(after)));
    assertThat(edited.text()).isEqualTo(after);
  }
}
