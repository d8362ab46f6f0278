package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import dev.genplan.text.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenameTest {

  /** Some files, each of which may import the others by name. */
  private record Project(Map<String, String> texts) {

    Plan plan(String name) {
      return Plan.bind(file(name), (importer, path) -> resolve(path));
    }

    private Imports.Result resolve(String path) {
      return texts.containsKey(path) ? new Imports.Found(file(path)) : new Imports.Missing();
    }

    private SourceFile file(String name) {
      return new SourceFile("file:///w/" + name, SyntaxTree.parse(texts.get(name)));
    }

    List<Plan> plans() {
      return texts.keySet().stream().map(this::plan).toList();
    }

    Project apply(List<Edit> edits) {
      Map<String, String> changed = new LinkedHashMap<>(texts);
      for (Map.Entry<String, String> file : texts.entrySet()) {
        List<Edit> here =
            edits.stream()
                .filter(edit -> edit.location().file().equals("file:///w/" + file.getKey()))
                .toList();
        changed.put(
            file.getKey(),
            TestPlans.apply(file.getValue(), new Fix(Message.of("", ""), true, here)));
      }
      return new Project(changed);
    }

    /** What each reference leads to, by the place of its declaration among all of them. */
    List<String> references() {
      List<String> all = new ArrayList<>();
      for (Plan plan : plans()) {
        for (Symbol symbol : plan.own()) {
          for (Link link : symbol.links()) {
            all.add(
                plan.file()
                    + " "
                    + plan.own().indexOf(symbol)
                    + " "
                    + link.property()
                    + " -> "
                    + target(link.target()));
          }
        }
      }
      return all;
    }

    private static String target(Resolution resolution) {
      return resolution
          .declaration()
          .map(
              symbol ->
                  resolution.getClass().getSimpleName()
                      + " "
                      + symbol.file()
                      + " "
                      + symbol.plan().symbols().stream()
                          .filter(other -> other.file().equals(symbol.file()))
                          .toList()
                          .indexOf(symbol))
          .orElse("nothing");
    }
  }

  private static String renamed(String marked, String name) {
    Caret caret = Caret.in(marked);
    Project files = new Project(Map.of("plan.genplan", caret.text()));
    Symbol symbol = named(files.plan("plan.genplan"), caret.offset());
    return files.apply(edits(Rename.to(symbol, name, files.plans()))).texts().get("plan.genplan");
  }

  private static Symbol named(Plan plan, int offset) {
    Rename.Subject subject = Rename.at(plan, offset);
    assertThat(subject).isInstanceOf(Rename.Subject.Named.class);
    return ((Rename.Subject.Named) subject).symbol();
  }

  private static List<Edit> edits(Rename.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Rename.Outcome.Edits.class);
    return ((Rename.Outcome.Edits) outcome).edits();
  }

  private static String refusal(String marked, String name) {
    Caret caret = Caret.in(marked);
    Project files = new Project(Map.of("plan.genplan", caret.text()));
    Symbol symbol = named(files.plan("plan.genplan"), caret.offset());
    Rename.Outcome outcome = Rename.to(symbol, name, files.plans());
    assertThat(outcome).isInstanceOf(Rename.Outcome.Refused.class);
    return ((Rename.Outcome.Refused) outcome).why().in(Language.ENGLISH);
  }

  private static final String LADDER =
      """
      dataset d { split train { }, split test { } }
      model base { id: "x/y" }
      evaluate before { model: base, data: d.test, metrics { rougeL >= 40%, d.f1 >= 3% } }
      finetune sft { when: before.fails, model: base, data: [d.train, d.test] }
      evaluate after { model: sft, baseline: base, metrics { rougeL >= before.rougeL } }
      """;

  @ParameterizedTest
  @CsvSource({
    "model ba‸se, base",
    "'model: ‸base, data', base",
    "'baseline: base‸,', base",
    "split tr‸ain, train",
    "[d.trai‸n, train",
    "[‸d.train, d",
    "dataset ‸d, d",
    "‸d.f1, d",
    "when: bef‸ore.fails, before",
    "rougeL >= before‸.rougeL, before",
  })
  void renamesWhateverIsMentioned(String place, String name) {
    String marked = LADDER.replaceFirst(Pattern.quote(place.replace("‸", "")), place);
    String expected = LADDER.replaceAll("(?<![\\w-])" + name + "(?![\\w-])", "新名");

    assertThat(renamed(marked, "新名")).isEqualTo(expected);
  }

  @Test
  void renamesARepeatAndTheStagesInIt() {
    String plan =
        """
        repeat rounds {
          start: base, result: chat
          reward good { model: rounds }
          align chat { model: rounds, reward: good }
        }
        align last { model: rounds, reward: [rounds.good] }
        """;
    assertThat(renamed(plan.replace("reward good", "reward go‸od"), "helpful"))
        .isEqualTo(plan.replace("good", "helpful"));
    assertThat(renamed(plan.replace("result: chat", "result: ‸chat"), "对话"))
        .isEqualTo(plan.replace("chat", "对话"));
    assertThat(renamed(plan.replace("last { model: rounds", "last { model: rou‸nds"), "rlhf"))
        .isEqualTo(plan.replace("rounds", "rlhf"));
  }

  @Test
  void worksInAFileWithErrorsAndKeepsItsLineEnds() {
    assertThat(
            renamed(
                "model bas‸e {\r\nfinetune f {\r\n  model: base\r\n  epochs = \r\n}\r\nmodle x\r\n",
                "flan"))
        .isEqualTo(
            "model flan {\r\nfinetune f {\r\n  model: flan\r\n  epochs = \r\n}\r\nmodle x\r\n");
  }

  @Test
  void renamesInAllFilesThatImportIt() {
    Project files =
        new Project(
            new TreeMap<>(
                Map.of(
                    "house.genplan", "model flan { }\nprompt own { model: flan }\n",
                    "one.genplan", "import \"house.genplan\"\nprompt p { model: flan }\n",
                    "two.genplan", "import \"house.genplan\"\nprompt flat { model: flan }\n",
                    "apart.genplan", "model flan { }\nprompt p { model: flan }\n")));
    Symbol symbol =
        named(files.plan("one.genplan"), files.texts().get("one.genplan").lastIndexOf("flan") + 2);
    List<Plan> plans =
        Stream.of("house.genplan", "one.genplan", "two.genplan").map(files::plan).toList();

    assertThat(files.apply(edits(Rename.to(symbol, "t5", plans))).texts())
        .containsEntry("house.genplan", "model t5 { }\nprompt own { model: t5 }\n")
        .containsEntry("one.genplan", "import \"house.genplan\"\nprompt p { model: t5 }\n")
        .containsEntry("two.genplan", "import \"house.genplan\"\nprompt flat { model: t5 }\n")
        .containsEntry("apart.genplan", files.texts().get("apart.genplan"));
    assertThat(((Rename.Outcome.Refused) Rename.to(symbol, "flat", plans)).why().toString())
        .isEqualTo("`flat` is already declared in `two.genplan`; choose another name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "3b", "-x", "a.b", "a: b", "\"q\"", "a}", "a//", "½"})
  void refusesWhatIsNoName(String name) {
    assertThat(refusal("model fl‸an { }", name))
        .isEqualTo(
            "`"
                + name
                + "` is no name: a name begins with a letter and goes on with letters, digits, `_`"
                + " and `-`, and with a dot only before a digit");
  }

  @Test
  void refusesConstantsAndNothing() {
    assertThat(refusal("model fl‸an { }", "none"))
        .isEqualTo("`none` has a meaning of its own and cannot be a name; choose another one");
    assertThat(refusal("model fl‸an { }", " ")).isEqualTo("A name is not empty");
  }

  @Test
  void refusesWhatWouldCollideOrHide() {
    assertThat(refusal("model fl‸an { }\ndataset d { }", "d"))
        .isEqualTo("`d` is already declared in `plan.genplan`; choose another name");
    assertThat(refusal("dataset d { split tr‸ain { }, split test { } }", "test"))
        .isEqualTo(
            "Inside `d` something is called `test` already (`split d.test`); choose another name");
    assertThat(refusal("model fl‸an { }\nrepeat r { align chat { } }", "chat"))
        .isEqualTo(
            "Inside `r` something is called `chat` already (`align r.chat`); choose another name");
    assertThat(refusal("model flan { }\nrepeat r { align ch‸at { } }", "flan"))
        .isEqualTo("`flan` is already declared in `plan.genplan`; choose another name");
    assertThat(refusal("repeat r { align ch‸at { } }", "r"))
        .isEqualTo("`r` is already declared in `plan.genplan`; choose another name");
  }

  @Test
  void aSplitMayBeCalledLikeADeclaration() {
    assertThat(renamed("model flan { }\ndataset d { split tr‸ain { } }", "flan"))
        .isEqualTo("model flan { }\ndataset d { split flan { } }");
  }

  @Test
  void takesNamesInNormalFormC() {
    assertThat(renamed("model fl‸an { }", " Zoe\u0308 ")).isEqualTo("model Zo\u00eb { }");
  }

  @ParameterizedTest
  @CsvSource({
    "'fine‸tune f { }', '`finetune` is a word of the language'",
    "'finetune f { epo‸chs: 3 }', '`epochs` is a word of the language'",
    "'finetune f { method: lo‸ra }', '`lora` is a word of the language'",
    "'evaluate e { }\nfinetune f { when: e.fa‸ils }', '`fails` is a word of the language'",
    "'evaluate e { }\nevaluate f { metrics { f1 >= e.f1‸ } }', '`f1` is a metric'",
    "'finetune f { model: no‸pe }', 'Nothing is called `nope`, so there is nothing to rename'",
  })
  void saysWhyAWordCannotBeRenamed(String marked, String why) {
    Caret caret = Caret.in(marked);
    Rename.Subject subject = Rename.at(TestPlans.bind(caret.text()), caret.offset());
    assertThat(subject).isInstanceOf(Rename.Subject.Refused.class);
    assertThat(((Rename.Subject.Refused) subject).why().toString()).startsWith(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"model m { ‸  }", "model m { id: \"x‸\" }", "// a comm‸ent", "‸"})
  void hasNothingToSayWhereNoWordIs(String marked) {
    Caret caret = Caret.in(marked);
    assertThat(Rename.at(TestPlans.bind(caret.text()), caret.offset()))
        .isEqualTo(new Rename.Subject.Nothing());
  }

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "samples"))) {
      return files.filter(file -> file.toString().endsWith(".genplan")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void renamedAndRenamedBackEverythingIsAsBefore(Path sample) throws IOException {
    Project files = new Project(Map.of("plan.genplan", Files.readString(sample)));
    int count = files.plan("plan.genplan").own().size();
    for (int i = 0; i < count; i++) {
      Symbol symbol = files.plan("plan.genplan").own().get(i);
      if (symbol.name().isEmpty()) {
        continue;
      }
      Project there = files.apply(edits(Rename.to(symbol, "某个-new.1", files.plans())));
      assertThat(there.references()).isEqualTo(files.references());
      assertThat(there.texts()).isNotEqualTo(files.texts());
      Symbol renamed = there.plan("plan.genplan").own().get(i);
      assertThat(renamed.name()).isEqualTo("某个-new.1");
      assertThat(there.apply(edits(Rename.to(renamed, symbol.name(), there.plans()))))
          .isEqualTo(files);
    }
  }
}
