package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.date;
import static dev.genplan.schema.PropertyBuilder.number;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;

/** What every stage can say. */
final class StageProperties {

  static final Property DESCRIPTION = text("description").example("\"Two-sentence summaries.\"");
  static final Property OWNER = text("owner").example("\"Li Wei\"");

  static final List<Property> COMMON =
      List.of(
          reference("when", Type.Target.VERDICT, FlowType.REPORT).many().example("baseline.fails"),
          reference("after", Type.Target.STAGE).many().example("sft"),
          reference("compute", FlowType.COMPUTE).example("cluster"),
          quantity("duration", Dimension.TIME).world().example("2..4 weeks"),
          quantity("cost", Dimension.MONEY).world().example("500 USD"),
          quantity("accelerator-hours", Dimension.TIME).bare(3600).world().example("1_720_320"),
          quantity("flops", Dimension.FLOP).world().example("4.9 PF-days"),
          quantity("energy", Dimension.ENERGY).world().example("131 MWh"),
          number("people").world().example("2"),
          quantity("effort", Dimension.PEOPLE_TIME).world().example("10 person-days"),
          word("expertise", ProjectWords.EXPERTISE).example("medium"),
          word("purpose", ProjectWords.PURPOSES).fallback("product").example("ablation"),
          text("reason").example("\"No open model speaks the language.\""),
          count("round").example("2"),
          word("status", ProjectWords.STAGE_STATUS).fallback("planned").example("done"),
          date("started").example("2026-11-02"),
          date("finished").example("2026-11-06"),
          OWNER,
          DESCRIPTION);

  private StageProperties() {}
}
