package dev.genplan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SchemaTest {

  private static final SchemaWalk ALL = new SchemaWalk();
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  @Test
  void kindsComeInTheOrderOfTheLifeCycle() {
    assertThat(Schema.kinds())
        .extracting(Kind::word)
        .containsExactly(
            "project",
            "model",
            "dataset",
            "compute",
            "select",
            "pretrain",
            "prompt",
            "finetune",
            "synthesize",
            "feedback",
            "reward",
            "align",
            "evaluate",
            "redteam",
            "optimize",
            "augment",
            "guard",
            "deploy",
            "monitor",
            "repeat");
    assertThat(Schema.kind("finetune"))
        .hasValueSatisfying(kind -> assertThat(kind.stage()).isTrue());
    assertThat(Schema.kind("finetun")).isEmpty();
  }

  @Test
  void everythingIsDocumentedInBothLanguages() {
    List<String> faults = new ArrayList<>();
    for (Kind kind : Schema.kinds()) {
      title(kind.word(), kind.title(), faults);
      sentence(kind.word(), kind.doc(), faults);
    }
    ALL.properties.forEach(
        (way, property) -> {
          title(way, property.title(), faults);
          sentence(way, property.doc(), faults);
        });
    ALL.lists.forEach(
        (name, list) ->
            list.words().forEach(word -> sentence(name + " " + word.text(), word.doc(), faults)));
    assertThat(faults).isEmpty();
  }

  private static void title(String what, Localized title, List<String> faults) {
    if (title.en().isBlank() || title.en().length() > 32 || title.en().endsWith(".")) {
      faults.add(what + ": English title `" + title.en() + "`");
    }
    if (!hasHan(title.zh()) || title.zh().endsWith("。")) {
      faults.add(what + ": Chinese title `" + title.zh() + "`");
    }
  }

  /** One sentence: begins with a capital or a name, ends with the only full stop. */
  private static void sentence(String what, Localized doc, List<String> faults) {
    String en = doc.en();
    if (!en.endsWith(".") || en.contains(". ") || en.length() > 140) {
      faults.add(what + ": `" + en + "`");
    }
    String zh = doc.zh();
    if (!zh.endsWith("。") || zh.indexOf('。') != zh.length() - 1 || !hasHan(zh)) {
      faults.add(what + ": `" + zh + "`");
    }
    if (zh.matches(".*\\p{IsHan}[,;:!?()].*") || zh.matches(".*[,;:!?(]\\p{IsHan}.*")) {
      faults.add(what + ": half-width punctuation in `" + zh + "`");
    }
  }

  private static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  @Test
  void namesAreKebabCase() {
    assertThat(ALL.properties.values())
        .extracting(Property::name)
        .allSatisfy(name -> assertThat(name).matches(KEBAB));
    assertThat(Schema.kinds())
        .extracting(Kind::word)
        .allSatisfy(word -> assertThat(word).matches(KEBAB));
  }

  @Test
  void noNameStandsTwiceInABlock() {
    for (Kind kind : Schema.kinds()) {
      assertThat(kind.body().properties()).extracting(Property::name).doesNotHaveDuplicates();
    }
    ALL.blocks.forEach(
        (way, block) ->
            assertThat(block.properties())
                .as(way)
                .extracting(Property::name)
                .doesNotHaveDuplicates());
    ALL.lists.forEach(
        (name, list) ->
            assertThat(list.words()).as(name).extracting(Word::text).doesNotHaveDuplicates());
  }

  @Test
  void listsHaveNamesOfTheirOwn() {
    assertThat(ALL.lists.values().stream().distinct()).hasSameSizeAs(ALL.lists.keySet());
  }

  @Test
  void aListThatKnowsNoneLetsNoneStand() {
    assertThat(
            Schema.kind("deploy").orElseThrow().body().property("oversight").orElseThrow().none())
        .isTrue();
    assertThat(Schema.kind("project").orElseThrow().body().property("use").orElseThrow().none())
        .isFalse();
  }

  @Test
  void everyExampleParsesAndSaysWhatTheTypeAllows() {
    List<String> faults = new ArrayList<>();
    ALL.properties.forEach(
        (way, property) -> {
          String line =
              property.type() instanceof Type.Section
                  ? property.name() + " " + property.example()
                  : property.name() + ": " + property.example();
          Optional<Member> member = memberOf(line);
          if (member.isEmpty()) {
            faults.add(way + " does not parse: " + line);
          } else if (member.get() instanceof Member.Property found
              && !SchemaWalk.types(property).stream()
                  .anyMatch(
                      type -> ExampleShapes.fits(property, type, found.value().orElseThrow()))) {
            faults.add(way + " is not of its type: " + line);
          }
        });
    assertThat(faults).isEmpty();
  }

  private static Optional<Member> memberOf(String line) {
    SyntaxTree tree = SyntaxTree.parse("finetune x {\n  " + line + "\n}\n");
    if (!tree.errors().isEmpty()) {
      return Optional.empty();
    }
    Member.Declaration declaration = (Member.Declaration) tree.members().get(0).member();
    return declaration.body().map(Block::members).map(members -> members.get(0));
  }

  @Test
  void everyExampleOfAKindHasWhatTheKindRequires() {
    for (Kind kind : Schema.kinds()) {
      SyntaxTree tree = SyntaxTree.parse(kind.example());
      assertThat(tree.errors()).as(kind.word()).isEmpty();
      assertThat(tree.members()).as(kind.word()).hasSize(1);
      Member.Declaration declaration = (Member.Declaration) tree.members().get(0).member();
      assertThat(declaration.keyword().text()).isEqualTo(kind.word());
      List<String> said = new ArrayList<>();
      for (Member member : declaration.members()) {
        if (member instanceof Member.Property property) {
          said.add(property.key().text());
        } else if (member instanceof Member.Declaration section && section.name().isEmpty()) {
          said.add(section.keyword().text());
        }
      }
      for (String name : said) {
        assertThat(kind.body().property(name)).as(kind.word() + " " + name).isPresent();
      }
      for (Property property : kind.body().properties()) {
        if (property.required()) {
          assertThat(said).as(kind.word()).contains(property.name());
        }
      }
      for (List<String> alternatives : kind.body().alternatives()) {
        assertThat(said).as(kind.word()).containsAnyElementsOf(alternatives);
      }
    }
  }

  @Test
  void fallbacksAreWhatTheTypeAllows() {
    ALL.properties.forEach(
        (way, property) ->
            property
                .fallback()
                .ifPresent(
                    text -> {
                      Member.Property member =
                          (Member.Property) memberOf(property.name() + ": " + text).orElseThrow();
                      assertThat(SchemaWalk.types(property))
                          .as(way)
                          .anyMatch(
                              type ->
                                  ExampleShapes.fits(property, type, member.value().orElseThrow()));
                    }));
  }

  @Test
  void stagesShareWhatEveryStageCanSay() {
    for (Kind kind : Schema.kinds()) {
      assertThat(kind.body().property("when").isPresent()).as(kind.word()).isEqualTo(kind.stage());
      assertThat(kind.body().property("description")).as(kind.word()).isPresent();
      assertThat(kind.body().property("owner")).as(kind.word()).isPresent();
    }
  }

  @Test
  void onlyFullWeightsCanBePretrainedOn() {
    Type.Reference model =
        (Type.Reference)
            Schema.kind("pretrain").orElseThrow().body().property("model").orElseThrow().type();
    assertThat(model.admits(FlowType.MODEL)).isTrue();
    assertThat(model.admits(FlowType.ADAPTER)).isFalse();
    assertThat(model.admits(FlowType.SYSTEM)).isFalse();
  }

  @Test
  void methodsBelongToFamilies() {
    assertThat(MethodFamily.of("lora")).contains(MethodFamily.WEIGHTS);
    assertThat(MethodFamily.of("dpo")).contains(MethodFamily.ALGORITHM);
    assertThat(MethodFamily.of("rlvr")).contains(MethodFamily.SIGNAL);
    assertThat(MethodFamily.of("few-shot")).isEmpty();
  }

  @Test
  void qualifiersOfFiguresAreFoundByName() {
    assertThat(Schema.figureQualifier("margin")).isPresent();
    assertThat(Schema.figureQualifier("rank")).isEmpty();
    assertThat(Schema.allow().qualifiers()).extracting(Property::name).containsExactly("until");
  }
}
