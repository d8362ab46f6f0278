package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Settings;
import dev.genplan.diagnostics.Edit;
import dev.genplan.plan.SourceFile;
import dev.genplan.testing.TestPlans;
import dev.genplan.workspace.FileUris;
import dev.genplan.workspace.Snapshot;
import dev.genplan.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMovesTest {

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    write("plan.genplan", "import \"house/hardware.genplan\"\r\nimport \"./house/模型.genplan\"\r\n");
    write("house/hardware.genplan", "compute card { }\n");
    write("house/模型.genplan", "import \"hardware.genplan\"\nimport \"../shared.genplan\"\n");
    write("shared.genplan", "import \"nowhere.genplan\"\nmodel flan { }\n");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.writeString(folder.resolve(name), text);
  }

  private Stream<String> moved(String from, String to) {
    Snapshot snapshot =
        new Workspace(List.of(folder), new Analyzer(List.of(), Settings.usual(TestPlans.TODAY)))
            .current();
    List<SourceFile> files =
        snapshot.files().stream().flatMap(uri -> snapshot.file(uri).stream()).toList();
    return FileMoves.mend(
            List.of(new FileMoves.Move(folder.resolve(from), folder.resolve(to))), files, snapshot)
        .stream()
        .map(this::describe);
  }

  private String describe(Edit edit) {
    Path file = FileUris.path(edit.location().file()).orElseThrow();
    try {
      String text = Files.readString(file);
      return "%s: %s -> %s"
          .formatted(
              folder.relativize(file).toString().replace('\\', '/'),
              text.substring(edit.location().span().start(), edit.location().span().end()),
              edit.text());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void followsAFileThatIsRenamed() {
    assertThat(moved("house/hardware.genplan", "house/硬件 \"neu\".genplan"))
        .containsExactlyInAnyOrder(
            "plan.genplan: \"house/hardware.genplan\" -> \"house/硬件 \\\"neu\\\".genplan\"",
            "house/模型.genplan: \"hardware.genplan\" -> \"硬件 \\\"neu\\\".genplan\"");
  }

  @Test
  void mendsTheImportsOfAFileThatMovesToo() {
    assertThat(moved("house/模型.genplan", "模型.genplan"))
        .containsExactlyInAnyOrder(
            "plan.genplan: \"./house/模型.genplan\" -> \"./模型.genplan\"",
            "house/模型.genplan: \"hardware.genplan\" -> \"house/hardware.genplan\"",
            "house/模型.genplan: \"../shared.genplan\" -> \"shared.genplan\"");
  }

  @Test
  void followsAFolderAndLeavesWhatStaysRightInsideIt() {
    assertThat(moved("house", "company/base"))
        .containsExactlyInAnyOrder(
            "plan.genplan: \"house/hardware.genplan\" -> \"company/base/hardware.genplan\"",
            "plan.genplan: \"./house/模型.genplan\" -> \"./company/base/模型.genplan\"",
            "house/模型.genplan: \"../shared.genplan\" -> \"../../shared.genplan\"");
  }

  @Test
  void changesNothingForFilesThatNobodyImports() {
    assertThat(moved("plan.genplan", "other.genplan")).isEmpty();
    assertThat(moved("README.md", "readme.md")).isEmpty();
  }
}
