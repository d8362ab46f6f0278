package dev.genplan.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Unit;
import dev.genplan.syntax.Value;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "GB, BYTES, 1e9",
    "GiB, BYTES, 1073741824",
    "h, TIME, 3600",
    "hour, TIME, 3600",
    "weeks, TIME, 604800",
    "person-day, PEOPLE_TIME, 8",
    "person-weeks, PEOPLE_TIME, 40",
    "PF-days, FLOP, 8.64e19",
    "kWh, ENERGY, 1000",
    "comparisons, COMPARISONS, 1",
    "pair, COMPARISONS, 1",
    "USD, MONEY, 1",
    "ISK, MONEY, 1",
  })
  void aWordHasADimensionAndAFactor(String word, Dimension dimension, double factor) {
    UnitWord unit = Units.find(word).orElseThrow();
    assertThat(unit.dimension()).isEqualTo(dimension);
    assertThat(unit.factor()).isEqualTo(factor);
  }

  @ParameterizedTest
  @CsvSource({"B", "RMB", "gb", "GPU-hours", "XYZ", "T"})
  void otherWordsAreNoUnits(String word) {
    assertThat(Units.find(word)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RMB, CNY",
    "gb, GB",
    "usd, USD",
    "exmples, examples",
    "comparision, comparison",
    "TFLOPS, TFLOP/s",
    "GPU-hours, hours",
  })
  void aSlipIsMended(String word, String meant) {
    assertThat(Units.nearest(word)).contains(meant);
  }

  @Test
  void aMonthIsATwelfthOfAYear() {
    assertThat(Units.find("months").orElseThrow().factor() / 86_400).isCloseTo(30.44, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "1.80 USD/hour, MONEY, TIME, 2.7777777777777778e-4",
    "0.60 USD/1M tokens, MONEY, TOKENS, 1e-6",
    "380 g/kWh, MASS, ENERGY, 1e-3",
    "12 comparisons/hour, COMPARISONS, TIME, 2.7777777777777778e-4",
    "312 TFLOP/s, FLOP, TIME, 1e12",
  })
  void aRateIsOneMeasureOverAnother(String text, Dimension of, Dimension per, double factor) {
    Unit unit = unit(text);
    assertThat(Units.measure(unit)).contains(Measure.rate(of, per));
    assertThat(Units.factor(unit).orElseThrow()).isCloseTo(factor, within(factor * 1e-12));
  }

  @Test
  void aRateOverAnUnknownUnitHasNoMeasure() {
    assertThat(Units.measure(unit("3 USD/bananas"))).isEmpty();
    assertThat(Units.factor(unit("3 USD/bananas"))).isEmpty();
    assertThat(Units.measure(unit("3 days"))).contains(Measure.of(Dimension.TIME));
  }

  @Test
  void itemsAndPromptsCountTheSameThings() {
    assertThat(Units.interchangeable(Dimension.ITEMS, Dimension.PROMPTS)).isTrue();
    assertThat(Units.interchangeable(Dimension.LABELS, Dimension.LABELS)).isTrue();
    assertThat(Units.interchangeable(Dimension.LABELS, Dimension.COMPARISONS)).isFalse();
    assertThat(Units.interchangeable(Dimension.TOKENS, Dimension.WORDS)).isFalse();
  }

  @Test
  void aRankingHoldsAComparisonForEachPair() {
    assertThat(Units.comparisons(100, 4)).isEqualTo(600);
    assertThat(Units.comparisons(100, 2)).isEqualTo(100);
  }

  @Test
  void windowsAreEqualByThousandsAndByPowersOfTwo() {
    assertThat(Units.sameTokens(128_000, 131_072)).isTrue();
    assertThat(Units.sameTokens(131_072, 128_000)).isTrue();
    assertThat(Units.sameTokens(4_096, 4_000)).isTrue();
    assertThat(Units.sameTokens(8_000, 4_096)).isFalse();
  }

  @Test
  void unitsAreOfferedInOneFormTheUsualOnesFirst() {
    assertThat(Units.of(Dimension.COMPARISONS))
        .extracting(UnitWord::word)
        .containsExactly("comparisons", "pairs", "preferences");
    assertThat(Units.of(Dimension.MONEY))
        .extracting(UnitWord::word)
        .startsWith("USD", "EUR", "CNY");
    for (Dimension dimension : Dimension.values()) {
      assertThat(Units.of(dimension)).as(dimension.name()).isNotEmpty();
    }
  }

  @Test
  void whatAPlainNumberCountsIsNoUnit() {
    assertThat(Units.isPlainCount("steps")).isTrue();
    assertThat(Units.find("steps")).isEmpty();
  }

  private static Unit unit(String text) {
    SyntaxTree tree = SyntaxTree.parse("compute x {\n  price: " + text + "\n}\n");
    Member.Declaration declaration = (Member.Declaration) tree.members().get(0).member();
    Member.Property property = (Member.Property) declaration.members().get(0);
    Optional<Unit> unit = ((Value.Quantity) property.value().orElseThrow()).unit();
    return unit.orElseThrow();
  }
}
