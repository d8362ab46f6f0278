package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A time to answer is promised, and the retrieval before each answer is planned nowhere. */
public final class EmbeddingServingForgotten implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` has {1} to answer, but nothing says where {2} runs or how long `{3}` searches before that:"
              + " give it `compute`, or state the `latency` of the retrieval",
          "`{0}` 须在 {1} 内应答，却没有写明 {2} 在哪里运行、`{3}` 在此之前检索多久：请为其写明 `compute`，或写明检索的 `latency`");
  private static final Message RETRIEVES = Message.of("retrieves here", "在此处检索");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "embedding-serving-forgotten",
            Category.DEPLOYMENT,
            Severity.WARNING,
            "A time to answer is promised, and the retrieval before it is planned nowhere.",
            "承诺了应答时间，却没有规划之前的检索。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Value> promise =
          deployment.serving().value("first-token").or(() -> deployment.serving().value("latency"));
      if (promise.isPresent()) {
        for (Symbol step : deployment.chain()) {
          if (step.is("augment")) {
            check(deployment.symbol(), promise.get(), step, reporter);
          }
        }
      }
    }
  }

  private static void check(Symbol deployment, Value promise, Symbol augment, Reporter reporter) {
    for (Tag method : augment.attributes().tags("method")) {
      if (method.word().equals("rag") && !method.options().has("latency")) {
        List<String> nowhere = nowhere(augment, method);
        if (!nowhere.isEmpty()) {
          reporter
              .report(
                  deployment,
                  deployment.locate(promise),
                  MESSAGE.with(
                      deployment.name(),
                      deployment.figure(promise),
                      "`" + String.join("`, `", nowhere) + "`",
                      augment.name()))
              .related(augment.locate(method.node()), RETRIEVES);
        }
      }
    }
  }

  /** The encoders of a retrieval that run on one's own machines, nobody says on which. */
  private static List<String> nowhere(Symbol augment, Tag method) {
    List<String> names = new ArrayList<>();
    for (String property : List.of("embedder", "reranker")) {
      boolean placed = method.options().qualifiers(property).has("compute");
      augment
          .target(property)
          .filter(encoder -> encoder.is("model") && !placed)
          .filter(encoder -> !new Model(encoder).isBehindApi())
          .ifPresent(encoder -> names.add(encoder.name()));
    }
    return names;
  }
}
