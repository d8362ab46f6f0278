package dev.genplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.testing.MarkedPlan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckerFixesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          sft x { model: m, data: d }              | finetune x { model: m, data: d }
          dpo x { model: m }                       | align x { method: dpo, model: m }
          rag x { model: m, method: tools }        | augment x { model: m, method: tools }
          prompt x { model: m, max-tokens: 5 }     | prompt x { model: m, sampling { length: 5 } }
          finetune x { model: m, data: d, lr: 1 }  | finetune x { model: m, data: d, learning-rate: 1 }
          finetune x { model: m, data: d, lora_r: 8 } | finetune x { model: m, data: d, method: lora { rank: 8 } }
          model x { licence: mit }                 | model x { license: mit }
          prompt x { model: m, top-k: 5 }          | prompt x { model: m, sampling { top-k: 5 } }
          evaluate x { model: m, metrics: f1 }     | evaluate x { model: m, metrics { f1 } }
          evaluate x { model: m, metrics: [f1] }   | evaluate x { model: m, metrics { f1 } }
          evaluate x { model: m, f1 >= 0.5 }       | evaluate x { model: m, metrics { f1 >= 0.5 } }
          evaluate x { model: m, f1: 0.5 }         | evaluate x { model: m, results { f1: 0.5 } }
          project x { owner: Ada }                 | project x { owner: "Ada" }
          project x { task: "chat" }               | project x { task: chat }
          project x { audience: [public] }         | project x { audience: public }
          dataset x { trusted: yes }               | dataset x { trusted: true }
          project x { contingency: 20 }            | project x { contingency: 20% }
          project x { budget: 5 RMB }              | project x { budget: 5 CNY }
          model x { parameters: 8 billion }        | model x { parameters: 8B }
          model x { context: 128K }                | model x { context: 128k }
          model x { license: MIT }                 | model x { license: mit }
          model x { languages: English }           | model x { languages: en }
          finetune x { model: m, data: d, steps: 5 steps } | finetune x { model: m, data: d, steps: 5 }
          finetune x { model: m, data: d, runs >= 3 } | finetune x { model: m, data: d, runs: >= 3 }
          allow x: because                         | allow x: "because"
          """)
  void mendsSafely(String broken, String mended) {
    assertThat(firstFix(broken).safe()).isTrue();
    assertThat(fixed(broken)).isEqualTo(mended);
    assertThat(CheckerTest.check(mended)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          finetun x { model: m, data: d }          | finetune x { model: m, data: d }
          project x { gaol: "a" }                  | project x { goal: "a" }
          project x { use: researh }               | project x { use: research }
          project x { budget: 5 usd }              | project x { budget: 5 USD }
          dataset x { cost: 4..2 USD }             | dataset x { cost: 2..4 USD }
          model x { id: "a" { note: "b" } }        | model x { id: "a" }
          dataset x { labels all { a: 5 } }        | dataset x { labels { a: 5 } }
          evaluate x { model: m, metrics { f1: 0.5 } } | evaluate x { model: m, metrics { f1 >= 0.5 } }
          evaluate x { model: m, metrics { f1 <= 0.5 } } | evaluate x { model: m, metrics { f1 >= 0.5 } }
          evaluate x { model: m, results { f1 >= 0.5 } } | evaluate x { model: m, results { f1: 0.5 } }
          """)
  void proposesWhatMayHaveBeenMeant(String broken, String mended) {
    assertThat(firstFix(broken).safe()).isFalse();
    assertThat(fixed(broken)).isEqualTo(mended);
    assertThat(CheckerTest.check(mended)).isEmpty();
  }

  @Test
  void putsAMethodIntoAnEmptyBlock() {
    assertThat(fixed("grpo x { }")).isEqualTo("align x { method: grpo }");
  }

  /** All fixes of a file may be applied together. */
  @Test
  void putsNothingIntoABlockTwice() {
    assertThat(fixed("finetune x { model: m, data: d, lora_r: 8, lora_alpha: 16 }"))
        .isEqualTo("finetune x { model: m, data: d, method: lora { rank: 8 }, lora_alpha: 16 }");
  }

  @Test
  void putsAMethodBehindItsProperty() {
    assertThat(fixed("finetune x {\n  qlora\n  model: m\n  data: d\n}"))
        .isEqualTo("finetune x {\n  method: qlora\n  model: m\n  data: d\n}");
  }

  /** A rename would only trade one mistake for another one. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          finetune x { model: m, data: d, bf16: true }
          finetune x { model: m, data: d, lr: high }
          finetune x { model: m, data: d, learning-rate: 1, lr: 1 }
          prompt x { model: m, sampling { seed: 1 }, temperature: 1 }
          """)
  void proposesNothingThatWouldBeWrong(String broken) {
    assertThat(CheckerTest.check(broken)).flatExtracting(LocalDiagnostic::fixes).isEmpty();
  }

  @Test
  void leavesOtherMistakesAlone() {
    String text = "finetune x { model: m, data: d, epoch: 3, lr: 1 }";
    List<LocalDiagnostic> found = CheckerTest.check(text);
    assertThat(found).hasSize(2);
    assertThat(MarkedPlan.fixed(text, found.subList(0, 1)))
        .isEqualTo("finetune x { model: m, data: d, epochs: 3, lr: 1 }");
  }

  private static LocalFix firstFix(String text) {
    return CheckerTest.check(text).get(0).fixes().get(0);
  }

  private static String fixed(String text) {
    return MarkedPlan.fixed(text, CheckerTest.check(text));
  }
}
