package dev.genplan.workspace;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.SourceFile;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A file on disk and what is wrong with it.
 *
 * @param file the file; empty if it cannot be read
 * @param diagnostics all findings, in their order
 * @param basis says how long they hold
 */
public record CheckedFile(Optional<SourceFile> file, List<Diagnostic> diagnostics, Basis basis) {

  private static final char REPLACEMENT = '\uFFFD';

  /** What is wrong with a file that is there and cannot be read. */
  public static Diagnostic unreadable(String uri) {
    return new Diagnostic(
        "unreadable-file",
        Severity.ERROR,
        new Location(uri, new Span(0, 0)),
        Message.of("The file cannot be read", "无法读取该文件"));
  }

  /** What is wrong with a file that is not encoded as plans are; nothing else in it is judged. */
  public static Diagnostic notUtf8(SourceFile file) {
    int at = Math.max(0, file.tree().text().indexOf(REPLACEMENT));
    return new Diagnostic(
        "not-utf8",
        Severity.ERROR,
        new Location(file.uri(), new Span(at, at)),
        Message.of("The file is not encoded in UTF-8; save it so", "文件不是 UTF-8 编码；请以 UTF-8 保存"));
  }
}
