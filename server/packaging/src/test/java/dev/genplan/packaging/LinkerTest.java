package dev.genplan.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

class LinkerTest {

  @TempDir Path folder;

  /** Defines the classes it is given by itself, all others as usual. */
  private static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;

    Loader(Map<String, byte[]> classes) {
      super(LinkerTest.class.getClassLoader());
      this.classes = classes;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] content = classes.get(name.replace('.', '/'));
      Class<?> known = findLoadedClass(name);
      if (content == null || known != null) {
        return known == null ? super.loadClass(name, resolve) : known;
      }
      return defineClass(name, content, 0, content.length);
    }
  }

  private static Map<String, byte[]> compiled() throws IOException {
    Map<String, byte[]> classes = new LinkedHashMap<>();
    for (Class<?> each : Stream.concat(Stream.of(Sample.class), members()).toList()) {
      String name = each.getName().replace('.', '/');
      try (InputStream in = LinkerTest.class.getResourceAsStream("/" + name + ".class")) {
        classes.put(name, in.readAllBytes());
      }
    }
    return classes;
  }

  private static Stream<Class<?>> members() {
    return Stream.of(Sample.class.getDeclaredClasses())
        .sorted((a, b) -> a.getName().compareTo(b.getName()));
  }

  private static Map<String, byte[]> linked() throws IOException {
    Map<String, byte[]> classes = compiled();
    Linker linker = new Linker();
    classes.values().forEach(linker::add);
    classes.putAll(linker.link());
    return classes;
  }

  private static List<String> linkedAtRunTime(Map<String, byte[]> classes) {
    List<String> found = new ArrayList<>();
    for (byte[] content : classes.values()) {
      ClassNode node = new ClassNode();
      new ClassReader(content).accept(node, 0);
      for (MethodNode method : node.methods) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction instanceof InvokeDynamicInsnNode dynamic) {
            found.add(dynamic.bsm.getName() + " " + dynamic.name);
          }
        }
      }
    }
    return found;
  }

  @Test
  void does_what_the_jvm_would_have_done() throws Exception {
    Supplier<?> sample =
        (Supplier<?>)
            new Loader(linked())
                .loadClass(Sample.class.getName())
                .getDeclaredConstructor()
                .newInstance();

    assertThat(sample.getClass()).isNotEqualTo(Sample.class);
    assertThat(sample.get()).isEqualTo(new Sample().get());
  }

  @Test
  void leaves_to_the_jvm_what_is_rare() throws Exception {
    assertThat(linkedAtRunTime(compiled())).contains("metafactory get", "bootstrap hashCode");
    assertThat(linkedAtRunTime(linked()))
        .containsOnly("altMetafactory apply", "bootstrap toString");
  }

  @Test
  void gives_the_same_bytes_for_the_same_jar() throws Exception {
    Path first = jar("first.jar");
    Path second = jar("second.jar");

    LinkJar.main(new String[] {first.toString()});
    LinkJar.main(new String[] {second.toString()});

    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(Files.size(first)).isPositive();
  }

  private Path jar(String name) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> each : compiled().entrySet()) {
        ZipEntry entry = new ZipEntry(each.getKey() + ".class");
        entry.setTime(1_735_689_600_000L);
        zip.putNextEntry(entry);
        zip.write(each.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }
}
