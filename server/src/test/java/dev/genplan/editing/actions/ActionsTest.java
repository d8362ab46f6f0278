package dev.genplan.editing.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analysis;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Span;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each action as a plan before and after it, with the caret marked. */
class ActionsTest {

  private static Analysis analyze(String text, Map<String, String> files) {
    return TestPlans.analyze(text, files, RuleIndex.all());
  }

  private static Place place(String text, Span range, Map<String, String> files) {
    return new Place(analyze(text, files), range, Language.ENGLISH, other -> analyze(other, files));
  }

  private static List<Action> at(String marked, Map<String, String> files) {
    Caret caret = Caret.in(marked);
    Span range = new Span(caret.offset(), caret.offset());
    return Actions.at(place(caret.text(), range, files), kind -> true);
  }

  private static List<String> titles(String marked) {
    return at(marked, Map.of()).stream().map(action -> action.title().toString()).toList();
  }

  /** The plan with the action of that title done. */
  private static String done(String marked, String title, Map<String, String> files) {
    List<Action> actions = at(marked, files);
    Action chosen =
        actions.stream()
            .filter(action -> action.title().toString().equals(title))
            .findFirst()
            .orElseThrow(
                () ->
                    new AssertionError(
                        actions.stream().map(action -> action.title().toString()).toList()));
    return Texts.apply(Caret.in(marked).text(), chosen.work().change().edits());
  }

  private static String done(String marked, String title) {
    return done(marked, title, Map.of());
  }

  @Test
  void appliesWhatAFindingProposes() {
    assertThat(done("modl‸e flan {}\n", "Replace with `model`")).isEqualTo("model flan {}\n");
  }

  @Test
  void fixesAllOfARuleInTheFile() {
    String plan = "finetune a { epo‸ch: 3 }\nfinetune b { epoch: 4, method: lora }\n";
    assertThat(done(plan, "Fix all 2 findings of `unknown-property` in this file"))
        .startsWith("finetune a { epochs: 3 }\nfinetune b { epochs: 4, ");
  }

  @Test
  void appliesAllSafeFixesUntilNothingIsLeft() {
    assertThat(
            done(
                "finetune f {\r\n  lr = 2e-4\r\n  epoch: 12,460\r\n  ‸\r\n}\r\n",
                "Apply all safe fixes"))
        .isEqualTo("finetune f {\r\n  learning-rate: 2e-4\r\n  epochs: 12_460\r\n  \r\n}\r\n");
  }

  @Test
  void allowsARuleInTheDeclarationOrInTheFile() {
    String plan =
        """
        // A trial.
        import "house.genplan"

        project p { goal: "x" }
        model m { id: "Qwen/Qwen3-8B" }
        deploy li‸ve {
          model: m
          owner: "Support"
        }
        """;
    Map<String, String> house = Map.of("house.genplan", "compute c {}\n");
    assertThat(done(plan, "Allow `deploy-without-monitoring` in `live`, with a reason", house))
        .isEqualTo(
            plan.replace("‸", "")
                .replace(
                    "\"Support\"\n",
                    "\"Support\"\n  allow deploy-without-monitoring: \"why it is right here\"\n"));
    assertThat(done(plan, "Allow `deploy-without-monitoring` in this file, with a reason", house))
        .isEqualTo(
            plan.replace("‸", "")
                .replace(
                    "house.genplan\"\n",
                    """
                    house.genplan"

                    allow deploy-without-monitoring: "why it is right here"
                    """));
  }

  @Test
  void declaresWhatIsMissing() {
    assertThat(done("finetune f { model: 通‸义, data: d }\n", "Declare `model 通义`"))
        .isEqualTo("model 通义 {}\n\nfinetune f { model: 通义, data: d }\n");
    assertThat(
            done(
                "dataset d { size: 3 examples }\nfinetune f { data: d.tra‸in }\n",
                "Add `split train` to `d`"))
        .isEqualTo(
            "dataset d { size: 3 examples, split train {} }\nfinetune f { data: d.train }\n");
    assertThat(done("finetune f { data: ‸d.train }\n", "Declare `dataset d`"))
        .isEqualTo("dataset d { split train {} }\n\nfinetune f { data: d.train }\n");
    assertThat(done("align a { reward: r‸ }\n", "Declare `model r`"))
        .isEqualTo("model r { role: reward }\n\nalign a { reward: r }\n");
  }

