package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.LineIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private static final String LINE = "a模🙂é|";

  @Test
  void countsInTheUnitsAgreedOn() {
    LineIndex lines = new LineIndex("x\r\n" + LINE);
    int offset = 3 + LINE.indexOf('|');

    assertThat(Positions.UTF_8.position(lines, offset)).isEqualTo(new Position(1, 10));
    assertThat(Positions.UTF_16.position(lines, offset)).isEqualTo(new Position(1, 5));
    assertThat(Positions.UTF_32.position(lines, offset)).isEqualTo(new Position(1, 4));
  }

  @Test
  void takesTheClientsFavoriteThatItKnows() {
    assertThat(Positions.of(List.of())).isEqualTo(Positions.UTF_16);
    assertThat(Positions.of(List.of("utf-8", "utf-16"))).isEqualTo(Positions.UTF_8);
    assertThat(Positions.of(List.of("utf-7", "utf-32"))).isEqualTo(Positions.UTF_32);
    assertThat(Positions.of(List.of("utf-7"))).isEqualTo(Positions.UTF_16);
  }

  @Test
  void takesWhatLiesBehindTheEndForTheEnd() {
    LineIndex lines = new LineIndex("ab\ncd");
    for (Positions positions : Positions.values()) {
      assertThat(positions.offset(lines, new Position(0, 9))).isEqualTo(2);
      assertThat(positions.offset(lines, new Position(7, 0))).isEqualTo(5);
      assertThat(positions.offset(lines, new Position(-1, -1))).isZero();
    }
  }

  @Test
  void neverSplitsACharacter() {
    LineIndex lines = new LineIndex("🙂");

    assertThat(Positions.UTF_8.offset(lines, new Position(0, 2))).isZero();
    assertThat(Positions.UTF_8.offset(lines, new Position(0, 4))).isEqualTo(2);
    assertThat(Positions.UTF_16.offset(lines, new Position(0, 1))).isZero();
    assertThat(Positions.UTF_16.offset(lines, new Position(0, 2))).isEqualTo(2);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "é", "模", "🙂", "e\u0301", "\n", "\r\n", "\r", "\uD83D", "\t")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }

  @Property
  void comesBackToTheOffset(@ForAll("texts") String text) {
    LineIndex lines = new LineIndex(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      boolean inside =
          offset > 0
              && offset < text.length()
              && (Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))
                  || text.startsWith("\r\n", offset - 1));
      if (!inside) {
        for (Positions positions : Positions.values()) {
          assertThat(positions.offset(lines, positions.position(lines, offset))).isEqualTo(offset);
        }
      }
    }
  }

  @Property
  void countsBytesLikeAnEncoder(@ForAll("texts") String text) {
    LineIndex lines = new LineIndex(text);
    String line = lines.text(0);
    if (StandardCharsets.UTF_8.newEncoder().canEncode(line)) {
      assertThat(Positions.UTF_8.position(lines, line.length()).getCharacter())
          .isEqualTo(line.getBytes(StandardCharsets.UTF_8).length);
    }
  }
}
