package dev.genplan.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Links lambdas and records of a jar at build time. A JVM before 24 does so at every start, one
 * after the other, and a class-data archive saves only part of it: of the first 130 ms of {@code
 * genplan lint}, 50 went there.
 */
public final class LinkJar {

  private static final String CLASS = ".class";

  private LinkJar() {}

  /**
   * Replaces a jar by one that needs no linking. The same input gives the same bytes.
   *
   * @param args the jar
   * @throws IOException if it cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    Path linked = Path.of(args[0] + ".linked");
    link(jar, linked);
    Files.move(linked, jar, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void link(Path jar, Path into) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    Map<String, LocalDateTime> times = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        ZipEntry entry = all.nextElement();
        times.put(entry.getName(), entry.getTimeLocal());
        try (InputStream in = zip.getInputStream(entry)) {
          files.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    Linker linker = new Linker();
    files.forEach(
        (name, content) -> {
          if (name.endsWith(CLASS)) {
            linker.add(content);
          }
        });
    LocalDateTime time = times.values().iterator().next();
    linker.link().forEach((name, content) -> files.put(name + CLASS, content));
    try (OutputStream out = Files.newOutputStream(into);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(times.getOrDefault(file.getKey(), time));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
        zip.closeEntry();
      }
    }
  }
}
