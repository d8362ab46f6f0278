package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value means. */
class ValuesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5             | 5",
        "12_460        | 12460",
        "0.05          | 0.05",
        "-1            | -1",
        "2e-4          | 0.0002",
        "1E3           | 1000",
        "40%           | 0.4",
        "8B            | 8e9",
        "128k          | 128e3",
        "10M           | 10e6",
        "1.5T          | 1.5e12",
        "-0.5M         | -500000",
      })
  void a_number(String written, double value) {
    Value.Quantity quantity = quantity(written);
    assertThat(quantity.value()).isEqualTo(value);
    assertThat(quantity.unit()).isEmpty();
    assertThat(quantity.end() - quantity.start()).isEqualTo(written.length());
    assertThat(quantity.numberEnd()).isEqualTo(quantity.end());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3 days             | 3      | days",
        "80GB               | 80     | GB",
        "1.5TB              | 1.5    | TB",
        "12_000 USD         | 12000  | USD",
        "1.80 USD/hour      | 1.8    | USD/hour",
        "40 requests / s    | 40     | requests/s",
        "0.60 USD/1M tokens | 0.6    | USD/1000000 tokens",
        "0.60 USD/1_000 tokens | 0.6 | USD/1000 tokens",
        "61k comparisons    | 61000  | comparisons",
        "3_640 PF-days      | 3640   | PF-days",
        "4 周               | 4      | 周",
        "8Bx                | 8      | Bx",
        "5 % GB             | 0.05   | GB",
      })
  void a_quantity_with_a_unit(String written, double value, String unit) {
    Value.Quantity quantity = quantity(written);
    assertThat(quantity.value()).isEqualTo(value);
    assertThat(quantity.unit().orElseThrow().text()).isEqualTo(unit);
    assertThat(quantity.isBare()).isFalse();
    assertThat(quantity.end() - quantity.start()).isEqualTo(written.length());
  }

  @Test
  void the_number_ends_behind_magnitude_and_percent_sign() {
    assertThat(quantity("8B tokens").numberEnd()).isEqualTo("x: 8B".length());
    assertThat(quantity("8B tokens").magnitude()).isEqualTo("B");
    assertThat(quantity("40%").numberEnd()).isEqualTo("x: 40%".length());
    assertThat(quantity("40%").percent()).isTrue();
  }

  @Test
  void a_range() {
    Value.Range range = (Value.Range) value("2..4 weeks");
    assertThat(range.low().value()).isEqualTo(2);
    assertThat(range.low().unit()).isEmpty();
    assertThat(range.high().value()).isEqualTo(4);
    assertThat(range.high().unit().orElseThrow().text()).isEqualTo("weeks");
  }

  @Test
  void a_range_with_units_at_both_ends() {
    Value.Range range = (Value.Range) value("30 minutes .. 2 hours");
    assertThat(range.low().unit().orElseThrow().text()).isEqualTo("minutes");
    assertThat(range.high().unit().orElseThrow().text()).isEqualTo("hours");
  }

  @Test
  void a_bound() {
    Value.Bound bound = (Value.Bound) value("< 12 hours");
    assertThat(bound.operator()).isEqualTo(Operator.LESS);
    assertThat(bound.limit().value()).isEqualTo(12);
    assertThat(bound.limit().unit().orElseThrow().text()).isEqualTo("hours");
  }

  @Test
  void a_day_and_a_month() {
    Value.Date day = (Value.Date) value("2026-12-01");
    assertThat(List.of(day.year(), day.month(), day.day())).containsExactly(2026, 12, 1);
    Value.Date month = (Value.Date) value("2023-12");
    assertThat(List.of(month.year(), month.month(), month.day())).containsExactly(2023, 12, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sft",
        "apache-2.0",
        "llama-3.1-8b",
        "A100-80GB",
        "pass@1",
        "pass@k",
        "true",
        "unknown",
        "模型",
        "dialogsum.test"
      })
  void a_reference(String written) {
    assertThat(((Value.Reference) value(written)).text()).isEqualTo(written);
  }

  @Test
  void a_dot_before_a_digit_belongs_to_the_name_and_any_other_parts_it() {
    Path path = ((Value.Reference) value("llama-3.1.train")).path();
    assertThat(path.names()).extracting(Name::text).containsExactly("llama-3.1", "train");
  }

  @Test
  void names_are_equal_in_normalization_form_c() {
    assertThat(((Value.Reference) value("cafe\u0301")).text()).isEqualTo("caf\u00e9");
    assertThat(value("cafe\u0301").end()).isEqualTo("x: cafe\u0301".length());
  }

  @Test
  void a_tagged_block() {
    Value.Reference value = (Value.Reference) value("lora { rank: 16, alpha: 32 }");
    assertThat(value.text()).isEqualTo("lora");
    assertThat(value.block().orElseThrow().members()).hasSize(2);
    assertThat(value.block().orElseThrow().closed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4 { rate: 25 USD/hour }",
        "25 USD/hour { note: \"x\" }",
        "2..4 weeks { note: \"x\" }",
        "> 350 { note: \"x\" }",
        "\"why\" { until: 2027-01-01 }",
        "2027-01-01 { note: \"x\" }",
        "100% { note: \"x\" }"
      })
  void any_scalar_may_carry_a_block(String written) {
    Value value = value(written);
    assertThat(value.block().orElseThrow().members()).hasSize(1);
    assertThat(value.end()).isEqualTo("x: ".length() + written.length());
  }

  @Test
  void a_list() {
    Value.Sequence list = (Value.Sequence) value("[helpful { weight: 0.7 }, 5 GB, \"a\", [b], ]");
    assertThat(list.closed()).isTrue();
    assertThat(list.elements())
        .extracting(element -> element.getClass().getSimpleName())
        .containsExactly("Reference", "Quantity", "Text", "Sequence");
  }

  @Test
  void a_list_over_several_lines() {
    Value.Reference value =
        (Value.Reference) value("y { z: [ // those\n  a,\n\n  b {\n    c: 1\n  },\n] }");
    Member.Property inside = (Member.Property) value.block().orElseThrow().members().get(0);
    assertThat(((Value.Sequence) inside.value().orElseThrow()).elements()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"\"                     | ~~",
        "\"two words\"            | two words",
        "\"a \\\"b\\\" \\\\ c\"   | a \"b\" \\ c",
        "\"{ // no comment\"      | { // no comment",
        "“全角 ‘引号’ text”       | 全角 ‘引号’ text",
      })
  void a_text(String written, String text) {
    Value.Text value = (Value.Text) onlyFullWidth(written);
    assertThat(value.text()).isEqualTo(text);
    assertThat(value.multiline()).isFalse();
  }

  @Test
  void escapes_of_line_end_and_tab() {
    assertThat(((Value.Text) value("\"a\\n\\tb\"")).text()).isEqualTo("a\n\tb");
  }

  @Test
  void a_text_that_is_quoted_reads_as_it_was() {
    String text = "a\n\t\"b\" \\n c:\\d\\";
    assertThat(((Value.Text) value(Value.Text.quoted(text))).text()).isEqualTo(text);
  }

  @Test
  void a_text_in_several_lines_loses_the_indentation_that_its_lines_share() {
    Value.Text value =
        (Value.Text)
            value("\"\"\"\n      First \"quoted\"\n        deeper\n\n      last\n    \"\"\"");
    assertThat(value.text()).isEqualTo("  First \"quoted\"\n    deeper\n\n  last");
    assertThat(value.multiline()).isTrue();
  }

  @Test
  void a_text_in_several_lines_may_start_on_its_first_line() {
    assertThat(((Value.Text) value("\"\"\"one\n    two\n      three\"\"\"")).text())
        .isEqualTo("one\ntwo\n  three");
    assertThat(((Value.Text) value("\"\"\"one line\"\"\"")).text()).isEqualTo("one line");
  }

  @Test
  void line_ends_in_a_text_are_line_feeds() {
    assertThat(((Value.Text) value("\"\"\"\r\n  a\r\n  b\r\n  \"\"\"")).text()).isEqualTo("a\nb");
  }

  @Test
  void three_quotes_can_be_escaped_in_a_text() {
    assertThat(((Value.Text) value("\"\"\"a \\\"\"\" b\"\"\"")).text()).isEqualTo("a \"\"\" b");
  }

  private static Value.Quantity quantity(String written) {
    return (Value.Quantity) value(written);
  }

  private static Value value(String written) {
    SyntaxTree tree = SyntaxTree.parse("x: " + written);
    assertThat(tree.errors()).isEmpty();
    return value(tree);
  }

  private static Value onlyFullWidth(String written) {
    SyntaxTree tree = SyntaxTree.parse("x: " + written);
    assertThat(tree.errors()).allMatch(error -> error.code().equals("full-width-punctuation"));
    return value(tree);
  }

  private static Value value(SyntaxTree tree) {
    assertThat(tree.members()).hasSize(1);
    return ((Member.Property) tree.members().get(0).member()).value().orElseThrow();
  }
}
