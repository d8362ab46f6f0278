package dev.genplan.schema;

import static dev.genplan.schema.KindBuilder.kind;
import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.date;
import static dev.genplan.schema.PropertyBuilder.either;
import static dev.genplan.schema.PropertyBuilder.language;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.section;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.tagged;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds that are no stages: the project, and what is there before it starts. */
final class DeclarationKinds {

  static final Property AUDIENCE = word("audience", ProjectWords.AUDIENCES).example("customers");
  static final Property APPROVER = text("approver").example("\"Head of Product\"");
  static final Property CONTACT = text("contact").example("\"ai-incidents@example.com\"");

  private static final Property ROLE_IN_TEAM =
      number("role").world().qualifiers(Qualifiers.PEOPLE).example("2");
  private static final Property RATE_OF_EXCHANGE =
      quantity("currency", Dimension.MONEY).example("1.08 USD { date: 2026-11-02 }");
  private static final Property WHY_EXCLUDED =
      text("harm").example("\"The output is numbers only.\"");
  private static final Property LABEL_SIZE =
      quantity(
              "label",
              Measure.of(Dimension.LABELS),
              Measure.of(Dimension.ITEMS),
              Measure.of(Dimension.PROMPTS),
              Measure.of(Dimension.COMPARISONS))
          .bare()
          .world()
          .example("6_000");

  static final Kind PROJECT =
      kind("project")
          .body(
              text("goal").example("\"4 of 5 need no edit\""),
              word("task", ProjectWords.TASKS).many().example("summarization"),
              word("use", ProjectWords.USES).example("commercial"),
              AUDIENCE,
              quantity("users", Dimension.PEOPLE).bare().world().example("20_000"),
              word("market", Regions.WORDS).many().example("[eu, cn]"),
              word("domain", ProjectWords.DOMAINS).many().example("customer-support"),
              word("risk", ProjectWords.RISKS).example("limited"),
              word("impact", ProjectWords.IMPACTS).example("advisory"),
              language("languages").many().example("[en, zh-Hans]"),
              word("residency", Regions.WORDS).many().example("eu"),
              date("start").example("2026-12-01"),
              date("deadline").example("2027-02-26"),
              quantity("budget", Dimension.MONEY).example("12_000 USD"),
              share("contingency").example("20%"),
              keyed("team", Optional.of(ProjectWords.TEAM), ROLE_IN_TEAM)
                  .example("{ ml-engineer: 2 }"),
              keyed("exchange", Optional.of(ProjectWords.CURRENCIES), RATE_OF_EXCHANGE)
                  .example("{ EUR: 1.08 USD }"),
              keyed("excluded", Optional.of(SafetyWords.HARMS), WHY_EXCLUDED)
                  .example("{ weapons: \"The output is numbers only.\" }"),
              APPROVER,
              CONTACT,
              word("status", ProjectWords.PROJECT_STATUS).fallback("active").example("draft"),
              StageProperties.OWNER,
              StageProperties.DESCRIPTION)
          .example("");

  static final Kind MODEL =
      kind("model")
          .body(ModelProperties.MODEL)
          .body(StageProperties.OWNER, StageProperties.DESCRIPTION)
          .example("");

  private static final Property SIZE =
      quantity(
              "size",
              Measure.of(Dimension.ITEMS),
              Measure.of(Dimension.PROMPTS),
              Measure.of(Dimension.COMPARISONS),
              Measure.of(Dimension.RANKINGS),
              Measure.of(Dimension.LABELS),
              Measure.of(Dimension.TOKENS),
              Measure.of(Dimension.BYTES))
          .world()
          .example("2_000 examples");
  private static final Property TOKENS =
      quantity("tokens", Dimension.TOKENS).bare().world().example("1.2M");
  private static final Property LENGTH =
      quantity("length", Dimension.TOKENS)
          .bare()
          .world()
          .qualifiers(Qualifiers.LENGTH)
          .example("800 { p95: 2_000 }");
  private static final Property LANGUAGES = language("languages").many().example("[en, zh-Hans]");

  private static final BlockSpec SPLIT =
      BlockSpec.of(
          List.of(
              either("size", new Type.Share(), SIZE.type()).world().example("1_500 examples"),
              TOKENS,
              LENGTH,
              LANGUAGES,
              word("by", ArtifactWords.SPLIT_KEYS).example("user")));

