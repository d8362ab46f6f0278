package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Location;
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
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.time.LocalDate;
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

  /**
   * Reports each fine-tuning at its epochs, with the place where its model is named, and notes how
   * often it has run.
   */
  private static final class EpochsRule implements Rule {
    private static final Message MODEL = Message.of("its model", "其模型");

    private int runs;

    @Override
    public RuleInfo info() {
      return RuleInfo.of("epochs", Category.FLOW, Severity.WARNING, "Epochs.", "轮数。").recommended();
    }

    @Override
    public void check(Plan plan, Reporter reporter) {
      runs++;
      for (Symbol stage : plan.all("finetune")) {
        if (stage.attributes().amount("epochs").isPresent()) {
          Reporter.Finding finding =
              reporter.report(stage, "epochs", Message.of(stage.name(), "轮数"));
          stage.links("model").forEach(link -> finding.related(link.location(), MODEL));
        }
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
    Plan plan =
        Plan.bind(
            new SourceFile("file:///w/plan.genplan", tree),
            (importer, path) -> new Imports.Missing(),
            before.map(Analysis::plan));
    return analyzer.analyze(plan, before, Cancellation.NEVER);
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
  void onlyWhatAnEditConcernsRunsAgain() {
    assertThat(
            runs(
                PLAN,
                PLAN.replace("as before", "as befor"),
                PLAN.replace("as before", "as befo"),
                PLAN.replace("as before", "as befo").replace("epochs: 3", "epochs: 30"),
                PLAN.replace("as before", "as before!").replace("epochs: 3", "epochs: 30")))
        .containsExactly(1, 0, 0, 1, 0);
  }

  @Test
  void aPropertyThatAppearsConcernsThoseWhoHaveAskedForItInVain() {
    String without = PLAN.replace("  epochs: 3\n", "");
    String other = without.replace("as before", "as befor");
    assertThat(runs(without, other, other.replace("  note:", "  epochs: 2\n  note:")))
        .containsExactly(1, 0, 1);
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
      assertThat(runs(PLAN, edited, more)).describedAs(more).containsExactly(1, 0, 1);
    }
  }

  @Test
  void findingsMoveWithTheText() {
    String later = "finetune more { model: sft, data: tickets.train, epochs: 5 }\n";
    Analysis first = analyze(PLAN + later, Optional.empty());
    Analysis edited = analyze(PLAN.replace("as before", "as ever") + later, Optional.of(first));
    Analysis moved = analyze(PLAN.replace("as before", "as") + later, Optional.of(edited));
    assertThat(epochs.runs).isEqualTo(1);
    assertThat(marked(moved)).containsExactly("3 sft qwen", "5 more sft");
  }

  private static List<String> marked(Analysis analysis) {
    String text = analysis.plan().source().tree().text();
    List<String> marked = new ArrayList<>();
    for (Diagnostic found : analysis.diagnostics()) {
      if (found.code().equals("epochs")) {
        marked.add(
            text(text, found.location())
                + " "
                + found.message()
                + " "
                + text(text, found.related().get(0).location()));
      }
    }
    return marked;
  }

  private static String text(String text, Location location) {
    return text.substring(location.span().start(), location.span().end());
  }

  /** What is found after an edit is what is found by somebody who has not seen the plan before. */
  private void foundAsAnew(String first, String then) {
    Analysis last = analyze(then, Optional.of(analyze(first, Optional.empty())));
    Analysis anew = analyze(then, Optional.empty());
    assertThat(last.diagnostics()).isNotEmpty().isEqualTo(anew.diagnostics());
  }

  @Test
  void aPropertyThatHasChangedPlacesWithAnotherIsFoundWhereItIs() {
    String plan = PLAN.replace("epochs: 3\n", "seeds: 3\n  epochs: 3\n");
    foundAsAnew(plan, plan.replace("seeds: 3\n  epochs: 3\n", "epochs: 3\n  seeds: 3\n"));
  }

  @Test
  void aPropertyOfWhichACopyIsLeftInACommentIsFoundWhereItIs() {
    String plan = PLAN.replace("epochs: 3\n", "seeds: 3, epochs: 3\n");
    foundAsAnew(plan, plan.replace("seeds: 3,", "epochs: 3 //"));
  }

  @Test
  void aReferenceOfWhichACopyIsLeftInACommentIsFoundWhereItIs() {
    String plan = PLAN.replace("model:  qwen\n", "seeds: 3, model:  qwen\n");
    foundAsAnew(plan, plan.replace("seeds: 3,", "model:  qwen //"));
  }

  @Test
  void whereImportedDeclarationsStandInTheirFileDoesNotMatterHere() {
    String library =
        "model first { id: \"a\" }\n" + "// A line.\n".repeat(20) + "model second { id: \"b\" }\n";
    Imports imports =
        new Imports() {
          private final Result found =
              new Found(new SourceFile("file:///w/library.genplan", SyntaxTree.parse(library)));

          @Override
          public Result resolve(String importer, String path) {
            return found;
          }
        };
    String plan =
        """
        import "library.genplan"
        project support { goal: "short" }
        dataset tickets { owner: "Support" }
        finetune sft { model: tickets }
        """;
    Optional<Analysis> before = Optional.empty();
    for (String goal : List.of("short", "shorter", "long " + "and longer ".repeat(30))) {
      SyntaxTree tree = SyntaxTree.parse(plan);
      if (before.isPresent()) {
        tree = before.get().plan().source().tree().update(plan.replace("short", goal));
      }
      before =
          Optional.of(
              analyzer.analyze(
                  new SourceFile("file:///w/plan.genplan", tree),
                  imports,
                  before,
                  Cancellation.NEVER));
    }
    SyntaxTree last = before.get().plan().source().tree();
    Analysis anew =
        analyzer.analyze(
            new SourceFile("file:///w/plan.genplan", SyntaxTree.parse(last.text())),
            imports,
            Optional.empty(),
            Cancellation.NEVER);
    assertThat(before.get().diagnostics())
        .extracting(found -> found.message().toString())
        .contains(
            "`model` expects a model or a reward model or an encoder, but `tickets` is a dataset;"
                + " what fits is `first`, `second`")
        .isEqualTo(anew.diagnostics().stream().map(found -> found.message().toString()).toList());
  }

  /**
   * A buffer makes the tree of a text from the last text that was parsed when it changed. So a
   * declaration can come back as it was although a state between has been bound without it.
   */
  @Test
  void aDeclarationThatComesBackAsItWasHasNotBeenNotedFromTheStart() {
    String plan = PLAN.replace("  epochs: 3\n", "");
    String noted = plan.replace("\"Support\"", "\"Helpdesk\"");
    Analysis first = analyze(noted, Optional.of(unnoted(plan)));
    Plan passed = bind(first, noted.replace("as before", "as ever"), first.plan());
    String back = noted.replace("Helpdesk", "Desk");
    Analysis reusing =
        analyzer.analyze(bind(first, back, passed), Optional.of(first), Cancellation.NEVER);
    Analysis last = analyze(back.replace("  note:", "  epochs: 3\n  note:"), Optional.of(reusing));
    assertThat(marked(last)).containsExactly("3 sft qwen");
  }

  /** A plan analyzed as by somebody who will not edit it. */
  private Analysis unnoted(String text) {
    return analyzer.analyze(
        new SourceFile("file:///w/plan.genplan", SyntaxTree.parse(text)),
        (importer, path) -> new Imports.Missing(),
        Optional.empty(),
        Cancellation.NEVER);
  }

  private static Plan bind(Analysis parsed, String text, Plan before) {
    return Plan.bind(
        new SourceFile("file:///w/plan.genplan", parsed.plan().source().tree().update(text)),
        (importer, path) -> new Imports.Missing(),
        Optional.of(before));
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

  /** What a finding says is kept over many edits; it must not keep the plan it was found in. */
  @Test
  void whatIsKeptOfAFindingIsWords() {
    for (String plan : ReuseProperties.PLANS) {
      for (Diagnostic found : TestPlans.diagnostics(plan)) {
        holdsWords(found.message());
        found.related().forEach(related -> holdsWords(related.message()));
        found.fixes().forEach(fix -> holdsWords(fix.title()));
      }
    }
  }

  private static void holdsWords(Message message) {
    for (Object argument : message.arguments()) {
      if (argument instanceof Message inner) {
        holdsWords(inner);
      } else {
        assertThat(argument)
            .describedAs("%s", message)
            .isInstanceOfAny(String.class, Localized.class, Number.class, LocalDate.class);
      }
    }
  }
}
