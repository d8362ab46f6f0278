package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.testing.MarkedPlan.Caret;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignaturesTest {

  private static Optional<Signature> at(String marked) {
    Caret caret = Caret.in(marked);
    return Signatures.at(
        TestPlans.bind(caret.text()),
        caret.offset(),
        Surroundings.of(Language.ENGLISH, TestPlans.TODAY));
  }

  /** The label with the active parameter between brackets. */
  private static String shown(String marked) {
    Signature signature = at(marked).orElseThrow();
    if (signature.active().isEmpty()) {
      return signature.label();
    }
    Signature.Parameter active = signature.parameters().get(signature.active().getAsInt());
    return signature.label().substring(0, active.span().start())
        + "["
        + signature.label().substring(active.span().start(), active.span().end())
        + "]"
        + signature.label().substring(active.span().end());
  }

  @Test
  void showsTheOptionsOfAMethod() {
    assertThat(shown("finetune f { method: lora { ‸ } }"))
        .isEqualTo(
            "lora { [rank: integer], alpha: number, dropout: share, targets: targets,"
                + " trainable: targets, variant: rslora | dora | pissa | lora-plus }");
  }

  @Test
  void followsTheCaret() {
    assertThat(shown("finetune f { method: lora { rank: 16, ‸ } }")).contains("[alpha: number]");
    assertThat(shown("finetune f { method: lora { rank: ‸16, alpha: 32 } }"))
        .contains("[rank: integer]");
    assertThat(shown("finetune f { method: lora { rank: 16, dropout: ‸ } }"))
        .contains("[dropout: share]");
    assertThat(shown("finetune f { method: lora { rank: 16, dro‸ } }"))
        .contains("[dropout: share]");
  }

  @Test
  void knowsSectionsPartsAndQualifiers() {
    assertThat(shown("evaluate e { sampling { ‸ } }"))
        .startsWith("sampling { [temperature: number]");
    assertThat(shown("dataset d { split train { ‸ } }")).startsWith("split { [size: share | ");
    assertThat(shown("project p { team { annotator: 4 { ‸ } } }"))
        .startsWith("annotator { [rate: money/time]");
    assertThat(shown("project p { team { ‸ } }")).isEqualTo("team { [role: number] }");
  }

  @Test
  void knowsAnUnclosedBlock() {
    assertThat(shown("finetune f {\n  method: lora { rank: 16, ‸\n")).contains("[alpha: number]");
  }

  @Test
  void isSilentElsewhere() {
    assertThat(at("finetune f { ‸ }")).isEmpty();
    assertThat(at("‸")).isEmpty();
    assertThat(at("evaluate e { metrics { ‸ } }")).isEmpty();
    assertThat(at("finetune f { method: lora { rank: 16 }‸ }")).isEmpty();
  }

  @Test
  void explainsEachParameter() {
    assertThat(
            at("finetune f { method: lora { ‸ } }")
                .orElseThrow()
                .parameters()
                .get(0)
                .text()
                .plain())
        .startsWith("**Rank**");
  }
}
