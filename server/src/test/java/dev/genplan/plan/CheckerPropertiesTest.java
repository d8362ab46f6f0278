package dev.genplan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.text.Language;
import dev.genplan.text.Message;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands where, what is said of it is whole and in its place. */
class CheckerPropertiesTest {

  private static final String PLAN = CheckerTest.plan("clean").text();
  private static final List<MatchResult> WORDS =
      Pattern.compile("\"[^\"]*\"|[\\w%.@-]+").matcher(PLAN).results().toList();

  /** A place in a plan without mistakes, and what is written there instead. */
  record Change(int word, String text) {}

  @Provide
  Arbitrary<List<Change>> changes() {
    Arbitrary<String> texts =
        Arbitraries.of(
            "unknown",
            "none",
            "true",
            "lora",
            "full",
            "ppo",
            "project",
            "finetune",
            "model",
            "sampling",
            "metrics",
            "rougeL",
            "toxicity",
            "allow",
            "until",
            "weight",
            "a.b",
            "微调",
            "5",
            "-1",
            "0.5",
            "5%",
            "128K",
            "8 GB",
            "3 USD/hour",
            "2..4",
            "4..2 weeks",
            "< 3",
            "\"\"",
            "\"x/y\"",
            "2026-12-01",
            "[a, b]",
            "[]",
            "x { y: 1 }");
    Arbitrary<Integer> places = Arbitraries.integers().between(0, WORDS.size() - 1);
    return Combinators.combine(places, texts).as(Change::new).list().ofMinSize(1).ofMaxSize(4);
  }

  @Property(tries = 200)
  void speaksInWholeSentencesOfPlacesThatExist(@ForAll("changes") List<Change> changes) {
    String text = changed(changes);
    List<LocalDiagnostic> found = CheckerTest.check(text);
    assertThat(CheckerTest.check(text)).isEqualTo(found);
    for (LocalDiagnostic diagnostic : found) {
      assertInside(diagnostic.span(), text);
      assertWhole(diagnostic.message());
      for (LocalFix fix : diagnostic.fixes()) {
        assertWhole(fix.title());
        assertThat(fix.edits()).isNotEmpty();
        for (LocalEdit edit : fix.edits()) {
          assertInside(edit.span(), text);
        }
      }
    }
  }

  private static String changed(List<Change> changes) {
    StringBuilder text = new StringBuilder(PLAN);
    changes.stream()
        .sorted((a, b) -> Integer.compare(b.word(), a.word()))
        .forEach(
            change -> {
              MatchResult word = WORDS.get(change.word());
              text.replace(word.start(), word.end(), change.text());
            });
    return text.toString();
  }

  private static void assertInside(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }

  private static void assertWhole(Message message) {
    for (Language language : Language.values()) {
      assertThat(message.in(language)).isNotBlank().doesNotContain("``").doesNotContain("{0}");
    }
  }
}