  static final Kind DATASET =
      kind("dataset")
          .makes(FlowType.DATASET)
          .body(
              text("source").example("\"hf://knkarthick/dialogsum\""),
              text("revision").example("\"v1.2\""),
              word("license", ArtifactWords.LICENSES)
                  .qualifiers(Qualifiers.LICENSE)
                  .example("cc-by-4.0"),
              text("owner").example("\"HR\""),
              SIZE,
              TOKENS,
              LENGTH,
              word("content", ArtifactWords.CONTENT).example("conversations"),
              word("origin", ArtifactWords.ORIGINS).many().example("tickets"),
              reference(
                      "from",
                      FlowType.SYSTEM,
                      FlowType.REWARD,
                      FlowType.ENCODER,
                      FlowType.DATASET,
                      FlowType.REPORT)
                  .many()
                  .example("tickets"),
              LANGUAGES,
              word("domain", ProjectWords.DOMAINS).many().example("customer-support"),
              word("pii", ArtifactWords.PII).example("removed"),
              word("consent", ArtifactWords.CONSENT).example("contract"),
              tagged("cleaning", ArtifactWords.CLEANING)
                  .many()
                  .example("[deduplication, anonymization]"),
              count("annotators").world().example("3"),
              share("agreement").world().example("72.6% { margin: 1.5% }"),
              bool("trusted").example("false"),
              tagged("access", ArtifactWords.ACCESS).example("licensed { lead: 4 weeks }"),
              date("released").example("2023-10"),
              quantity("refresh", Dimension.TIME).world().example("1 day"),
              reference("embedder", FlowType.ENCODER).qualifiers(Qualifiers.COMPUTE).example("bge"),
              quantity("cost", Dimension.MONEY).world().example("4_000 USD"),
              keyed("labels", Optional.empty(), LABEL_SIZE)
                  .example("{ desirable: 6_000, undesirable: 2_000 }"),
              StageProperties.DESCRIPTION)
          .nested("split", SPLIT)
          .example("");

  private static final Measure PER_HOUR = Measure.rate(Dimension.MONEY, Dimension.TIME);

  static final Kind COMPUTE =
      kind("compute")
          .makes(FlowType.COMPUTE)
          .body(
              word("accelerator", ServingWords.ACCELERATORS).required().example("A100-80GB"),
              count("count").world().fallback("1").example("8"),
              count("nodes").world().fallback("1").example("2"),
              quantity("price", PER_HOUR)
                  .world()
                  .qualifiers(Qualifiers.UNTIL)
                  .example("1.80 USD/hour { date: 2026-11-02 }"),
              quantity("memory", Dimension.BYTES).example("80 GB"),
              quantity("host-memory", Dimension.BYTES).example("1 TB"),
              quantity("peak", Measure.rate(Dimension.FLOP, Dimension.TIME)).example("312 TFLOP/s"),
              quantity(
                      "bandwidth",
                      Measure.rate(Dimension.BYTES, Dimension.TIME),
                      Measure.rate(Dimension.BITS, Dimension.TIME))
                  .example("2_039 GB/s"),
              tagged("interconnect", ServingWords.INTERCONNECTS)
                  .many()
                  .example("[nvlink, infiniband]"),
              text("provider").example("\"Lambda\""),
              text("instance").example("\"p4d.24xlarge\""),
              word("purchase", ServingWords.PURCHASES).example("spot"),
              quantity("lead", Dimension.TIME).world().example("2 weeks"),
              date("available").example("2027-01-15"),
              word("region", Regions.WORDS).example("eu"),
              quantity("storage", Dimension.BYTES).example("4 TB"),
              share("mfu").world().example("40%"),
              share("goodput").world().example("90%"),
              quantity("power", Dimension.POWER).example("400 W"),
              number("pue").between(1, Double.POSITIVE_INFINITY).example("1.2"),
              quantity("carbon", Measure.rate(Dimension.MASS, Dimension.ENERGY))
                  .example("380 g/kWh"),
              StageProperties.OWNER,
              StageProperties.DESCRIPTION)
          .example("");

  private DeclarationKinds() {}

  private static PropertyBuilder keyed(String name, Optional<WordList> words, Property value) {
    return section(
        name,
        new BlockSpec(
            List.of(),
            Optional.of(new BlockSpec.Keys(words, value)),
            BlockSpec.Content.PROPERTIES,
            Map.of()));
  }
}
