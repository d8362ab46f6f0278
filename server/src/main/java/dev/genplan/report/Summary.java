package dev.genplan.report;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Severity;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much was found.
 *
 * @param files number of files that were checked
 * @param filesWithFindings number of those in which something was found
 * @param counts number of findings of each severity that occurs
 */
public record Summary(int files, int filesWithFindings, Map<Severity, Integer> counts) {

  public Summary {
    counts = Map.copyOf(counts);
  }

  /**
   * Counts findings.
   *
   * @param findings those of each file
   */
  public static Summary of(Collection<List<Diagnostic>> findings) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    int with = 0;
    for (List<Diagnostic> each : findings) {
      with += each.isEmpty() ? 0 : 1;
      each.forEach(diagnostic -> counts.merge(diagnostic.severity(), 1, Integer::sum));
    }
    return new Summary(findings.size(), with, counts);
  }

  /** Number of findings of a severity. */
  public int count(Severity severity) {
    return counts.getOrDefault(severity, 0);
  }

  /** The one line that closes a report, such as {@code 3 errors, 5 warnings in 2 of 8 files}. */
  public String sentence(Language language) {
    List<String> parts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      int count = count(severity);
      if (count > 0) {
        parts.add(phrase(severity, count).with(count).in(language));
      }
    }
    Localized text;
    if (parts.isEmpty()) {
      text =
          files == 1
              ? Localized.of("Nothing found in 1 file", "检查了 1 个文件，未发现问题")
              : Localized.of("Nothing found in {2} files", "检查了 {2} 个文件，未发现问题");
    } else if (files == 1) {
      text = Localized.of("{0} in 1 file", "1 个文件中有 {0}");
    } else {
      text = Localized.of("{0} in {1} of {2} files", "{2} 个文件中有 {1} 个存在问题：{0}");
    }
    String list = String.join(language == Language.CHINESE ? "、" : ", ", parts);
    return text.with(list, filesWithFindings, files).in(language);
  }

  private static Localized phrase(Severity severity, int count) {
    return switch (severity) {
      case ERROR -> Localized.of(count == 1 ? "{0} error" : "{0} errors", "{0} 个错误");
      case WARNING -> Localized.of(count == 1 ? "{0} warning" : "{0} warnings", "{0} 个警告");
      case INFORMATION -> Localized.of(count == 1 ? "{0} note" : "{0} notes", "{0} 条说明");
      case HINT -> Localized.of(count == 1 ? "{0} hint" : "{0} hints", "{0} 条提示");
    };
  }
}
