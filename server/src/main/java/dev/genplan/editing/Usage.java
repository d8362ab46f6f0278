package dev.genplan.editing;

import java.util.List;
import java.util.Map;

/**
 * Which properties plans have most often, so that they are offered before the others. Counted in
 * the sample plans, which a test compares with it.
 */
final class Usage {

  private static final Map<String, List<String>> COMMON =
      Map.ofEntries(
          Map.entry(
              "project",
              List.of("goal", "task", "use", "audience", "start", "deadline", "budget", "team")),
          Map.entry("model", List.of("id", "license", "variant", "role", "access", "revision")),
          Map.entry(
              "dataset",
              List.of(
                  "license",
                  "origin",
                  "owner",
                  "size",
                  "content",
                  "cleaning",
                  "source",
                  "pii",
                  "consent")),
          Map.entry("compute", List.of("accelerator", "count", "price", "nodes", "purchase")),
          Map.entry("prompt", List.of("model", "method", "system")),
          Map.entry("synthesize", List.of("model", "method", "prompts", "collect", "cost")),
          Map.entry("pretrain", List.of("data", "reason", "parameters", "context", "compute")),
          Map.entry(
              "finetune",
              List.of(
                  "model",
                  "data",
                  "method",
                  "learning-rate",
                  "epochs",
                  "reason",
                  "compute",
                  "length",
                  "batch",
                  "when",
                  "validation",
                  "duration",
                  "schedule",
                  "loss")),
          Map.entry("feedback", List.of("model", "prompts", "collect", "annotators", "guidelines")),
          Map.entry(
              "reward", List.of("model", "data", "objective", "epochs", "learning-rate", "batch")),
          Map.entry(
              "align",
              List.of(
                  "model",
                  "method",
                  "prompts",
                  "learning-rate",
                  "reward",
                  "data",
                  "compute",
                  "epochs",
                  "episodes",
                  "length")),
          Map.entry(
              "evaluate",
              List.of(
                  "model",
                  "metrics",
                  "data",
                  "annotators",
                  "baseline",
                  "results",
                  "judge",
                  "guidelines")),
          Map.entry("redteam", List.of("model", "people")),
          Map.entry("optimize", List.of("model", "method", "data")),
          Map.entry("augment", List.of("model", "data", "method")),
          Map.entry("guard", List.of("model", "input", "output")),
          Map.entry("deploy", List.of("model", "gate", "serving", "rollback", "compute")),
          Map.entry("monitor", List.of("service", "signals", "metrics", "every", "alerts")),
          Map.entry("repeat", List.of("start", "times", "result")));

  private Usage() {}

  /**
   * The place of a property among those of a kind, the most frequent at 0; the same for all that
   * are rare.
   */
  static int rank(String kind, String property) {
    List<String> common = COMMON.getOrDefault(kind, List.of());
    int at = common.indexOf(property);
    return at < 0 ? common.size() : at;
  }
}
