package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.testing.TestPlans;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowsTest {

  private static final String PLAN =
      """
      model flan { }
      compute card { accelerator: A100-80GB }
      dataset d { split train { } split test { } }
      finetune sft { model: flan, data: d.train, compute: card }
      repeat rounds {
        start: sft, result: ppo
        align ppo { model: rounds, prompts: d.train }
      }
      evaluate e { model: rounds, baseline: sft, data: d.test }
      deploy live { model: rounds, gate: e }
      """;

  private final Plan plan = TestPlans.bind(PLAN);

  private Symbol symbol(String name) {
    return plan.own().stream()
        .filter(symbol -> symbol.qualifiedName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> names(List<Flow.Step> steps) {
    return steps.stream()
        .map(
            step ->
                step.symbol().qualifiedName()
                    + step.places().stream()
                        .map(place -> PLAN.substring(place.span().start(), place.span().end()))
                        .toList())
        .toList();
  }

  private List<String> from(String name) {
    return names(Flow.madeFrom(symbol(name)));
  }

  private List<String> into(String name) {
    return names(Flow.madeOf(symbol(name), List.of(plan)));
  }

  @Test
  void goesUpTheFlow() {
    assertThat(from("sft")).containsExactly("flan[flan]", "d.train[d.train]");
    assertThat(from("d.train")).containsExactly("d[train]");
    assertThat(from("rounds")).containsExactly("sft[sft]", "rounds.ppo[ppo]");
    assertThat(from("rounds.ppo")).containsExactly("sft[rounds]", "d.train[d.train]");
    assertThat(from("live")).containsExactly("rounds[rounds]", "e[e]");
    assertThat(from("flan")).isEmpty();
  }

  @Test
  void goesDownTheFlow() {
    assertThat(into("flan")).containsExactly("sft[flan]");
    assertThat(into("d")).containsExactly("d.train[train]", "d.test[test]");
    assertThat(into("d.train")).containsExactly("sft[d.train]", "rounds.ppo[d.train]");
    assertThat(into("sft")).containsExactly("rounds[sft]", "rounds.ppo[rounds]", "e[sft]");
    assertThat(into("card")).isEmpty();
  }
}
