package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.either;
import static dev.genplan.schema.PropertyBuilder.integer;
import static dev.genplan.schema.PropertyBuilder.metric;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;

/** What every stage can say that trains weights. */
final class TrainingProperties {

  static final Property TEMPLATE = text("template").example("\"chat_template.jinja\"");
  static final Property THINKING =
      tagged("thinking", TrainingWords.THINKING).example("strip { budget: 4k }");

  static final List<Property> COMMON =
      List.of(
          reference("validation", FlowType.DATASET).none().example("tickets.dev"),
          number("epochs").positive().example("3"),
          count("steps").example("1_875"),
          quantity("tokens", Dimension.TOKENS).bare().example("2T"),
          number("learning-rate").positive().example("2e-4"),
          tagged("schedule", TrainingWords.SCHEDULES).example("cosine { to: 10% }"),
          either("warmup", Qualifiers.SHARE, new Type.Number(true, 0, Double.POSITIVE_INFINITY))
              .none()
              .example("3%"),
          word("optimizer", TrainingWords.OPTIMIZERS).example("adamw"),
          tagged("precision", TrainingWords.PRECISIONS).example("bf16"),
          quantity(
                  "batch",
                  Measure.of(Dimension.ITEMS),
                  Measure.of(Dimension.TOKENS),
                  Measure.of(Dimension.PROMPTS),
                  Measure.of(Dimension.COMPARISONS),
                  Measure.of(Dimension.EPISODES))
              .bare()
              .qualifiers(word("by", ArtifactWords.SPLIT_KEYS).example("prompt"))
              .example("128"),
          count("micro-batch").example("4"),
          count("accumulation").example("8"),
          quantity("length", Dimension.TOKENS).bare().example("4_096"),
          bool("packing").qualifiers(bool("mask").example("true")).example("true"),
          tagged("loss", TrainingWords.LOSS).example("assistant { eos: true }"),
          TEMPLATE,
          THINKING,
          Sections.SCALING,
          word("recompute", TrainingWords.RECOMPUTE).example("full"),
          word("kernels", TrainingWords.KERNELS).many().example("flash-attention"),
          Sections.PARALLEL,
          quantity("memory", Dimension.BYTES).world().example("68 GB"),
          text("tokenizer").example("\"tokenizer.json\""),
          integer("new-tokens").example("8"),
          tagged("checkpoint", TrainingWords.CHECKPOINTS).example("best { by: reward }"),
          metric("early-stop").none().example("loss"),
          quantity("save", Dimension.TIME)
              .orCount()
              .qualifiers(count("keep").example("3"))
              .example("500"),
          count("runs").world().fallback("1").example("12"),
          count("seeds").world().fallback("1").example("3"));

  private TrainingProperties() {}
}
