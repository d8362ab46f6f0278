package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After an edit only those rules run that have looked at what it has changed. */
class ReuseTest {

  private static final String PLAN =
      """
      project support { goal: "4 of 5 summaries need no edit", task: summarization }
      model qwen { id: "Qwen/Qwen3-8B", license: apache-2.0 }
      dataset tickets {
        owner: "Support"
        split train { size: 2_000 examples }
      }
      finetune sft {
        model:  qwen
        data:   tickets.train
        epochs: 3
        note:   "as before"
      }
      deploy live { model: sft }
      """;

  /** Reports each fine-tuning with its epochs, and notes how often it has run. */
  private static final class EpochsRule implements Rule {
    private int runs;

    @Override
    public RuleInfo info() {
      return RuleInfo.of("epochs", Category.FLOW, Severity.WARNING, "Epochs.", "轮数。").recommended();
    }

    @Override
    public void check(Plan plan, Reporter reporter) {
      runs++;
      for (Symbol stage : plan.all("finetune")) {
        stage
            .attributes()
            .amount("epochs")
            .ifPresent(epochs -> reporter.report(stage, Message.of("" + epochs.low(), "轮数")));
      }
    }
  }

  private final EpochsRule epochs = new EpochsRule();
  private final Analyzer analyzer = new Analyzer(List.of(epochs), Settings.usual(TestPlans.TODAY));

  private Analysis analyze(String text, Optional<Analysis> before) {
    SyntaxTree tree =
        before
            .map(analysis -> analysis.plan().source().tree().update(text))
            .orElseGet(() -> SyntaxTree.parse(text));
    return analyzer.analyze(
        new SourceFile("file:///w/plan.genplan", tree),
        (importer, path) -> new Imports.Missing(),
        before,
        Cancellation.NEVER);
  }

  /** How often the rule has run for each of several states of the plan. */
  private List<Integer> runs(String... states) {
    List<Integer> runs = new ArrayList<>();
    Optional<Analysis> before = Optional.empty();
    for (String state : states) {
      int was = epochs.runs;
      before = Optional.of(analyze(state, before));
      runs.add(epochs.runs - was);
    }
    return runs;
  }

  @Test
  void fromTheSecondKeyInADeclarationOnOnlyWhatIsConcernedRuns() {
    assertThat(
            runs(
                PLAN,
                PLAN.replace("as before", "as befor"),
                PLAN.replace("as before", "as befo"),
                PLAN.replace("as before", "as befo").replace("epochs: 3", "epochs: 30"),
                PLAN.replace("as before", "as before!").replace("epochs: 3", "epochs: 30")))
        .containsExactly(1, 1, 0, 1, 0);
  }

  @Test
  void aPropertyThatAppearsConcernsThoseWhoHaveAskedForItInVain() {
    String without = PLAN.replace("  epochs: 3\n", "");
    String other = without.replace("as before", "as befor");
    assertThat(runs(without, other, other.replace("  note:", "  epochs: 2\n  note:")))
        .containsExactly(1, 1, 1);
  }

  @Test
  void whatIsMoreThanAnEditOfOneDeclarationConcernsEverybody() {
    String edited = PLAN.replace("as before", "as befor");
    for (String more :
        List.of(
            edited.replace("finetune sft", "finetune tuned"),
            edited.replace("finetune sft", "pretrain sft"),
            edited.replace("model:  qwen", "model:  sft"),
            edited.replace("deploy live", "deploy life"),
            edited + "deploy second { model: sft }\n",
            "import \"other.genplan\"\n" + edited)) {
      assertThat(runs(PLAN, edited, more)).describedAs(more).containsExactly(1, 1, 1);
    }
  }

  @Test
  void findingsMoveWithTheText() {
    String later = "finetune more { model: sft, data: tickets.train, epochs: 5 }\n";
    Analysis first = analyze(PLAN + later, Optional.empty());
    Analysis edited = analyze(PLAN.replace("as before", "as ever") + later, Optional.of(first));
    Analysis moved = analyze(PLAN.replace("as before", "as") + later, Optional.of(edited));
    assertThat(epochs.runs).isEqualTo(2);
    assertThat(marked(moved)).containsExactly("sft 3.0", "more 5.0");
  }

  private static List<String> marked(Analysis analysis) {
    String text = analysis.plan().source().tree().text();
    List<String> marked = new ArrayList<>();
    for (Diagnostic found : analysis.diagnostics()) {
      if (found.code().equals("epochs")) {
        marked.add(
            text.substring(found.location().span().start(), found.location().span().end())
                + " "
                + found.message());
      }
    }
    return marked;
  }

  @Test
  void aRuleThatReadsTheTextItselfSeesEachKey() {
    Analyzer all = new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY));
    SyntaxTree tree = SyntaxTree.parse(PLAN);
    Optional<Analysis> before = Optional.empty();
    for (String note :
        List.of("as before", "as befo", "hf_" + "4bCdEfGh1jKlMnOpQrStUvWxYz0123456789")) {
      tree = tree.update(PLAN.replace("as before", note));
      before =
          Optional.of(
              all.analyze(
                  new SourceFile("file:///w/plan.genplan", tree),
                  (importer, path) -> new Imports.Missing(),
                  before,
                  Cancellation.NEVER));
    }
    assertThat(before.orElseThrow().diagnostics())
        .extracting(Diagnostic::code)
        .contains("secret-in-plan");
  }
}
