package dev.genplan.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.LineIndex;
import dev.genplan.testing.TestPlans;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is reused gives exactly what a fresh analysis gives. */
class WorkspaceProperties {

  private static final Path FOLDER = Path.of("/no/such/folder");
  private static final Analyzer ANALYZER =
      new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY));

  private static final List<String> NAMES = List.of("plan", "library", "hardware");
  private static final Map<String, String> TEXTS =
      Map.of(
          "plan",
          """
          import "library.genplan"
          import "hardware.genplan"
          project support { task: summarization, use: commercial }
          dataset dialogs {
            license: cc-by-nc-4.0
            split train { size: 100 examples }
            split test  { size: 10 examples }
          }
          evaluate baseline {
            model: flan
            data:  dialogs.test
            metrics { rougeL >= 0.40 }
          }
          finetune sft {
            when:    baseline.fails
            model:   flan
            data:    dialogs.train
            compute: card
          }
          deploy production { model: sft }
          """,
          "library",
          "/// 一个小模型 🙂\nmodel flan { id: \"google/flan-t5-base\" }\n",
          "hardware",
          "import \"plan.genplan\"\r\ncompute card { accelerator: A100-80GB }\r\n");

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
          " ",
          "🙂",
          "模型",
          "flan",
          "sft",
          "dialogs.train",
          "model x { }\n",
          "finetune y {\n  model: flan\n}\n",
          "import \"hardware.genplan\"\n",
          "allow unused-allow: \"why\"\n",
          "${",
          "\u0000",
          "\uD83D");

  /** Puts a piece in the place of some text of a file. */
  private record Edit(String file, double from, int length, String piece, boolean close) {

    String apply(String text) {
      int start = (int) (from * text.length());
      int end = Math.min(text.length(), start + length);
      return text.substring(0, start) + piece + text.substring(end);
    }
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    return Combinators.combine(
            Arbitraries.of(NAMES),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(0, 0, 0, 1, 3, 20),
            Arbitraries.of(PIECES),
            Arbitraries.of(false, false, false, false, true))
        .as(Edit::new)
        .list()
        .ofMaxSize(12);
  }

  private static String uri(String name) {
    return FileUris.of(FOLDER.resolve(name + ".genplan"));
  }

  private static Map<String, List<Diagnostic>> findings(
      Workspace workspace, Iterable<String> uris) {
    Map<String, List<Diagnostic>> found = new HashMap<>();
    for (String uri : uris) {
      found.put(
          uri, workspace.current().analysis(uri, Cancellation.NEVER).orElseThrow().diagnostics());
    }
    return found;
  }

  @Property(tries = 150)
  void editsGiveWhatAFreshAnalysisGives(@ForAll("edits") List<Edit> edits) {
    Workspace edited = new Workspace(List.of(FOLDER), ANALYZER);
    Map<String, String> texts = new HashMap<>();
    for (String name : NAMES) {
      texts.put(uri(name), TEXTS.get(name));
      edited.open(uri(name), 1, TEXTS.get(name));
    }
    int version = 1;
    for (Edit edit : edits) {
      String uri = uri(edit.file());
      if (edit.close()) {
        texts.remove(uri);
        edited.close(uri);
      } else if (texts.containsKey(uri)) {
        texts.computeIfPresent(uri, (any, text) -> edit.apply(text));
        edited.change(uri, ++version, lines -> new LineIndex(edit.apply(lines.text())));
      } else {
        texts.put(uri, edit.piece());
        edited.open(uri, ++version, edit.piece());
      }
      Workspace fresh = new Workspace(List.of(FOLDER), ANALYZER);
      texts.forEach((each, text) -> fresh.open(each, 1, text));

      List<String> open = new ArrayList<>(texts.keySet());
      assertThat(findings(edited, open)).isEqualTo(findings(fresh, open));
    }
  }
}
