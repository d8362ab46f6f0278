package dev.genplan.rules;

import dev.genplan.testing.TestPlans;
import org.junit.jupiter.api.Test;

/** Rules ask the method matrix for the form that a method is used in. */
class MethodRulesTest {

  @Test
  void onlineDpoNeedsAScoreInsteadOfComparisons() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: research }
        model qwen { id: "Qwen/Qwen2.5-7B-Instruct" }
        dataset d { size: 900 prompts, owner: "us" }
        align a { model: qwen, method: dpo { online: true }, prompts: d }
                                       ^^^^^^^^^^^^^^^^^^^^ rl-without-reward: online preference optimization learns from a score for each answer, but nothing gives one: name a `reward`, a `verifier` or a `judge`
        """,
        "rl-without-reward",
        "preference-pairs-missing");
  }

  @Test
  void onlineDpoComparesTwoAnswers() {
    TestPlans.expect(
        """
        project p { goal: "g", task: chat, use: research }
        model qwen { id: "Qwen/Qwen2.5-7B-Instruct" }
        model scorer { id: "x/y", role: reward }
        dataset d { size: 900 prompts, owner: "us" }
        align a { model: qwen, method: dpo { online: true }, prompts: d, reward: scorer, answers: 1 }
                                                                                                  ^ group-size: online preference optimization compares the answers to one prompt with each other; with `answers: 1` every advantage is zero. At least 2, usually 8 to 16
        """,
        "group-size");
  }
}
