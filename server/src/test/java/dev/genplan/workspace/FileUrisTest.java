package dev.genplan.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class FileUrisTest {

  private static final String FOLDER = Path.of("").toAbsolutePath().toUri().toString();

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void hasOneSpellingForAFile() {
    assertThat(FileUris.normalize(FOLDER + "a/../%E8%AE%A1划%2egenplan"))
        .isEqualTo(FOLDER + "%E8%AE%A1%E5%88%92.genplan");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void tellsComposedLettersFromOthers() {
    assertThat(FileUris.normalize(FOLDER + "e\u0301.genplan"))
        .isEqualTo(FOLDER + "e%CC%81.genplan");
    assertThat(FileUris.normalize(FOLDER + "\u00e9.genplan")).isEqualTo(FOLDER + "%C3%A9.genplan");
  }

  @Test
  void leavesAloneWhatNamesNoFile() {
    for (String uri :
        new String[] {
          "untitled:Untitled-1",
          "file:///\ud800.genplan",
          "file:///%zz",
          "file:relative",
          "file:///%00"
        }) {
      assertThat(FileUris.path(uri)).as(uri).isEmpty();
      assertThat(FileUris.normalize(uri)).isEqualTo(uri);
    }
  }
}
