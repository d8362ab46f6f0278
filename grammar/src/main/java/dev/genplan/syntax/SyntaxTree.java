package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
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

  private final String text;
  private final List<Chunk> chunks;
  private final int[] starts;
  private final List<LocalDiagnostic> errors;
  private LineIndex lines;
  private List<Placed> members;

  /**
   * @param chunks pieces that follow each other without gaps
   * @param starts offset of each chunk in the text, and behind them the text's length
   * @param fileErrors what is wrong with the file as a whole
   */
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
    all.sort(SyntaxErrors.ORDER);
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

  /** Parses a file whose lines are known already. */
  public static SyntaxTree parse(LineIndex known) {
    return parse(known.text()).having(known);
  }

  /** Like {@link #update(String)}, where the lines are known already. */
  public SyntaxTree update(LineIndex known) {
    return update(known.text()).having(known);
  }

  private SyntaxTree having(LineIndex known) {
    if (lines == null) {
      lines = known;
    }
    return this;
  }

  private static SyntaxTree parse(String text, Optional<SyntaxTree> before) {
    if (text.length() > MAX_LENGTH) {
      return new SyntaxTree(
          text,
          List.of(ChunkParser.unread(text.length())),
          new int[] {0, text.length()},
          List.of(SyntaxErrors.TOO_LARGE.at(new Span(0, 0), MAX_LENGTH >> 20)));
    }
    int[] starts = Chunker.cut(text);
    Chunk[] chunks = new Chunk[starts.length - 1];
    before.ifPresent(tree -> tree.reuse(text, starts, chunks));
    ChunkParser parser = new ChunkParser(text);
    for (int i = 0; i < chunks.length; i++) {
      if (chunks[i] == null) {
        chunks[i] = parser.parse(starts[i], starts[i + 1]);
      }
    }
    List<Chunk> all = List.of(chunks);
    return new SyntaxTree(text, all, starts, fullWidth(text, all, starts));
  }

  /**
   * Puts this tree's chunks where another text has the same pieces, each once: those before and
   * behind an edit, and those between that have only moved.
   */
  private void reuse(String other, int[] otherStarts, Chunk[] into) {
    int shorter = Math.min(chunks.size(), into.length);
    int front = 0;
    while (front < shorter && isChunk(front, other, otherStarts, front)) {
      into[front] = chunks.get(front);
      front++;
    }
    int oldEnd = chunks.size();
    int newEnd = into.length;
    while (oldEnd > front
        && newEnd > front
        && isChunk(oldEnd - 1, other, otherStarts, newEnd - 1)) {
      into[--newEnd] = chunks.get(--oldEnd);
    }
    Map<String, Deque<Chunk>> moved = new HashMap<>();
    for (int i = front; i < oldEnd; i++) {
      String piece = text.substring(starts[i], starts[i + 1]);
      moved.computeIfAbsent(piece, key -> new ArrayDeque<>(1)).add(chunks.get(i));
    }
    for (int i = front; i < newEnd && !moved.isEmpty(); i++) {
      Deque<Chunk> same = moved.get(other.substring(otherStarts[i], otherStarts[i + 1]));
      into[i] = same == null ? null : same.poll();
    }
  }

  private boolean isChunk(int index, String other, int[] otherStarts, int otherIndex) {
    int from = otherStarts[otherIndex];
    int length = chunks.get(index).length();
    return length == otherStarts[otherIndex + 1] - from
        && text.regionMatches(starts[index], other, from, length);
  }

  private static List<LocalDiagnostic> fullWidth(String text, List<Chunk> chunks, int[] starts) {
    List<LocalEdit> edits = new ArrayList<>(0);
    for (int i = 0; i < chunks.size(); i++) {
      for (Span mark : chunks.get(i).fullWidth()) {
        Span span = mark.shift(starts[i]);
        edits.add(new LocalEdit(span, replacement(text, span.start())));
      }
    }
    if (edits.isEmpty()) {
      return List.of();
    }
    LocalEdit first = edits.get(0);
    String written = text.substring(first.span().start(), first.span().end());
    return List.of(
        SyntaxErrors.FULL_WIDTH
            .at(first.span(), written, ascii(written.charAt(0)))
            .withFixes(
                new LocalFix(
                    Message.of("Replace all full-width punctuation in this file", "替换本文件中的所有全角标点"),
                    true,
                    edits)));
  }

  /** The ASCII counterpart, with the space behind it that the wide mark did not need. */
  private static String replacement(String text, int at) {
    char mark = text.charAt(at);
    boolean spaced =
        (mark == '：' || mark == '，')
            && at + 1 < text.length()
            && !Character.isWhitespace(text.charAt(at + 1));
    return spaced ? ascii(mark) + " " : ascii(mark);
  }

  private static String ascii(char mark) {
    return switch (mark) {
      case '“', '”' -> "\"";
      case '≥' -> ">=";
      case '≤' -> "<=";
      default -> String.valueOf(TextStream.ascii(mark));
    };
  }

  /** Adds an error for each import that stands behind something else. */
  private void misplacedImports(List<LocalDiagnostic> into) {
    boolean top = true;
    for (Placed placed : members()) {
      Member member = placed.member();
      if (member instanceof Member.Import && !top) {
        into.add(SyntaxErrors.MISPLACED_IMPORT.at(member.span().shift(placed.base())));
      }
      top &= member instanceof Member.Import || member instanceof Member.Unknown;
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

  /** Index of the chunk in which an offset lies; the text's end lies in the last one. */
  public int chunkAt(int offset) {
    int found = Arrays.binarySearch(starts, 0, chunks.size(), offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The members at the top of the file. */
  public List<Placed> members() {
    List<Placed> known = members;
    if (known == null) {
      List<Placed> all = new ArrayList<>(chunks.size());
      for (int i = 0; i < chunks.size(); i++) {
        for (Member member : chunks.get(i).members()) {
          all.add(new Placed(member, starts[i], i));
        }
      }
      known = List.copyOf(all);
      members = known;
    }
    return known;
  }

  /** All syntax errors with offsets in the file, in their order. */
  public List<LocalDiagnostic> errors() {
    return errors;
  }

  /** Lines of the text. */
  public LineIndex lines() {
    LineIndex known = lines;
    if (known == null) {
      known = new LineIndex(text);
      lines = known;
    }
    return known;
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
