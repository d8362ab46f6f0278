package dev.genplan.report;

import static dev.genplan.diagnostics.Severity.ERROR;
import static dev.genplan.diagnostics.Severity.HINT;
import static dev.genplan.diagnostics.Severity.INFORMATION;
import static dev.genplan.diagnostics.Severity.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.text.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {

  @Test
  void oneFile() {
    assertSentence(new Summary(1, 0, Map.of()), "Nothing found in 1 file", "检查了 1 个文件，未发现问题");
    assertSentence(
        new Summary(1, 1, Map.of(ERROR, 1, WARNING, 2)),
        "1 error, 2 warnings in 1 file",
        "1 个文件中有 1 个错误、2 个警告");
  }

  @Test
  void severalFiles() {
    assertSentence(new Summary(8, 0, Map.of()), "Nothing found in 8 files", "检查了 8 个文件，未发现问题");
    assertSentence(
        new Summary(8, 2, Map.of(ERROR, 3, WARNING, 5)),
        "3 errors, 5 warnings in 2 of 8 files",
        "8 个文件中有 2 个存在问题：3 个错误、5 个警告");
    assertSentence(
        new Summary(2, 1, Map.of(INFORMATION, 1, HINT, 2)),
        "1 note, 2 hints in 1 of 2 files",
        "2 个文件中有 1 个存在问题：1 条说明、2 条提示");
  }

  private static void assertSentence(Summary summary, String english, String chinese) {
    assertThat(summary.sentence(Language.ENGLISH)).isEqualTo(english);
    assertThat(summary.sentence(Language.CHINESE)).isEqualTo(chinese);
  }
}
