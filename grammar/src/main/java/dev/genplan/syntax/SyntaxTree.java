package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file's text and what stands in it: immutable and lossless, the tokens of its chunks give the
 * text back unit by unit, whatever is in it.
 */
public final class SyntaxTree {

  /** Larger files are not read, in UTF-16 units. */
  public static final int MAX_LENGTH = 10 << 20;

  private static final Comparator<LocalDiagnostic> ORDER =
      Comparator.comparing(LocalDiagnostic::span)
          .thenComparing(LocalDiagnostic::code)
          .thenComparing(diagnostic -> diagnostic.message().toString());

  private final String text;
  private final List<Chunk> chunks;
  private final int[] starts;
  private final List<LocalDiagnostic> errors;
  private LineIndex lines;
  private List<Placed> members;

  private SyntaxTree(
      String text, List<Chunk> chunks, int[] starts, List<LocalDiagnostic> fileErrors) {
    this.text = text;
    this.chunks = List.copyOf(chunks);
    this.starts = starts;
    List<LocalDiagnostic> all = new ArrayList<>(fileErrors);
    for (int i = 0; i < chunks.size(); i++) {
      for (LocalDiagnostic error : chunks.get(i).errors()) {
        all.add(error.shift(starts[i]));
      }
    }
    misplacedImports(all);
    all.sort(ORDER);
    this.errors = List.copyOf(all);
  }

  /** A member at the top of the file and the offset from which its positions count. */
  public record Placed(Member member, int base, int chunk) {}

  /** Parses a file. Never fails: what is wrong is in {@link #errors()}. */
  public static SyntaxTree parse(String text) {
    return parse(text, Optional.empty());
  }

  /**
   * Parses another state of the file. Pieces whose text is the same are the same objects as in this
   * tree; apart from that the result is that of {@link #parse(String)}.
   */
  public SyntaxTree update(String newText) {
    return newText.equals(text) ? this : parse(newText, Optional.of(this));
  }

  private static SyntaxTree parse(String text, Optional<SyntaxTree> before) {
    if (text.length() > MAX_LENGTH) {
      return new SyntaxTree(
          text,
          List.of(ChunkParser.unread(text.length())),
          new int[] {0},
          List.of(SyntaxErrors.TOO_LARGE.at(new Span(0, 0), MAX_LENGTH >> 20)));
    }
    int[] starts = Chunker.cut(text);
    Reuse reuse = new Reuse(text, starts, before);
    List<Chunk> chunks = new ArrayList<>(starts.length);
    for (int i = 0; i < starts.length; i++) {
      int from = starts[i];
      int to = i + 1 < starts.length ? starts[i + 1] : text.length();
      Optional<Chunk> known = reuse.find(i, from, to);
      chunks.add(known.isPresent() ? known.get() : ChunkParser.parse(text, from, to));
    }
    return new SyntaxTree(text, chunks, starts, fullWidth(text, chunks, starts));
  }

  /** Finds chunks of the tree before that have the same text. */
  private static final class Reuse {
    private final String text;
    private final int count;
    private final Optional<SyntaxTree> before;
    private Map<String, Chunk> byText;

    Reuse(String text, int[] starts, Optional<SyntaxTree> before) {
      this.text = text;
      this.count = starts.length;
      this.before = before;
    }

    Optional<Chunk> find(int index, int from, int to) {
      if (before.isEmpty()) {
        return Optional.empty();
      }
      SyntaxTree old = before.get();
      int fromEnd = old.chunks.size() - (count - index);
      for (int candidate : new int[] {index, fromEnd}) {
        if (candidate >= 0
            && candidate < old.chunks.size()
            && old.isChunk(candidate, text, from, to)) {
          return Optional.of(old.chunks.get(candidate));
        }
      }
      if (byText == null) {
        byText = new HashMap<>();
        for (int i = 0; i < old.chunks.size(); i++) {
          byText.putIfAbsent(
              old.text.substring(old.starts[i], old.starts[i] + old.chunks.get(i).length()),
              old.chunks.get(i));
        }
      }
      return Optional.ofNullable(byText.get(text.substring(from, to)));
    }
  }

  private boolean isChunk(int index, String other, int from, int to) {
    int length = chunks.get(index).length();
    return length == to - from && text.regionMatches(starts[index], other, from, length);
  }

  private static List<LocalDiagnostic> fullWidth(String text, List<Chunk> chunks, int[] starts) {
    List<Span> marks = new ArrayList<>(0);
    for (int i = 0; i < starts.length; i++) {
      marks.addAll(ChunkParser.fullWidth(text, starts[i], chunks.get(i)));
    }
    if (marks.isEmpty()) {
      return List.of();
    }
    List<LocalEdit> edits = new ArrayList<>(marks.size());
    for (Span mark : marks) {
      edits.add(new LocalEdit(mark, ascii(text.charAt(mark.start()))));
    }
    Span first = marks.get(0);
    return List.of(
        SyntaxErrors.FULL_WIDTH
            .at(
                first,
                text.substring(first.start(), first.end()),
                ascii(text.charAt(first.start())))
            .withFixes(
                new LocalFix(
                    Message.of("Replace all full-width punctuation in this file", "替换本文件中所有全角标点"),
                    true,
                    edits)));
  }

  private static String ascii(char mark) {
    return switch (mark) {
      case '“', '”' -> "\"";
      case '≥' -> ">=";
      case '≤' -> "<=";
      default -> String.valueOf(TextStream.ascii(mark));
    };
  }

  private void misplacedImports(List<LocalDiagnostic> all) {
    boolean top = true;
    for (Placed placed : members()) {
      if (placed.member() instanceof Member.Import) {
        if (!top) {
          all.add(SyntaxErrors.MISPLACED_IMPORT.at(placed.member().span().shift(placed.base())));
        }
      } else {
        top = false;
      }
    }
  }

  public String text() {
    return text;
  }

  public List<Chunk> chunks() {
    return chunks;
  }

  /** Offset in the text at which a chunk starts. */
  public int start(int chunk) {
    return starts[chunk];
  }

  /** Index of the chunk in which an offset lies. */
  public int chunkAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The members at the top of the file. */
  public List<Placed> members() {
    if (members == null) {
      List<Placed> all = new ArrayList<>(chunks.size());
      for (int i = 0; i < chunks.size(); i++) {
        for (Member member : chunks.get(i).members()) {
          all.add(new Placed(member, starts[i], i));
        }
      }
      members = List.copyOf(all);
    }
    return members;
  }

  /** All syntax errors with offsets in the file, in their order. */
  public List<LocalDiagnostic> errors() {
    return errors;
  }

  /** Lines of the text. */
  public LineIndex lines() {
    if (lines == null) {
      lines = new LineIndex(text);
    }
    return lines;
  }

  /** The text, put together from the tokens. */
  public String print() {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < chunks.size(); i++) {
      Tokens tokens = chunks.get(i).tokens();
      for (int token = 0; token < tokens.size(); token++) {
        out.append(text, starts[i] + tokens.start(token), starts[i] + tokens.end(token));
      }
    }
    return out.toString();
  }
}
