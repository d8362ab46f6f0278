package dev.genplan.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.text.DisplayWidth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkedLineTest {

  @Test
  void marksAWord() {
    assertThat(MarkedLine.of("  data: x", 8, 9)).isEqualTo(new MarkedLine("  data: x", 8, 1));
  }

  @Test
  void wideCharactersTakeTwoColumns() {
    String line = "模型：“客服”，👍🏽";

    assertThat(MarkedLine.of(line, 3, 7)).isEqualTo(new MarkedLine(line, 6, 6));
    assertThat(MarkedLine.of(line, 8, 10)).isEqualTo(new MarkedLine(line, 14, 2));
  }

  @Test
  void combiningMarksTakeNone() {
    assertThat(MarkedLine.of("cafe\u0301: x", 6, 7))
        .isEqualTo(new MarkedLine("cafe\u0301: x", 5, 1));
  }

  @Test
  void tabsTakeFourColumns() {
    assertThat(MarkedLine.of("\tid:\tx", 5, 6)).isEqualTo(new MarkedLine("    id:    x", 11, 1));
  }

  @Test
  void emptyRangesAndLineEndsGetOneColumn() {
    assertThat(MarkedLine.of("a b", 1, 1)).isEqualTo(new MarkedLine("a b", 1, 1));
    assertThat(MarkedLine.of("a b", 3, 3)).isEqualTo(new MarkedLine("a b", 3, 1));
    assertThat(MarkedLine.of("", 0, 0)).isEqualTo(new MarkedLine("", 0, 1));
  }

  @Test
  void hidesWhatWouldMoveOrHideOtherText() {
    assertThat(MarkedLine.of("a\u001b[2J\u0000\u202eb", 1, 2).text()).isEqualTo("a�[2J��b");
  }

  @Test
  void ofAVeryLongLineShowsWhatIsNearTheMark() {
    String line = "x".repeat(100_000) + "here" + "y".repeat(100_000);

    MarkedLine shown = MarkedLine.of(line, 100_000, 100_004);

    assertThat(shown.text()).isEqualTo("…" + "x".repeat(60) + "here" + "y".repeat(240 - 64) + "…");
    assertThat(shown.text().substring(shown.column(), shown.column() + shown.width()))
        .isEqualTo("here");
  }

  @Property
  void theMarkStandsUnderTheMarkedText(
      @ForAll("texts") String before,
      @ForAll("texts") String marked,
      @ForAll("texts") String after) {
    int end = before.length() + marked.length();

    MarkedLine shown = MarkedLine.of(before + marked + after, before.length(), end);

    assertThat(shown.column()).isEqualTo(DisplayWidth.of(before));
    assertThat(shown.width()).isEqualTo(Math.max(1, DisplayWidth.of(marked)));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("ab{}\": ,模型“”，ｱＡ가é\u0301")
        .ofMaxLength(30)
        .map(text -> text.replace("b", "🤖"));
  }

  @Property
  void anyTextAndRangeGiveALineOfLimitedLength(
      @ForAll String line, @ForAll int first, @ForAll int second) {
    int from = Math.floorMod(first, line.length() + 1);
    int to = from + Math.floorMod(second, line.length() - from + 1);

    MarkedLine shown = MarkedLine.of(line, from, to);

    assertThat(shown.text().length()).isLessThanOrEqualTo(4 * 240 + 2);
    assertThat(shown.text().codePoints().anyMatch(Character::isISOControl)).isFalse();
    assertThat(shown.column()).isNotNegative();
    assertThat(shown.width()).isPositive();
  }
}
