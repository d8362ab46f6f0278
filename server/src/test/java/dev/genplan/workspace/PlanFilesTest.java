package dev.genplan.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanFilesTest {

  @TempDir Path folder;

  @BeforeEach
  void withoutLinks() throws IOException {
    folder = folder.toRealPath();
  }

  private void file(String path, String... lines) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
  }

  private List<String> found(Path in) {
    return PlanFiles.in(in).files().stream()
        .map(file -> folder.relativize(file).toString().replace('\\', '/'))
        .toList();
  }

  @Test
  void plansInAllFoldersButGits() throws IOException {
    for (String path :
        List.of("b.genplan", "a/x.genplan", ".github/h.genplan", ".git/g.genplan", "a/x.txt")) {
      file(path);
    }

    assertThat(found(folder)).containsExactly(".github/h.genplan", "a/x.genplan", "b.genplan");
  }

  /** A pattern in the top folder, a path, and whether it is left out. */
  @ParameterizedTest
  @CsvSource({
    "a.genplan,      a.genplan,           true",
    "a.genplan,      x/a.genplan,         true",
    "/a.genplan,     a.genplan,           true",
    "/a.genplan,     x/a.genplan,         false",
    "x/a.genplan,    x/a.genplan,         true",
    "x/a.genplan,    y/x/a.genplan,       false",
    "x/,             x/a.genplan,         true",
    "x/,             y/x/a.genplan,       true",
    "a.genplan/,     a.genplan,           false",
    "*.genplan,      x/y/a.genplan,       true",
    "x/*.genplan,    x/a.genplan,         true",
    "x/*.genplan,    x/y/a.genplan,       false",
    "x*,             xy/a.genplan,        true",
    "**/x,           y/x/a.genplan,       true",
    "x/**,           x/y/a.genplan,       true",
    "x/**/a.genplan, x/a.genplan,         true",
    "x/**/a.genplan, x/y/z/a.genplan,     true",
    "?.genplan,      a.genplan,           true",
    "?.genplan,      ab.genplan,          false",
    "[ab].genplan,   a.genplan,           true",
    "[!ab].genplan,  a.genplan,           false",
    "[^ab].genplan,  c.genplan,           true",
    "'{a,b}.genplan',a.genplan,           false",
    "#a.genplan,     #a.genplan,          false",
    "\\#a.genplan,   #a.genplan,          true",
    "a\\ b.genplan,  a b.genplan,         true",
    "计划.genplan,    x/计划.genplan,       true",
    "[a,             a.genplan,           false",
  })
  void gitIgnoresByPatterns(String pattern, String path, boolean ignored) throws IOException {
    file(path);
    file(".gitignore", "", pattern + " ", "# a comment");

    assertThat(found(folder).isEmpty()).isEqualTo(ignored);
  }

  @Test
  void theLastPatternOfTheNearestFileDecides() throws IOException {
    for (String path : List.of("a.genplan", "b.genplan", "x/a.genplan", "x/b.genplan")) {
      file(path);
    }
    file(".gitignore", "*.genplan", "!b.genplan");
    file("x/.gitignore", "!a.genplan", "b.genplan");

    assertThat(found(folder)).containsExactly("b.genplan", "x/a.genplan");
  }

  @Test
  void whatIsInAFolderThatIsLeftOutCannotBeTakenBack() throws IOException {
    file("x/a.genplan");
    file(".gitignore", "x/", "!x/a.genplan");

    assertThat(found(folder)).isEmpty();
  }

  @Test
  void foldersAboveCountUpToTheTopOfTheRepository() throws IOException {
    file(".gitignore", "a.genplan");
    file("repo/.git/HEAD");
    file("repo/.gitignore", "b.genplan");
    for (String name : List.of("a", "b", "c")) {
      file("repo/x/" + name + ".genplan");
    }

    assertThat(found(folder.resolve("repo/x")))
        .containsExactly("repo/x/a.genplan", "repo/x/c.genplan");
  }

  @Test
  void aFolderThatIsNamedIsSearchedWhateverGitIgnores() throws IOException {
    file(".git/HEAD");
    file(".gitignore", "x/");
    file("x/a.genplan");

    assertThat(found(folder)).isEmpty();
    assertThat(found(folder.resolve("x"))).containsExactly("x/a.genplan");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void linksToFilesAreFoundThoseToFoldersNotFollowed() throws IOException {
    file("real/a.genplan");
    Files.createSymbolicLink(folder.resolve("link.genplan"), Path.of("real", "a.genplan"));
    Files.createSymbolicLink(folder.resolve("folder"), Path.of("real"));
    Files.createSymbolicLink(folder.resolve("broken.genplan"), Path.of("nothing"));

    assertThat(found(folder)).containsExactly("link.genplan", "real/a.genplan");
  }
}
