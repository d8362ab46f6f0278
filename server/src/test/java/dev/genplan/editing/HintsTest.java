package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {

  private static List<Hints.Hint> hints(String text, Language language) {
    return Hints.of(TestPlans.bind(text), new Span(0, text.length()), language);
  }

  /** The plan with the hints in it. */
  private static String shown(String text, Language language) {
    StringBuilder out = new StringBuilder(text);
    List<Hints.Hint> hints = hints(text, language);
    for (int i = hints.size() - 1; i >= 0; i--) {
      out.insert(hints.get(i).offset(), "‹" + hints.get(i).label() + "›");
    }
    return out.toString();
  }

  @Test
  void showsDefaultsThatShapeWhatAStageMakes() {
    assertThat(
            shown(
                """
                model flan { }
                finetune sft {
                  model: flan
                }
                finetune two { method: lora, model: flan }
                finetune three { model: two }
                deploy live { model: sft }
                """,
                Language.ENGLISH))
        .isEqualTo(
            """
            model flan { }
            finetune sft {‹method: full›
              model: flan
            }
            finetune two { method: lora, model: flan }
            finetune three { model: two‹: adapter› }
            deploy live {‹mode: online› model: sft }
            """);
  }

  @Test
  void insertsADefaultSoThatThePlanSaysIt() {
    assertThat(inserted("finetune sft {\n  model: flan\n}\n"))
        .isEqualTo("finetune sft {\n  method: full\n  model: flan\n}\n");
    assertThat(inserted("finetune sft { model: flan }"))
        .isEqualTo("finetune sft { method: full, model: flan }");
    assertThat(inserted("finetune sft { }")).isEqualTo("finetune sft { method: full }");
  }

  private static String inserted(String text) {
    Hints.Hint.Default hint = (Hints.Hint.Default) hints(text, Language.ENGLISH).get(0);
    return new StringBuilder(text).insert(hint.offset(), hint.text()).toString();
  }

  @Test
  void showsThatAModelIsASystemOrAnAdapter() {
    String plan =
        """
        model flan { }
        prompt brief { model: flan }
        evaluate e { model: brief, baseline: flan }
        """;
    assertThat(shown(plan, Language.ENGLISH)).contains("model: brief‹: system›, baseline: flan }");
    assertThat(shown(plan, Language.CHINESE)).contains("model: brief‹：系统›,");
  }

  @Test
  void showsFiguresInUnitsThatPeopleCompare() {
    assertThat(
            shown(
                """
                compute card { price: 1.80 USD/hour }
                pretrain base { method: full, objective: causal-lm, flops: 3_640 PF-days, accelerator-hours: 1_720_320 }
                deploy live { mode: online, serving { throughput: 40 requests/s, latency: 300 ms } }
                """,
                Language.ENGLISH))
        .isEqualTo(
            """
            compute card { price: 1.80 USD/hour‹≈ 1_300 USD in 30 days› }
            pretrain base { method: full, objective: causal-lm, flops: 3_640 PF-days‹≈ 3.14e23 FLOP›,\
             accelerator-hours: 1_720_320‹≈ 196 years of one accelerator› }
            deploy live { mode: online, serving { throughput: 40 requests/s‹≈ 3.46M requests/day›,\
             latency: 300 ms } }
            """);
  }

  @Test
  void staysInsideTheRange() {
    String text = "deploy a { }\ndeploy b { }\ndeploy c { }\n";
    Plan plan = TestPlans.bind(text);
    assertThat(Hints.of(plan, new Span(13, 25), Language.ENGLISH))
        .extracting(Hints.Hint::offset)
        .containsExactly(23);
  }
}
