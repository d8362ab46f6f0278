package dev.genplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountTest {

  @ParameterizedTest
  @CsvSource({
    "8B, 8e9, 8e9",
    "5%, 0.05, 0.05",
    "2..4 hours, 7200, 14400",
    "90 minutes..2 hours, 5400, 7200",
    "70..75%, 0.7, 0.75",
    "70%..75%, 0.7, 0.75",
    "7..8B, 7e9, 8e9",
    "4..6k examples, 4000, 6000",
    "0..1k examples, 0, 1000",
    "500..2k examples, 500, 2000",
    "500k..2M examples, 5e5, 2e6",
    "< 12 hours, -Infinity, 43200",
    "'[100k, 10M]', 1e5, 1e7",
  })
  void isTheIntervalThatIsMeant(String written, double low, double high) {
    Amount amount = Amount.of(value(written)).orElseThrow();

    assertThat(amount.low()).as("low").isEqualTo(low);
    assertThat(amount.high()).as("high").isEqualTo(high);
  }

  private static Value value(String written) {
    SyntaxTree tree = SyntaxTree.parse("model m { figure: " + written + " }\n");
    Member.Declaration model = (Member.Declaration) tree.members().get(0).member();
    return ((Member.Property) model.members().get(0)).value().orElseThrow();
  }
}
