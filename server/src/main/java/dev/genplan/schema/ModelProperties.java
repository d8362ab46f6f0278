package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.date;
import static dev.genplan.schema.PropertyBuilder.identifier;
import static dev.genplan.schema.PropertyBuilder.language;
import static dev.genplan.schema.PropertyBuilder.magnitude;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;

/** What describes a model, whether it is there or is to be pretrained. */
final class ModelProperties {

  static final Property PARAMETERS =
      magnitude("parameters")
          .world()
          .qualifiers(magnitude("active").world().example("37B"))
          .example("8B");
  static final Property CONTEXT = quantity("context", Dimension.TOKENS).bare().example("128k");
  static final Property FLOPS = quantity("flops", Dimension.FLOP).world().example("3_640 PF-days");

  private static final BlockSpec ARCHITECTURE_BLOCK =
      BlockSpec.of(
          List.of(
              word("backbone", ArtifactWords.BACKBONES).example("decoder"),
              count("layers").example("32"),
              count("hidden").example("4_096"),
              count("heads").example("32"),
              count("kv-heads").example("8"),
              count("head-size").example("128"),
              count("feed-forward").example("14_336"),
              count("vocabulary").example("128_256"),
              count("experts").qualifiers(count("active").example("8")).example("256"),
              word("attention", ArtifactWords.ATTENTION).example("gqa"),
              quantity("window", Dimension.TOKENS).bare().example("4_096")));

  static final Property ARCHITECTURE =
      section("architecture", ARCHITECTURE_BLOCK).example("{ layers: 32, hidden: 4_096 }");

  private static final Measure PER_TOKEN = Measure.rate(Dimension.MONEY, Dimension.TOKENS);
  private static final Measure PER_REQUEST = Measure.rate(Dimension.MONEY, Dimension.REQUESTS);

  static final List<Property> MODEL =
      List.of(
          text("id").example("\"Qwen/Qwen3-8B\""),
          text("revision").example("\"b968826\""),
          word("license", ArtifactWords.LICENSES)
              .qualifiers(Qualifiers.LICENSE)
              .example("apache-2.0"),
          word("role", ArtifactWords.ROLES).fallback("policy").example("judge"),
          word("variant", ArtifactWords.VARIANTS).example("base"),
          identifier("family").example("qwen3"),
          PARAMETERS,
          CONTEXT,
          tagged("access", ArtifactWords.ACCESS).example("gated { lead: 2 days }"),
          text("provider").example("\"OpenAI\""),
          quantity("price", PER_TOKEN, PER_REQUEST)
              .world()
              .qualifiers(
                  quantity("output", PER_TOKEN).world().example("0.60 USD/1M tokens"),
                  Qualifiers.UNTIL)
              .example("0.15 USD/1M tokens { output: 0.60 USD/1M tokens }"),
          tagged("precision", TrainingWords.PRECISIONS).example("bf16"),
          word("format", ServingWords.FORMATS).fallback("safetensors").example("Q4_K_M"),
          quantity("size", Dimension.BYTES).world().example("16.4 GB"),
          text("tokenizer").example("\"Qwen/Qwen3-8B\""),
          text("template").example("\"chat_template.jinja\""),
          word("modalities", ArtifactWords.MODALITIES)
              .many()
              .fallback("text")
              .example("[text, image]"),
          language("languages").many().example("[en, zh-Hans]"),
          date("cutoff").example("2024-10"),
          date("released").example("2025-04-28"),
          reference(
                  "from",
                  FlowType.SYSTEM,
                  FlowType.REWARD,
                  FlowType.ENCODER,
                  FlowType.DATASET,
                  FlowType.REPORT)
              .many()
              .example("llama"),
          quantity("tokens", Dimension.TOKENS).bare().world().example("15T"),
          FLOPS,
          ARCHITECTURE,
          Sections.RESULTS);

  private ModelProperties() {}
}
