package dev.genplan.testing;

import dev.genplan.analysis.Analysis;
import dev.genplan.analysis.Analyzer;
import dev.genplan.analysis.Cancellation;
import dev.genplan.analysis.Settings;
import dev.genplan.plan.Imports;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Profile;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.SyntaxTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whole plans on disk: the samples, and those of published and of faulty projects for tests. */
public final class PlanFiles {

  public static final Path SAMPLES = Path.of("..", "samples");

  private static final Path RESOURCES =
      Path.of("src", "test", "resources", "dev", "genplan", "plans");

  private PlanFiles() {}

  /** Plans of good projects, on which rules should be silent or right. */
  public static List<Path> good() {
    List<Path> all = new ArrayList<>(in(SAMPLES.resolve("plans")));
    all.addAll(in(RESOURCES.resolve("good")));
    return all;
  }

  /** Plans of projects with a mistake that rules should find. */
  public static List<Path> faulty() {
    return in(RESOURCES.resolve("faulty"));
  }

  private static List<Path> in(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".genplan")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile read(Path file) {
    return new SourceFile(file.toUri().toString(), SyntaxTree.parse(text(file)));
  }

  /** What all rules find in a plan and the files it imports. */
  public static Analysis analyze(Path file) {
    Imports imports =
        (importer, path) -> {
          Path target = file.resolveSibling(path);
          return Files.exists(target) ? new Imports.Found(read(target)) : new Imports.Missing();
        };
    return new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY).with(Profile.ALL))
        .analyze(read(file), imports, Optional.empty(), Cancellation.NEVER);
  }
}
