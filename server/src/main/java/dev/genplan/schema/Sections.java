package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.integer;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sections that stand in more than one kind. */
final class Sections {

  static final Property METRICS =
      section("metrics", content(BlockSpec.Content.CRITERIA)).example("{ rougeL >= 0.40 }");
  static final Property RESULTS =
      section("results", content(BlockSpec.Content.RESULTS)).example("{ rougeL: 0.31 }");
  static final Property CHANGE =
      section("change", content(BlockSpec.Content.GATED_CRITERIA)).example("{ rougeL >= 0.02 }");

  static final Property PARALLEL =
      section(
              "parallel",
              BlockSpec.of(
                  List.of(
                      count("data").example("8"),
                      count("tensor").example("4"),
                      count("pipeline").example("2"),
                      count("context").example("2"),
                      count("expert").example("8"),
                      word("shard", TrainingWords.SHARDING).example("zero-3"),
                      word("offload", TrainingWords.OFFLOAD).many().example("optimizer"))))
          .example("{ tensor: 4, shard: zero-1 }");

  static final Property SCALING =
      tagged("scaling", TrainingWords.SCALING).example("yarn { factor: 4 }");

  static final Property SAMPLING =
      section(
              "sampling",
              BlockSpec.of(
                  List.of(
                      number("temperature").example("0.7"),
                      number("top-p").between(Double.MIN_VALUE, 1).example("0.95"),
                      count("top-k").example("20"),
                      quantity("length", Dimension.TOKENS).bare().example("1_024"),
                      text("stop").many().example("\"</s>\""),
                      integer("seed").example("42"),
                      word("engine", ServingWords.ENGINES).example("vllm"),
                      Qualifiers.COMPUTE)))
          .example("{ temperature: 0.7, length: 1_024 }");

  private Sections() {}

  private static BlockSpec content(BlockSpec.Content content) {
    return new BlockSpec(List.of(), Optional.empty(), content, Map.of());
  }
}
