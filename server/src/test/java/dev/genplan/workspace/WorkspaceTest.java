package dev.genplan.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.syntax.LineIndex;
import dev.genplan.testing.TestPlans;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {

  private static final String USES_FLAN = "import \"library.genplan\"\nprompt p { model: flan }\n";

  @TempDir Path outside;
  private Path folder;
  private String plan;
  private String library;
  private Workspace workspace;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(outside.resolve("w"));
    plan = FileUris.of(folder.resolve("plan.genplan"));
    library = FileUris.of(folder.resolve("library.genplan"));
    workspace = new Workspace(List.of(folder), analyzer());
  }

  private static Analyzer analyzer() {
    return new Analyzer(List.of(), Settings.usual(TestPlans.TODAY));
  }

  private Analysis analyze(String uri) {
    return workspace.current().analysis(uri, Cancellation.NEVER).orElseThrow();
  }

  private List<String> codes() {
    return analyze(plan).diagnostics().stream().map(Diagnostic::code).toList();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void readsImportsFromDisk() throws IOException {
    write("library.genplan", "model flan { }\n");
    workspace.open(plan, 1, USES_FLAN);

    assertThat(codes()).isEmpty();
    assertThat(analyze(plan).plan().files()).containsExactly(plan, library);
  }

  @Test
  void prefersOpenBuffersToFiles() throws IOException {
    write("library.genplan", "model flan { }\n");
    workspace.open(plan, 1, USES_FLAN);
    workspace.open(library, 1, "model t5 { }\n");

    assertThat(codes()).containsExactly("unknown-reference");

    workspace.close(library);
    assertThat(codes()).isEmpty();
  }

  @Test
  void knowsWhoImportsAFile() throws IOException {
    write("library.genplan", "model flan { }\n");
    write("other.genplan", "import \"./library.genplan\"\n");
    write("third.genplan", "import \"other.genplan\"\n");
    workspace.open(plan, 1, USES_FLAN);

    Snapshot snapshot = workspace.current();
    String other = FileUris.of(folder.resolve("other.genplan"));
    assertThat(snapshot.files())
        .containsExactly(library, other, plan, FileUris.of(folder.resolve("third.genplan")));
    assertThat(snapshot.importers(library)).containsExactly(other, plan);
    assertThat(snapshot.importers(plan)).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void holdsWhatIsOpenAndWhatLiesInItsFolders() throws IOException {
    write("library.genplan", "model flan { }\n");
    Path secret = Files.writeString(outside.resolve("secret.genplan"), "model s { }\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.genplan"), secret);
    workspace.open("untitled:Untitled-1", 1, "");

    Snapshot snapshot = workspace.current();
    assertThat(snapshot.holds(library)).isTrue();
    assertThat(snapshot.holds("untitled:Untitled-1")).isTrue();
    assertThat(snapshot.holds(FileUris.of(secret))).isFalse();
    assertThat(snapshot.holds(FileUris.of(link))).isFalse();
    assertThat(snapshot.holds("untitled:Untitled-2")).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void listsThePlansOfALinkedFolder(@TempDir Path elsewhere) throws IOException {
    write("library.genplan", "model flan { }\n");
    Path link = Files.createSymbolicLink(elsewhere.resolve("link"), folder);
    Workspace linked = new Workspace(List.of(link), analyzer());
    assertThat(linked.current().files())
        .containsExactly(FileUris.of(link.resolve("library.genplan")));
  }

  @Test
  void tellsWhatWouldBeFoundInAnotherText() throws IOException {
    write("library.genplan", "model flan { }\n");
    workspace.open(plan, 1, USES_FLAN);
    Snapshot snapshot = workspace.current();

    assertThat(
            snapshot
                .suppose(analyze(plan), USES_FLAN.replace("flan", "flam"), Cancellation.NEVER)
                .diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("unknown-reference");
    assertThat(codes()).isEmpty();
  }

  @Test
  void followsEditsOfImportedBuffers() {
    workspace.open(library, 1, "model t5 { }\n");
    workspace.open(plan, 1, USES_FLAN);
    assertThat(codes()).containsExactly("unknown-reference");

    change(library, text -> text.replace("t5", "flan"));

    assertThat(codes()).isEmpty();
    assertThat(workspace.current().document(library).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void looksForFilesAnewWhenToldTo() throws IOException {
    workspace.open(plan, 1, USES_FLAN);
    assertThat(codes()).containsExactly("import-not-found");

    write("library.genplan", "model flan { }\n");
    assertThat(codes()).as("nobody has said so").contains("import-not-found");

    workspace.refresh();
    assertThat(codes()).isEmpty();

    Files.delete(folder.resolve("library.genplan"));
    workspace.refresh();
    assertThat(codes()).contains("import-not-found");
  }

  @Test
  void keepsWhatDoesNotDependOnAnEdit() {
    String other = FileUris.of(folder.resolve("other.genplan"));
    workspace.open(library, 1, "model flan { }\n");
    workspace.open(plan, 1, USES_FLAN);
    workspace.open(other, 1, "model m { }\n");
    Analysis ofPlan = analyze(plan);
    Analysis ofOther = analyze(other);

    change(library, text -> text + "// more\n");

    assertThat(analyze(other)).isSameAs(ofOther);
    assertThat(analyze(plan)).isNotSameAs(ofPlan);
  }

  @Test
  void keepsAFileThatDidNotChangeOnDisk() throws IOException {
    write("library.genplan", "model flan { }\n");
    workspace.open(plan, 1, USES_FLAN);
    Analysis before = analyze(plan);

    workspace.refresh();

    assertThat(analyze(plan)).isSameAs(before);
  }

  @Test
  void analyzesAnewWithAnotherAnalyzer() {
    workspace.open(plan, 1, "model m { }\n");
    Analysis before = analyze(plan);

    workspace.analyzer(analyzer());

    assertThat(analyze(plan)).isNotSameAs(before);
  }

  @Test
  void neverReadsOutsideItsFolders() throws IOException {
    Files.writeString(outside.resolve("secret.genplan"), "model flan { }\n");
    for (String path :
        new String[] {"../secret.genplan", outside + "/secret.genplan", "/etc/passwd"}) {
      workspace.open(plan, 1, "import \"" + path + "\"\n");
      assertThat(codes()).as(path).containsExactly("import-outside-workspace");
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void followsNoLinkOutOfItsFolders() throws IOException {
    Path secret = Files.writeString(outside.resolve("secret.genplan"), "model flan { }\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.genplan"), secret);
    write("inside.genplan", "model flan { }\n");
    Path inner =
        Files.createSymbolicLink(folder.resolve("inner.genplan"), Path.of("inside.genplan"));

    workspace.open(plan, 1, "import \"link.genplan\"\n");
    assertThat(codes()).containsExactly("import-outside-workspace");
    workspace.open(plan, 2, "import \"inner.genplan\"\nprompt p { model: flan }\n");
    assertThat(codes()).isEmpty();

    workspace.open(plan, 3, "import \"inner.genplan\"\nimport \"inside.genplan\"\n");
    assertThat(codes()).containsExactly("duplicate-import");

    // Whoever clears the folder would follow them.
    Files.delete(link);
    Files.delete(inner);
  }

  @Test
  void takesFoldersAndNoPathForMissingFiles() throws IOException {
    Files.createDirectory(folder.resolve("folder.genplan"));
    for (String path : new String[] {"", " ", "folder.genplan", "plan.genplan/x"}) {
      workspace.open(plan, 1, "import \"" + path + "\"\n");
      assertThat(codes()).as(path).containsExactly("import-not-found");
    }
  }

  @Test
  void readsNothingForABufferThatIsNoFile() {
    workspace.open("untitled:Untitled-1", 1, "import \"library.genplan\"\nmodel m { }\n");

    assertThat(analyze("untitled:Untitled-1").diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("import-not-found");
  }

  @Test
  void leavesASnapshotAsItIs() {
    workspace.open(plan, 1, "model m { }\n");
    Snapshot before = workspace.current();

    change(plan, text -> "");

    assertThat(before.document(plan).orElseThrow().text()).isEqualTo("model m { }\n");
    assertThat(workspace.current().document(plan).orElseThrow().text()).isEmpty();
  }

  @Test
  void stopsWorkOnAnOlderSnapshot() {
    workspace.open(plan, 1, "model m { }\n");
    Snapshot before = workspace.current();
    Cancellation cancellation = workspace.whileCurrent(before);
    cancellation.check();

    change(plan, text -> text + "model n { }\n");

    assertThatThrownBy(() -> before.analysis(plan, cancellation))
        .isInstanceOf(CancellationException.class);
    assertThat(before.analysis(plan, Cancellation.NEVER)).isPresent();
  }

  @Test
  void ignoresChangesOfWhatIsNotOpen() {
    change(plan, text -> "model m { }\n");

    assertThat(workspace.current().documents()).isEmpty();
  }

  @Test
  void knowsAFileByOneName() {
    assertThat(FileUris.normalize("file:///c%3A/a/../b%20c.genplan"))
        .isEqualTo(FileUris.normalize("file:///c:/b c.genplan".replace(" ", "%20")));
    assertThat(FileUris.normalize("file:///w/%E8%AE%A1%E5%88%92.genplan"))
        .isEqualTo(FileUris.normalize("file:///w/计划.genplan"));
    assertThat(FileUris.normalize("untitled:Untitled-1")).isEqualTo("untitled:Untitled-1");
    assertThat(FileUris.normalize("file:not a uri")).isEqualTo("file:not a uri");
  }

  private void change(String uri, UnaryOperator<String> change) {
    workspace.change(uri, 2, lines -> new LineIndex(change.apply(lines.text())));
  }
}
