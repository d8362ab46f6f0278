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

  private static List<Integer> starts(LineIndex lines) {
    return IntStream.range(0, lines.lines()).map(lines::start).boxed().toList();
  }

  @Property(tries = 5_000)
  void hasTheSameLinesAfterAnEditAsAnew(
      @ForAll("texts") String text,
      @ForAll("texts") String inserted,
      @ForAll int one,
      @ForAll int other) {
    int a = Math.floorMod(one, text.length() + 1);
    int b = Math.floorMod(other, text.length() + 1);
    Span replaced = new Span(Math.min(a, b), Math.max(a, b));
    String after = text.substring(0, replaced.start()) + inserted + text.substring(replaced.end());

    LineIndex edited = new LineIndex(text).edited(replaced, inserted.length(), after);

    assertThat(starts(edited)).isEqualTo(starts(new LineIndex(after)));
    assertThat(edited.text()).isEqualTo(after);
  }
}