  @Test
  void fillsInWhatMustBeThere() {
    assertThat(
            done(
                "model m {}\nfinetune fi‸ne { epochs: 3 }\n",
                "Add what is missing: `model: m`, `data: unknown`"))
        .isEqualTo("model m {}\nfinetune fine { epochs: 3, model: m, data: unknown }\n");
  }

  @Test
  void declaresWhatIsWrittenWhereANameStands() {
    assertThat(
            done(
                """
                finetune a { model: "Qwen/‸Qwen3-8B", data: d, compute: L40S }
                finetune b { model: "Qwen/Qwen3-8B", data: d, compute: L40S }
                """,
                "Declare `Qwen/Qwen3-8B` as `model qwen3-8b` and refer to it"))
        .isEqualTo(
            """
            model qwen3-8b { id: "Qwen/Qwen3-8B" }

            finetune a { model: qwen3-8b, data: d, compute: L40S }
            finetune b { model: qwen3-8b, data: d, compute: L40S }
            """);
    assertThat(
            done(
                "finetune a { compute: L40‸S }\n",
                "Declare `L40S` as `compute l40s` and refer to it"))
        .isEqualTo("compute l40s { accelerator: L40S }\n\nfinetune a { compute: l40s }\n");
  }

  @Test
  void inlinesTheResultOfAReport() {
    String plan =
        """
        evaluate a { metrics { f1 >= 3% }, results { f1: 0.5 } }
        evaluate b { metrics { f1 >= a.f‸1 } }
        """;
    assertThat(done(plan, "Replace `a.f1` with its result"))
        .isEqualTo(plan.replace("a.f‸1", "0.5"));
    assertThat(at(plan.replace("results { f1: 0.5 }", ""), Map.of()))
        .filteredOn(action -> action.kind() == ActionKind.INLINE)
        .extracting(action -> action.obstacle().orElseThrow().toString())
        .containsExactly("`a` has no result for `f1` yet");
  }

  @Test
  void inlinesAnImport() {
    assertThat(
            done(
                "import \"ho‸use.genplan\"\nimport \"b.genplan\"\n\nprompt p { model: m }\n",
                "Copy the declarations of `house.genplan` into this file",
                Map.of("house.genplan", "model m {}\n", "b.genplan", "model b {}\n")))
        .isEqualTo("import \"b.genplan\"\n\nmodel m {}\n\nprompt p { model: m }\n");
  }

  @Test
  void addsAnEvaluationThatMeasuresLikeTheOthers() {
    assertThat(
            done(
                """
                model m {}
                dataset d { split test {} }
                evaluate e { model: m, data: d.test, metrics { f1 >= 3% } }
                finetune sf‸t { model: m, data: d }
                """,
                "Add an evaluation of `sft`"))
        .endsWith(
            """
            finetune sft { model: m, data: d }

            evaluate sft-check {
              model:    sft
              baseline: m
              data:     d.test
              metrics { f1 >= 3% }
            }
            """);
  }

  @Test
  void addsARewardModelAndFeedbackForIt() {
    String plan =
        """
        model m {}
        dataset q {}

        align rl‸hf {
          model:   m
          method:  ppo { kl: 0.05 }
          prompts: q
        }
        """;
    String rewarded = done(plan, "Add a reward model for `rlhf`");
    assertThat(rewarded)
        .isEqualTo(
            """
            model m {}
            dataset q {}

            reward rlhf-reward { model: m, data: unknown }

            align rlhf {
              model:   m
              method:  ppo { kl: 0.05 }
              prompts: q
              reward:  rlhf-reward
            }
            """);
    assertThat(
            done(
                rewarded.replace(
                    "reward rlhf-reward { model: m, data: unknown }",
                    "reward rlhf-rew‸ard { model: m }"),
                "Add feedback that `rlhf-reward` learns from"))
        .contains("feedback rlhf-reward-comparisons {")
        .contains("reward rlhf-reward { model: m, data: rlhf-reward-comparisons }");
  }

  @Test
  void addsMonitoring() {
    assertThat(done("model m {}\ndeploy li‸ve { model: m }\n", "Add monitoring of `live`"))
        .endsWith("monitor live-watch { service: live, signals: [quality, cost, latency] }\n");
  }

