package dev.genplan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.genplan.analysis.Analysis;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Fix;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every rule has a page in each language, with all its parts; every example on it is run. The bad
 * one gives exactly one finding, the others none, and no example has a mistake of language.
 */
class RulePagesTest {

  private static final Path PAGES = Path.of("..", "docs", "rules");

  private static final Map<Language, List<String>> HEADINGS =
      Map.of(
          Language.ENGLISH,
          List.of(
              "What it finds",
              "Why it matters",
              "Example",
              "Instead",
              "When it does not apply",
              "Sources"),
          Language.CHINESE,
          List.of("检查内容", "为什么重要", "示例", "改为", "何时不适用", "来源"));

  private static final Pattern HEADING = Pattern.compile("(?m)^## (.*)$");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```genplan\\n(.*?)^```$");

  record Page(Rule rule, Language language) {
    Path path() {
      String ending = language == Language.CHINESE ? ".zh-CN.md" : ".md";
      return PAGES.resolve(rule.info().id() + ending);
    }

    String text() {
      try {
        return Files.readString(path());
      } catch (IOException e) {
        throw new UncheckedIOException("no page " + path().getFileName(), e);
      }
    }

    Map<String, String> sections() {
      Map<String, String> sections = new LinkedHashMap<>();
      String text = text();
      Matcher heading = HEADING.matcher(text);
      List<Integer> starts = new ArrayList<>();
      List<String> names = new ArrayList<>();
      while (heading.find()) {
        starts.add(heading.end());
        names.add(heading.group(1).strip());
      }
      for (int i = 0; i < names.size(); i++) {
        int end =
            i + 1 < names.size() ? text.lastIndexOf("\n## ", starts.get(i + 1)) : text.length();
        sections.put(names.get(i), text.substring(starts.get(i), end).strip());
      }
      return sections;
    }

    List<String> examples(int heading) {
      List<String> examples = new ArrayList<>();
      Matcher example = EXAMPLE.matcher(sections().get(HEADINGS.get(language).get(heading)));
      while (example.find()) {
        examples.add(example.group(1));
      }
      return examples;
    }

    /** Whether a finding in the bad example comes with a repair. */
    boolean offersFix() {
      return analyze(examples(2).get(0), this).diagnostics().stream()
          .anyMatch(found -> !found.fixes().isEmpty());
    }

    @Override
    public String toString() {
      return rule.info().id() + " (" + language.tag() + ")";
    }
  }

  static Stream<Page> pages() {
    return RuleIndex.all().stream()
        .flatMap(rule -> Stream.of(Language.values()).map(language -> new Page(rule, language)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void hasAllParts(Page page) {
    RuleInfo info = page.rule().info();
    String[] start = page.text().split("\n", 4);
    assertThat(start[0]).isEqualTo("# " + info.id());
    assertThat(start[2]).isEqualTo(info.summary().in(page.language()));
    assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS.get(page.language()));
    assertThat(page.sections().values()).noneMatch(String::isEmpty);
    if (page.language() == Language.CHINESE) {
      assertThat(page.text()).containsPattern("\\p{IsHan}");
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void badExampleGivesExactlyThisFinding(Page page) {
    List<String> examples = page.examples(2);
    assertThat(examples).hasSize(1);
    assertThat(codes(examples.get(0), page)).containsExactly(page.rule().info().id());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void goodExampleGivesNone(Page page) {
    List<String> examples = page.examples(3);
    assertThat(examples).hasSize(1);
    assertThat(codes(examples.get(0), page)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void exceptionsGiveNone(Page page) {
    for (String example : page.examples(4)) {
      assertThat(codes(example, page)).as(example).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void fixesLeaveAPlanWithoutTheFinding(Page page) {
    String bad = page.examples(2).get(0);
    for (Diagnostic diagnostic : analyze(bad, page).diagnostics()) {
      for (Fix fix : diagnostic.fixes()) {
        String fixed = TestPlans.apply(bad, fix);
        assertThat(codes(fixed, page)).as("after «%s»:%n%s", fix.title(), fixed).isEmpty();
      }
    }
  }

  private static List<String> codes(String example, Page page) {
    return analyze(example, page).diagnostics().stream().map(Diagnostic::code).toList();
  }

  /** The rule under test alone, and with it those that an {@code unused-allow} speaks of. */
  private static Analysis analyze(String example, Page page) {
    List<Rule> rules = new ArrayList<>(List.of(page.rule()));
    if (page.rule().info().id().equals("unused-allow")) {
      RuleIndex.all().stream()
          .filter(rule -> example.contains("allow " + rule.info().id()))
          .forEach(rules::add);
    }
    return TestPlans.analyze(example, Map.of(), rules);
  }

  @Test
  void noPageIsWithoutRule() {
    Set<String> known = new TreeSet<>();
    pages().forEach(page -> known.add(page.path().getFileName().toString()));
    try (Stream<Path> files = Files.list(PAGES)) {
      assertThat(files.map(file -> file.getFileName().toString())).isSubsetOf(known);
    } catch (IOException e) {
      fail("no folder of pages", e);
    }
  }

  @Test
  void rulesKnowEachOther() {
    List<String> ids = RuleIndex.all().stream().map(rule -> rule.info().id()).toList();
    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    for (Rule rule : RuleIndex.all()) {
      assertThat(ids).as(rule.info().id()).containsAll(rule.info().yieldsTo());
    }
  }
}
