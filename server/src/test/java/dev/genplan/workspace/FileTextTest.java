package dev.genplan.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.genplan.syntax.SyntaxTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTextTest {

  private static FileText read(byte... bytes) throws IOException {
    return FileText.read(new ByteArrayInputStream(bytes));
  }

  @Test
  void isUtf8() throws IOException {
    assertThat(read("\ufeff模型 👍\r\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new FileText("\ufeff模型 👍\r\n", true));
  }

  @Test
  void keepsWhatCanBeReadOfAnotherEncoding() throws IOException {
    assertThat(read((byte) 'a', (byte) 0xE9, (byte) 'b'))
        .isEqualTo(new FileText("a\uFFFDb", false));
  }

  @Test
  void ofALargeFileReadsEnoughToShowIt() throws IOException {
    byte[] bytes = "模".repeat(2 * SyntaxTree.MAX_LENGTH).getBytes(StandardCharsets.UTF_8);

    FileText text = read(bytes);

    assertThat(text.isUtf8()).isTrue();
    assertThat(text.text().length())
        .isGreaterThan(SyntaxTree.MAX_LENGTH)
        .isLessThan(SyntaxTree.MAX_LENGTH + 3);
  }

  @Test
  void aMissingFileIsAnError(@TempDir Path folder) {
    assertThatIOException().isThrownBy(() -> FileText.read(folder.resolve("a.genplan")));
  }
}
