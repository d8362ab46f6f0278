package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked at any place of a plan, whole or broken off there, has an answer in it. */
class AnyPlaceTest {

  private static final Surroundings HERE = Surroundings.of(Language.CHINESE, TestPlans.TODAY);

  @ParameterizedTest
  @ValueSource(strings = {"mistakes.genplan", "plans/customer-service-zh.genplan"})
  void answersEverywhere(String sample) throws IOException {
    String text = Files.readString(Path.of("..", "samples").resolve(sample));
    Plan whole = TestPlans.bind(text);
    Plan windows = TestPlans.bind(text.replace("\n", "\r\n"));
    for (int offset = 0; offset <= text.length(); offset++) {
      ask(whole, offset);
      ask(windows, offset);
      if (offset % 23 == 0) {
        ask(TestPlans.bind(text.substring(0, offset)), offset);
        ask(TestPlans.bind(text.substring(offset)), 0);
      }
    }
  }

  private static void ask(Plan plan, int offset) {
    int length = plan.source().tree().text().length();
    CompletionList list = Completions.at(plan, offset, HERE);
    assertThat(list.word().start()).isEqualTo(list.typed().start());
    assertThat(list.typed().end()).isLessThanOrEqualTo(list.word().end());
    assertThat(list.word().end()).isLessThanOrEqualTo(length);
    assertThat(list.typed().end() >= offset || list.items().isEmpty()).isTrue();
    if (offset % 50 == 0) {
      assertThat(list.items())
          .allSatisfy(item -> assertThat(item.documentation().get()).isNotNull());
    }
    Hovers.at(plan, offset, HERE)
        .map(Hover::span)
        .ifPresent(span -> assertThat(touches(span, offset)).as("%s", offset).isTrue());
    Signatures.at(plan, offset, HERE);
  }

  private static boolean touches(Span span, int offset) {
    return span.start() <= offset && offset <= span.end();
  }
}
