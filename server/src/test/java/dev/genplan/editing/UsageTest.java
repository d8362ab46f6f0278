package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is offered first is what the sample plans have most often. */
class UsageTest {

  private static final Path SAMPLES = Path.of("..", "samples", "plans");

  /** So much more often makes a difference that is no accident. */
  private static final int CLEARLY = 3;

  @Test
  void ranksAsTheSamplesDo() throws IOException {
    Map<String, Map<String, Integer>> counts = counts();
    for (Kind kind : Schema.kinds()) {
      Map<String, Integer> used = counts.getOrDefault(kind.word(), Map.of());
      List<String> names = kind.body().properties().stream().map(Property::name).toList();
      for (String often : names) {
        for (String rarely : names) {
          int difference = used.getOrDefault(often, 0) - used.getOrDefault(rarely, 0);
          if (difference > CLEARLY) {
            assertThat(Usage.rank(kind.word(), often))
                .as("%s of %s before %s", often, kind.word(), rarely)
                .isLessThan(Usage.rank(kind.word(), rarely));
          }
        }
      }
    }
  }

  private static Map<String, Map<String, Integer>> counts() throws IOException {
    Map<String, Map<String, Integer>> counts = new HashMap<>();
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".genplan")).toList()) {
        for (SyntaxTree.Placed placed : SyntaxTree.parse(Files.readString(file)).members()) {
          if (placed.member() instanceof Member.Declaration declaration) {
            count(
                declaration,
                counts.computeIfAbsent(declaration.keyword().text(), any -> new HashMap<>()));
          }
        }
      }
    }
    return counts;
  }

  private static void count(Member.Declaration declaration, Map<String, Integer> used) {
    for (Member member : declaration.members()) {
      if (member instanceof Member.Property property) {
        used.merge(property.key().text(), 1, Integer::sum);
      } else if (member instanceof Member.Declaration section) {
        used.merge(section.keyword().text(), 1, Integer::sum);
      }
    }
  }
}