  @Test
  void writesABlockOverSeveralLinesAndBack() {
    String one = "finetune f { model: m, method: lora { rank: 16 } ‸}\r\n";
    String several = "finetune f {\r\n  model:  m\r\n  method: lora { rank: 16 }\r\n}\r\n";
    assertThat(done(one, "Write the block over several lines")).isEqualTo(several);
    assertThat(done(several.replace("  model", "  ‸model"), "Write the block on one line"))
        .isEqualTo("finetune f { model: m, method: lora { rank: 16 } }\r\n");
    assertThat(titles("finetune f {\n  epochs: 3 // wh‸y\n}\n"))
        .doesNotContain("Write the block on one line");
  }

  @Test
  void organizesImports() {
    assertThat(
            done(
                """
                // House rules.
                import "b.genplan"
                import "unused.genplan"
                import "a.genplan"

                import "nowhere.genplan"
                import "./b.genplan"
                prompt p { model: a }
                prompt q { model: b‸ }
                """,
                "Organize imports",
                Map.of(
                    "a.genplan", "model a {}\n",
                    "b.genplan", "model b {}\n",
                    "./b.genplan", "model b {}\n",
                    "unused.genplan", "model c {}\n")))
        .startsWith("// House rules.\nimport \"a.genplan\"\nimport \"b.genplan\"\n\n");
  }

  @ParameterizedTest
  @CsvSource({
    "refactor, true, false",
    "refactor.rewrite, true, false",
    "quickfix, false, false",
    "'', true, true",
    "source.fixAll, false, true",
    "source, false, true",
    "refact, false, false",
  })
  void knowsWhichKindsAreMeant(String asked, boolean rewrite, boolean fixAll) {
    assertThat(ActionKind.REWRITE.isA(asked)).isEqualTo(rewrite);
    assertThat(ActionKind.FIX_ALL.isA(asked)).isEqualTo(fixAll);
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "samples"))) {
      return files.filter(file -> file.toString().endsWith(".genplan")).sorted().toList();
    }
  }

  private static long syntaxErrors(String text) {
    return SyntaxTree.parse(text).errors().size();
  }

  /** The files that a sample imports, by the paths it writes. */
  private static Map<String, String> imported(Path sample) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path file : samples()) {
      Path folder = sample.getParent();
      if (file.startsWith(folder) && !file.equals(sample)) {
        files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("samples")
  void whateverIsOfferedLeavesAPlanThatParses(Path sample) throws IOException {
    String text = Files.readString(sample);
    Map<String, String> files = imported(sample);
    Analysis analysis = analyze(text, files);
    long before = syntaxErrors(text);
    Set<String> tried = new HashSet<>();
    for (int at = 0; at <= text.length(); at++) {
      boolean inWord =
          at > 0
              && at < text.length()
              && Character.isLetter(text.charAt(at - 1))
              && Character.isLetter(text.charAt(at));
      if (inWord) {
        continue;
      }
      Place place =
          new Place(analysis, new Span(at, at), Language.CHINESE, it -> analyze(it, files));
      List<Action> actions = Actions.at(place, kind -> true);
      assertThat(actions.stream().map(Action::id)).as("at %d", at).doesNotHaveDuplicates();
      for (Action action : actions) {
        if (action.obstacle().isEmpty() && tried.add(action.id())) {
          check(text, before, action, files);
        }
      }
    }
  }

  private static void check(String text, long before, Action action, Map<String, String> files) {
    List<Edit> edits = action.work().change().edits();
    assertThat(edits.stream().map(edit -> edit.location().file()).collect(Collectors.toSet()))
        .isSubsetOf(TestPlans.FILE);
    String after = Texts.apply(text, edits);
    assertThat(after).as(action.title().toString()).isNotEqualTo(text);
    assertThat(syntaxErrors(after)).as("%s%n%s", action.id(), after).isLessThanOrEqualTo(before);
    List<Diagnostic> left = analyze(after, files).diagnostics();
    for (Diagnostic repaired : action.repairs()) {
      assertThat(left)
          .as(action.id())
          .noneMatch(
              found ->
                  found.code().equals(repaired.code())
                      && found.message().equals(repaired.message()));
    }
  }
}
