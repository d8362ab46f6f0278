package dev.genplan.plan;

import dev.genplan.testing.TestPlans;
import org.junit.jupiter.api.Test;

/** What a name could mean that leads nowhere. */
class SuggestionsTest {

  @Test
  void ofManyThatLookAlikeTheNearestDeclarationIsMeant() {
    TestPlans.expect(
        """
        model judge1 { id: "x/y" }
        model judge2 { id: "x/y" }
        model judge3 { id: "x/y" }
        model judge4 { id: "x/y" }
        prompt p { model: judge, text: "x" }
                          ^^^^^ unknown-reference: Nothing is called `judge`; did you mean `judge4`?
        model judge5 { id: "x/y" }
        model judge6 { id: "x/y" }
        model judge7 { id: "x/y" }
        model judge8 { id: "x/y" }
        prompt q { model: judge, text: "x" }
                          ^^^^^ unknown-reference: Nothing is called `judge`; did you mean `judge8`?
        """);
  }

  @Test
  void aDeclarationIsNotMeantByItself() {
    TestPlans.expect(
        """
        model m1 { id: "x/y" }
        model m2 { id: "x/y" }
        model m3 { id: "x/y" }
        model m4 { id: "x/y" }
        model m5 { id: "x/y" }
        model m6 { id: "x/y" }
        model m7 { id: "x/y" }
        model scorer { id: "x/y" }
        prompt score { model: scores, text: "x" }
                              ^^^^^^ unknown-reference: Nothing is called `scores`; did you mean `scorer`?
        """);
  }

  @Test
  void insideARoundItsInputIsNamedOnce() {
    TestPlans.expect(
        """
        model qwen { id: "x/y" }
        dataset talks { size: 10 examples }
        repeat rounds {
          start: qwen
          times: 2
          result: tuned
          finetune tuned { model: before, data: talks }
                                  ^^^^^^ unknown-reference: Nothing is called `before`; what fits here is `rounds`, `qwen`
        }
        """);
  }
}
