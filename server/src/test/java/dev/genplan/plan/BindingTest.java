package dev.genplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names and what they lead to: marked plans with the exact messages. */
class BindingTest {

  private static final String HARDWARE = "compute cards { accelerator: H100-80GB }\n";

  private static void expect(String marked) {
    TestPlans.expect(marked);
  }

  private static void expect(String marked, Map<String, String> files) {
    TestPlans.expect(Language.ENGLISH, marked, files, List.of());
  }

  @Test
  void aReferenceToNothing() {
    expect(
        """
        model flan { id: "x/y" }
        dataset talks { split train { size: 10 examples } }
        finetune sft {
          model: flam
                 ^^^^ unknown-reference: Nothing is called `flam`; did you mean `flan`?
          data:  talks.tran
                       ^^^^ unknown-reference: `talks` has no `tran`; did you mean `train`?
        }
        evaluate e { model: quite-another }
                            ^^^^^^^^^^^^^ unknown-reference: Nothing is called `quite-another`; what fits here is `sft`, `flan`
        """);
  }

  @Test
  void aReferenceToSomethingOfAnotherType() {
    expect(
        """
        model flan { id: "x/y" }
        model scorer { id: "x/y", role: reward }
        dataset talks { size: 10 examples }
        align rl { model: flan, method: ppo, reward: flan, prompts: talks }
                                                     ^^^^ wrong-reference: `reward` expects a reward model, but `flan` is a model; what fits is `scorer`
        evaluate e { model: flan, data: flan }
                                        ^^^^ wrong-reference: `data` expects a dataset, but `flan` is a model; what fits is `talks`
        deploy d { model: talks, gate: flan }
                          ^^^^^ wrong-reference: `model` expects a system, but `talks` is a dataset; what fits is `rl`, `flan`
                                       ^^^^ wrong-reference: `gate` expects a report, but `flan` is a model; what fits is `e`
        """);
  }

  @Test
  void aRewardModelIsNotAPolicy() {
    expect(
        """
        model scorer { id: "x/y", role: reward }
        prompt p { model: scorer, text: "x" }
                          ^^^^^^ wrong-reference: `model` expects a system, but `scorer` is a reward model
        """);
  }

  @Test
  void aVerdictWhereOneIsExpected() {
    expect(
        """
        model flan { id: "x/y" }
        dataset talks { size: 10 examples }
        evaluate before { model: flan }
        finetune sft { when: before, model: flan, data: talks }
                             ^^^^^^ wrong-reference: `when` expects a verdict: `before.passes` or `before.fails`
        deploy live { model: sft, gate: before.passes }
                                        ^^^^^^^^^^^^^ wrong-reference: `gate` takes the report itself and means that it passes: write `before`
        """);
  }

  @Test
  void aFigureWhereANumberIsExpected() {
    expect(
        """
        model flan { id: "x/y" }
        evaluate a { model: flan, results { rouge1: 40% } }
        evaluate b { model: flan, metrics { rouge1 >= a } }
                                                      ^ wrong-reference: A criterion compares with a number; name the metric, as in `a.rougeL`
        evaluate c { model: flan, metrics { rouge1 >= a.rouge1 } }
        """);
  }

  @Test
  void namesAreDeclaredOnce() {
    expect(
        """
        model flan { id: "x/y" }
        dataset flan { size: 10 examples }
                ^^^^ duplicate-name: `flan` is already declared
        dataset d {
          split test { size: 1 examples }
          split test { size: 2 examples }
                ^^^^ duplicate-name: `test` is already declared
        }
        """);
  }

  @Test
  void aStageInsideARepeatMayNotHideAnother() {
    expect(
        """
        model base { id: "x/y" }
        dataset d { size: 10 examples }
        finetune sft { model: base, data: d }
        repeat rounds {
          start: sft, times: 2, result: sft
          finetune sft { model: rounds, data: d }
                   ^^^ shadowed-name: Inside `rounds`, `sft` hides the `sft` declared outside
        }
        """);
  }

  @Test
  void aResultStandsInsideItsRepeat() {
    expect(
        """
        model base { id: "x/y" }
        dataset d { size: 10 examples }
        finetune sft { model: base, data: d }
        repeat rounds {
          start: base, times: 2, result: sft
                                         ^^^ wrong-reference: `result` expects a stage inside `rounds`, but `sft` stands outside
          finetune step { model: rounds, data: d }
        }
        """);
  }

