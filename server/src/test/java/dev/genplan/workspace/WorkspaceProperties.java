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
import java.util.LinkedHashMap;
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

  /** What each round of a large file has, made of the round before and of another file. */
  private static final String ROUND =
      """
      dataset data§ {
        owner: "us", origin: tickets, from: data¢.train
        split train { size: 100 examples }
        split test { size: 10 examples }
      }
      evaluate check§ { model: m¤, data: data§.test, metrics { rougeL >= 0.40 } }
      finetune sft§ {
        when: check§.fails
        model: m¤
        data: [data§.train, data¢]
      }
      select m§ { candidates: [sft§, m¤], data: data§.test, chosen: sft§ }
      optimize small§ { model: m§, method: quantize { format: int8 }, data: data§.test }
      evaluate last§ { model: small§, baseline: m¤, data: data§.test, metrics { rougeL >= 0.40 } }
      deploy live§ { model: small§, gate: last§ }
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

  /** Stages and data that lead on to each other, in five files, each of which imports two more. */
  private static final Map<String, String> LARGE = large();

  private static Map<String, String> large() {
    Map<String, String> files = new LinkedHashMap<>();
    for (int file = 0; file < 5; file++) {
      StringBuilder text = new StringBuilder();
      for (int imported : List.of((file + 1) % 5, (file + 2) % 5)) {
        text.append("import \"part%d.genplan\"\n".formatted(imported));
      }
      if (file % 2 == 0) {
        text.append(
            "project p%d { task: chat, use: commercial, audience: public }\n".formatted(file));
      }
      text.append("model m%d_0 { id: \"google/flan-t5-base\" }\n".formatted(file));
      for (int round = 1; round <= 4; round++) {
        text.append(
            ROUND
                .replace("§", file + "_" + round)
                .replace("¤", file + "_" + (round - 1))
                .replace("¢", (file + 1) % 5 + "_" + round));
      }
      files.put("part" + file, text.toString());
    }
    return files;
  }

  /** Words to put in the place of others: they connect what was apart and part what was not. */
  private static final List<String> WORDS =
      List.of(
          "m0_0",
          "m1_3",
          "sft2_2",
          "data3_1",
          "data3_1.test",
          "data0_4.train",
          "check0_1.fails",
          "skipped",
          "none",
          "unknown",
          "  status: skipped\n",
          "  results { rougeL: 0.1 }\n");

  @Provide
  Arbitrary<List<Edit>> largeEdits() {
    return Combinators.combine(
            Arbitraries.of(LARGE.keySet()),
            Arbitraries.doubles().between(0, 1),
            Arbitraries.of(0, 0, 1, 3, 8, 20, 120, 1_000),
            Arbitraries.oneOf(
                Arbitraries.of(PIECES), Arbitraries.of(WORDS), Arbitraries.of(LARGE.values())),
            Arbitraries.of(false, false, false, false, false, false, true))
        .as(Edit::new)
        .list()
        .ofMaxSize(8);
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
    check(TEXTS, edits);
  }

  @Property(tries = 40)
  void editsOfManyLargeFilesDoSoToo(@ForAll("largeEdits") List<Edit> edits) {
    check(LARGE, edits);
  }

  private static void check(Map<String, String> files, List<Edit> edits) {
    Workspace edited = new Workspace(List.of(FOLDER), ANALYZER);
    Map<String, String> texts = new HashMap<>();
    files.forEach(
        (name, text) -> {
          texts.put(uri(name), text);
          edited.open(uri(name), 1, text);
        });
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
