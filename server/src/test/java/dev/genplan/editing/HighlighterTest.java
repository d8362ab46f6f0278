package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.TestPlans;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlighterTest {

  private final Highlighter highlighter = new Highlighter();

  /** Each token as it stands, with what it is. */
  private List<String> tokens(String text) {
    Plan plan = TestPlans.bind(text);
    List<String> found = new ArrayList<>();
    highlighter.each(
        plan,
        new Span(0, text.length()),
        (start, end, type, traits) ->
            found.add(
                text.substring(start, end)
                    + " "
                    + type.name().toLowerCase(Locale.ROOT)
                    + new TreeSet<>(traits)
                        .stream()
                            .map(trait -> "+" + trait.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining())));
    return found;
  }

  @Test
  void tellsKindsPropertiesWordsAndNamesApart() {
    assertThat(
            tokens(
                """
                /// 对话摘要
                project support { task: summarization } // why
                model 小模型 { id: "google/flan-t5-base", parameters: 8B }
                finetune sft {
                  model: 小模型
                  method: qlora { rank: 16, double-quant: true }
                }
                deploy live { model: sft }
                """))
        .containsExactly(
            "/// 对话摘要 doc_comment",
            "project keyword",
            "support project+declaration",
            "task property",
            "summarization word",
            "// why comment",
            "model keyword",
            "小模型 model+declaration",
            "id property",
            "\"google/flan-t5-base\" text",
            "parameters property",
            "8 number",
            "B number",
            "finetune keyword",
            "sft model+declaration",
            "model property",
            "小模型 model",
            "method property",
            "qlora word",
            "rank property",
            "16 number",
            "double-quant property",
            "true constant",
            "deploy keyword",
            "live service+declaration",
            "model property",
            "sft model");
  }

  @Test
  void tellsNumbersUnitsMetricsAndVerdictsApart() {
    assertThat(
            tokens(
                """
                dataset d { split test { size: 2..4k examples } }
                compute card { price: 0.60 USD/1M tokens { date: 2026-11 } }
                evaluate base { data: d.test, metrics { d.rougeL >= 40%, niceness } }
                evaluate next { metrics { rougeL >= base.rougeL }, when: base.fails }
                """))
        .containsExactly(
            "dataset keyword",
            "d dataset+declaration",
            "split keyword",
            "test dataset+declaration",
            "size property",
            "2 number",
            ".. operator",
            "4 number",
            "k number",
            "examples unit",
            "compute keyword",
            "card compute+declaration",
            "price property",
            "0.60 number",
            "USD unit",
            "1 number",
            "M number",
            "tokens unit",
            "date property",
            "2026-11 number",
            "evaluate keyword",
            "base report+declaration",
            "data property",
            "d dataset",
            "test dataset",
            "metrics property",
            "d dataset",
            "rougeL metric",
            ">= operator",
            "40 number",
            "% number",
            "niceness own_metric",
            "evaluate keyword",
            "next report+declaration+conditional",
            "metrics property",
            "rougeL metric",
            ">= operator",
            "base report",
            "rougeL metric",
            "when property",
            "base report",
            "fails verdict");
  }

  @Test
  void marksWhatIsConditionalAndWhatIsUnused() {
    assertThat(
            tokens(
                """
                project p { }
                model flan { }
                model spare { }
                evaluate base { model: flan }
                finetune sft { model: flan, when: base.fails }
                deploy live { model: sft }
                """))
        .contains(
            "flan model+declaration",
            "spare model+declaration+unused",
            "sft model+declaration+conditional",
            "sft model+conditional",
            "live service+declaration");
  }

  @Test
  void saysNothingIsUnusedInALibrary() {
    assertThat(tokens("model spare { }")).contains("spare model+declaration");
  }

  @Test
  void marksExceptionsAndImports() {
    assertThat(tokens("import \"a.genplan\"\nallow no-rollback: \"a demo\" { until: 2027-01-01 }"))
        .containsExactly(
            "import keyword",
            "\"a.genplan\" text",
            "allow keyword",
            "no-rollback rule",
            "\"a demo\" text",
            "until property",
            "2027-01-01 number");
  }

  @Test
  void leavesOutWhatTheLanguageDoesNotKnow() {
    assertThat(tokens("finetun sft { model: nope, metod: lroa, 3 }"))
        .containsExactly("sft name+declaration", "3 number");
  }

  @Test
  void givesTheChunksOfARangeOnly() {
    String text = "model a { }\nmodel b { }\nmodel c { }\n";
    List<Integer> starts = new ArrayList<>();
    highlighter.each(
        TestPlans.bind(text),
        new Span(text.indexOf('b'), text.indexOf('b') + 1),
        (start, end, type, traits) -> starts.add(start));
    assertThat(starts).containsExactly(12, 18);
  }
}
