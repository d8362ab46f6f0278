package dev.genplan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.catalog.ModelCard.Architecture;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the catalog and the schema speak of the same things, they use the same words. */
class SchemaWordsTest {

  @Test
  void acceleratorsAreThoseOfTheSchema() {
    assertThat(names(Accelerators.all(), Accelerator::name))
        .containsExactlyInAnyOrderElementsOf(without("none", words("compute", "accelerator")));
  }

  @Test
  void enginesAreThoseOfTheSchema() {
    assertThat(names(Engines.all(), Engine::name))
        .containsExactlyInAnyOrderElementsOf(words("deploy", "serving", "engine"));
  }

  @Test
  void formatsOfTheSchemaAreKnown() {
    assertThat(names(Formats.all(), Format::name)).containsAll(words("model", "format"));
  }

  @Test
  void licensesOfTheSchemaAreKnown() {
    assertThat(names(Licenses.all(), License::id)).containsAll(words("model", "license"));
  }

  @Test
  void acceleratorsAreDescribedInWordsOfTheSchema() {
    Set<String> precisions = words("finetune", "precision");
    Set<String> interconnects = words("compute", "interconnect");

    assertThat(Accelerators.all())
        .allSatisfy(
            accelerator -> {
              assertThat(precisions).containsAll(accelerator.peaks().keySet());
              assertThat(precisions).containsAll(accelerator.lacks());
              assertThat(accelerator.interconnect().stream()).allMatch(interconnects::contains);
            });
  }

  @Test
  void modelsAreDescribedInWordsOfTheSchema() {
    assertThat(words("model", "access")).containsAll(names(Models.all(), ModelCard::access));
    assertThat(words("model", "role")).containsAll(names(Models.all(), ModelCard::role));
    assertThat(words("model", "variant")).containsAll(present(ModelCard::variant));
    assertThat(words("model", "precision")).containsAll(present(ModelCard::precision));
    assertThat(words("model", "architecture", "backbone"))
        .containsAll(present(card -> card.architecture().map(Architecture::backbone)));
    assertThat(words("model", "architecture", "attention"))
        .containsAll(present(card -> card.architecture().map(Architecture::attention)));
  }

  @Test
  void metricsSuitTasksOfTheSchema() {
    assertThat(words("project", "task"))
        .containsAll(Metrics.all().stream().flatMap(metric -> metric.tasks().stream()).toList());
  }

  @Test
  void methodsAreThoseOfTheSchema() {
    Set<String> methods =
        Stream.of("finetune", "align", "optimize")
            .flatMap(kind -> words(kind, "method").stream())
            .collect(Collectors.toSet());
    methods.addAll(words("reward", "objective"));

    assertThat(methods)
        .containsAll(MethodMatrix.all().stream().flatMap(row -> row.words().stream()).toList());
  }

  @Test
  void everyWayToAlignOrToTrainARewardHasItsNeeds() {
    assertThat(Stream.of(words("align", "method"), words("reward", "objective")))
        .allSatisfy(
            words -> assertThat(words).allMatch(word -> MethodMatrix.find(word).isPresent()));
  }

  @Test
  void scorersAreNamedByPropertiesOfAlign() {
    BlockSpec align = Schema.kind("align").orElseThrow().body();

    assertThat(MethodRequirement.Scorer.values())
        .allMatch(scorer -> align.property(scorer.property()).isPresent());
  }

  private static List<String> present(Function<ModelCard, Optional<String>> get) {
    return Models.all().stream().flatMap(card -> get.apply(card).stream()).toList();
  }

  private static <T> List<String> names(List<T> entries, Function<T, String> name) {
    return entries.stream().map(name).toList();
  }

  private static Set<String> without(String word, Set<String> words) {
    return words.stream().filter(other -> !other.equals(word)).collect(Collectors.toSet());
  }

  /** The words that a property, or one inside a section, can have as its value. */
  private static Set<String> words(String kind, String... path) {
    BlockSpec block = Schema.kind(kind).orElseThrow().body();
    for (int i = 0; i < path.length - 1; i++) {
      block = ((Type.Section) block.property(path[i]).orElseThrow().type()).block();
    }
    Property property = block.property(path[path.length - 1]).orElseThrow();
    WordList list =
        property.type() instanceof Type.Tagged tagged
            ? tagged.words()
            : ((Type.Word) property.type()).words();
    return list.words().stream().map(Word::text).collect(Collectors.toSet());
  }
}
