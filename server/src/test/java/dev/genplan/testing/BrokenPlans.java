package dev.genplan.testing;

import dev.genplan.plan.Plan;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** A plan with everything in it, after some edits that may have broken it. */
public final class BrokenPlans {

  private static final Map<String, String> FILES =
      Map.of("library.genplan", "model flan { }\r\ndataset 语料 { split train { } }\r\n");

  private static final String PLAN =
      """
      import "library.genplan"
      /// 🙂 对话
      project support { task: summarization, team { annotator: 2 } }
      dataset dialogs {
        source: "hf://a/b" // https://example.org
        split train { size: 100 examples }
        split test  { size: 10 examples }
      }
      evaluate baseline {
        model: flan, data: [dialogs.test, 语料]
        metrics { rougeL >= 40%, dialogs.f1, 语料.bleu >= 1 }
        results { rougeL: 0.3 }
      }
      finetune sft {
        when: baseline.fails, model: flan, data: [dialogs.train, 语料.train]
        method: lora { rank: 16 }
        description: \"""
          多行
          text
        \"""
      }
      repeat rounds {
        start: sft, result: ppo
        align ppo { model: rounds }
      }
      evaluate after { model: rounds, metrics { rougeL >= baseline.rougeL } }
      deploy production { model: rounds.ppo, gate: after }
      """;

  private static final List<String> PIECES =
      List.of(
          "",
          "{",
          "}",
          "[",
          "\"",
          "\"\"\"",
          "\n",
          "\r\n",
          "//",
          ",",
          ":",
          ".",
          "flan",
          "rounds.",
          "baseline.fails",
          "🙂",
          "模型",
          "model x { }\n",
          "\uD83D",
          "\u0000");

  /** A piece in the place of some text. */
  private record Edit(double from, int length, String piece) {

    String apply(String text) {
      int start = (int) (from * text.length());
      int end = Math.min(text.length(), start + length);
      return text.substring(0, start) + piece + text.substring(end);
    }
  }

  private BrokenPlans() {}

  /** A plan bound, with the library that it imports. */
  public static Plan bind(String text) {
    return TestPlans.bind(text, FILES);
  }

  /** Any such plan. */
  public static Arbitrary<String> any() {
    return Combinators.combine(
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(0, 0, 1, 5, 30),
            Arbitraries.of(PIECES))
        .as(Edit::new)
        .list()
        .ofMaxSize(6)
        .map(
            edits -> {
              String text = PLAN;
              for (Edit edit : edits) {
                text = edit.apply(text);
              }
              return text;
            });
  }
}