  @Test
  void kindsAndPropertiesAreNoReservedWords() {
    expect(
        """
        model model { id: "x/y" }
        dataset data { size: 10 examples }
        finetune finetune { model: model, data: data }
        """);
  }

  @Test
  void anImportBringsInWhatTheFileDeclares() {
    expect(
        """
        import "hardware.genplan"
        model flan { id: "x/y" }
        dataset d { size: 10 examples }
        finetune sft { model: flan, data: d, compute: cards }
        """,
        Map.of("hardware.genplan", HARDWARE));
  }

  @Test
  void importsAreNotTransitive() {
    expect(
        """
        import "house.genplan"
        model flan { id: "x/y" }
        dataset d { size: 10 examples }
        finetune sft { model: flan, data: d, compute: cards }
                                                      ^^^^^ unknown-reference: Nothing is called `cards`
        """,
        Map.of("house.genplan", "import \"hardware.genplan\"\n", "hardware.genplan", HARDWARE));
  }

  @Test
  void anImportedDeclarationSeesItsOwnImports() {
    Plan plan =
        TestPlans.bind(
            "import \"house.genplan\"\n",
            Map.of(
                "house.genplan",
                """
                import "hardware.genplan"
                model flan { id: "x/y" }
                dataset d { size: 10 examples }
                finetune sft { model: flan, data: d, compute: cards }
                """,
                "hardware.genplan",
                HARDWARE));
    assertThat(plan.find("sft").orElseThrow().target("compute").map(Symbol::name))
        .contains("cards");
  }

  @Test
  void aClashWithAnImportedName() {
    expect(
        """
        import "hardware.genplan"
        import "more.genplan"
               ^^^^^^^^^^^^^^ duplicate-name: `spare` is declared in two imported files; rename one of them
        compute cards { accelerator: L4 }
                ^^^^^ duplicate-name: `cards` is already declared in an imported file; rename one of them
        """,
        Map.of(
            "hardware.genplan",
            HARDWARE + "compute spare { accelerator: L4 }\n",
            "more.genplan",
            "compute spare { accelerator: L4 }\n"));
  }

  @Test
  void importsThatLeadNowhere() {
    expect(
        """
        import "missing.genplan"
               ^^^^^^^^^^^^^^^^^ import-not-found: No file `missing.genplan` beside this one; the path is relative to this file
        import "../outside.genplan"
               ^^^^^^^^^^^^^^^^^^^^ import-outside-workspace: `../outside.genplan` lies outside the workspace; only files inside it can be imported
        import "plan.genplan"
               ^^^^^^^^^^^^^^ import-cycle: This file imports itself
        import "hardware.genplan"
        import "hardware.genplan"
               ^^^^^^^^^^^^^^^^^^ duplicate-import: `hardware.genplan` is already imported
        """,
        Map.of("hardware.genplan", HARDWARE, "plan.genplan", ""));
  }

  @Test
  void namesThatAMissingFileMayDeclareAreNotReportedBesides() {
    expect(
        """
        import "missing.genplan"
               ^^^^^^^^^^^^^^^^^ import-not-found: No file `missing.genplan` beside this one; the path is relative to this file
        dataset d { split train { size: 10 examples } }
        finetune sft { model: theirs, data: d.trian }
                                              ^^^^^ unknown-reference: `d` has no `trian`; did you mean `train`?
        """,
        Map.of());
  }

  @Test
  void filesThatImportEachOther() {
    expect(
        """
        import "a.genplan"
               ^^^^^^^^^^^ import-cycle: `a.genplan` imports this file in turn; move what both need into a third file
        """,
        Map.of(
            "a.genplan",
            "import \"b.genplan\"\n",
            "b.genplan",
            "import \"plan.genplan\"\n",
            "plan.genplan",
            ""));
  }

  @Test
  void theSameInChinese() {
    TestPlans.expect(
        Language.CHINESE,
        """
        model 底座 { id: "x/y" }
        dataset 对话 { split train { size: 10 examples } }
        finetune 微调 { model: 底坐, data: 对话.tran }
                             ^^ unknown-reference: 没有名为 `底坐` 的声明；此处可用：`底座`
                                          ^^^^ unknown-reference: `对话` 中没有 `tran`；是否想写 `train`？
        deploy 上线 { model: 对话 }
                           ^^ wrong-reference: `model` 需要系统，但 `对话` 是数据集；可用的有 `微调`、`底座`
        """,
        Map.of(),
        List.of());
  }
}
