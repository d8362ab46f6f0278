package dev.genplan.workspace;

import dev.genplan.plan.SourceFile;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files on disk as they were when each was first asked for. Snapshots share it as long as
 * nothing says that files have changed, so that an edit of a buffer never waits for the disk.
 */
final class Disk {

  /** More bytes than the longest text that is parsed can have. */
  private static final long MAX_BYTES = 4L * SyntaxTree.MAX_LENGTH;

  private static final Reading MISSING = new Reading.Missing();
  private static final Message NO_FILE = Message.of("This is not a file", "这不是一个文件");
  private static final Message NOT_UTF_8 =
      Message.of("This file is not UTF-8 text", "该文件不是 UTF-8 编码的文本");
  private static final Localized TOO_LARGE =
      Localized.of("This file is larger than {0} MB", "该文件超过 {0} MB");
  private static final Localized FAILED =
      Localized.of("This file cannot be read ({0})", "无法读取该文件（{0}）");

  /** By which a file that was written to is told from one that was not. */
  private record Stamp(FileTime modified, long size, Optional<Object> key) {}

  private record Entry(Optional<Stamp> stamp, Reading reading) {}

  private final Map<Path, Entry> entries = new ConcurrentHashMap<>();
  private final Map<Path, Optional<Path>> real = new ConcurrentHashMap<>();
  private final Map<Path, Entry> earlier;

  Disk() {
    this(Map.of());
  }

  private Disk(Map<Path, Entry> earlier) {
    this.earlier = earlier;
  }

  /** A view that looks at each file anew; what has not changed is not read again. */
  Disk refreshed() {
    Map<Path, Entry> known = new HashMap<>(earlier);
    known.putAll(entries);
    return new Disk(known);
  }

  /**
   * Reads a file.
   *
   * @param path where it lies
   * @param uri under which it is known
   */
  Reading read(Path path, String uri) {
    return entries.computeIfAbsent(path, any -> look(path, uri)).reading();
  }

  /** Where a path leads when all links are followed; empty if there is nothing. */
  Optional<Path> real(Path path) {
    return real.computeIfAbsent(path, Disk::follow);
  }

  private static Optional<Path> follow(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException missing) {
      return Optional.empty();
    }
  }

  private Entry look(Path path, String uri) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (!attributes.isRegularFile()) {
        return new Entry(Optional.empty(), new Reading.Unreadable(NO_FILE));
      }
      Stamp stamp =
          new Stamp(
              attributes.lastModifiedTime(),
              attributes.size(),
              Optional.ofNullable(attributes.fileKey()));
      Entry before = earlier.get(path);
      if (before != null && before.stamp().filter(stamp::equals).isPresent()) {
        return before;
      }
      return new Entry(Optional.of(stamp), read(path, uri, stamp.size()));
    } catch (NoSuchFileException gone) {
      return new Entry(Optional.empty(), MISSING);
    } catch (IOException failed) {
      return new Entry(
          Optional.empty(), new Reading.Unreadable(FAILED.with(failed.getClass().getSimpleName())));
    }
  }

  private static Reading read(Path path, String uri, long size) throws IOException {
    if (size > MAX_BYTES) {
      return new Reading.Unreadable(TOO_LARGE.with(MAX_BYTES >> 20));
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
              .toString();
      return new Reading.Read(new SourceFile(uri, SyntaxTree.parse(text)));
    } catch (CharacterCodingException notText) {
      return new Reading.Unreadable(NOT_UTF_8);
    }
  }
}
