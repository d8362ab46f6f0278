package dev.genplan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> KNOWN =
      List.of("finetune", "feedback", "align", "epochs", "GB", "kl", "gate");

  @ParameterizedTest
  @CsvSource({
    "finetun, finetune",
    "finetuen, finetune",
    "fintune, finetune",
    "Finetune, finetune",
    "epoch, epochs",
    "gb, GB",
    "gaet, gate",
  })
  void aSlipLeadsToTheWordThatWasMeant(String written, String meant) {
    assertThat(Nearest.of(written, KNOWN)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"train", "k", "ab", "xyz", "fine", "''"})
  void anotherWordLeadsNowhere(String written) {
    assertThat(Nearest.of(written, KNOWN)).isEmpty();
  }

  @Test
  void ofEquallyNearWordsTheFirstIsTaken() {
    assertThat(Nearest.of("rare", List.of("rate", "race"))).contains("rate");
    assertThat(Nearest.of("rare", List.of("race", "rate"))).contains("race");
  }

  @Test
  void aNearerWordBeatsAnEarlierOne() {
    assertThat(Nearest.of("evaluatd", List.of("evaluates", "evaluate"))).contains("evaluate");
  }
}
