package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.bool;
import static dev.genplan.schema.PropertyBuilder.date;
import static dev.genplan.schema.PropertyBuilder.either;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.reference;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.text;
import static dev.genplan.schema.PropertyBuilder.word;

import java.util.List;

/** What the block behind a single value may hold. */
final class Qualifiers {

  private static final Type.Number ANY_NUMBER =
      new Type.Number(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  static final Type.Number AMOUNT = new Type.Number(false, 0, Double.POSITIVE_INFINITY);
  static final Type.Share SHARE = new Type.Share();

  /** Of any figure. */
  static final List<Property> FIGURE =
      List.of(
          text("source").example("\"arXiv:2203.02155\""),
          text("note").example("\"about 40\""),
          date("date").example("2026-11-02"),
          either("margin", SHARE, AMOUNT).example("1.5%"),
          bool("total").example("true"));

  static final Property UNTIL = date("until").example("2027-01-01");
  static final Property ALLOW = text("allow").qualifiers(UNTIL).example("\"a license was bought\"");
  static final Property WEIGHT = either("weight", SHARE, AMOUNT).example("0.7");

  /** In a merge, where task vectors may be subtracted. */
  static final Property MERGE_WEIGHT = either("weight", SHARE, ANY_NUMBER).example("0.5");

  static final Property COMPUTE = reference("compute", FlowType.COMPUTE).example("cluster");

  private static final Measure TOKENS = Measure.of(Dimension.TOKENS);

  /** Of a latency. */
  static final Property[] LATENCY = {
    latency("p50"), latency("p95"), latency("p99"), latency("max")
  };

  /** Of a length whose two parts differ. */
  static final Property[] LENGTH = {
    length("prompt"), length("answer"), length("p50"), length("p95"), length("p99"), length("max")
  };

  /** Of people who are paid by the hour. */
  static final Property[] PEOPLE = {
    quantity(
            "rate",
            Measure.rate(Dimension.MONEY, Dimension.TIME),
            Measure.rate(Dimension.MONEY, Dimension.PEOPLE_TIME))
        .world()
        .example("25 USD/hour"),
    quantity("hours", Measure.rate(Dimension.TIME, Dimension.TIME))
        .world()
        .example("20 hours/week"),
    quantity("lead", Dimension.TIME).world().example("3 weeks"),
    word("expertise", ProjectWords.EXPERTISE).example("low")
  };

  /** Of a license of one's own. */
  static final Property[] LICENSE = {
    bool("commercial").example("true"),
    bool("training").example("false"),
    bool("attribution").example("true")
  };

  /** Of a model that judges. */
  static final Property[] JUDGE = {
    WEIGHT, bool("swap").example("true"), share("agreement").world().example("83%"), COMPUTE
  };

  private Qualifiers() {}

  private static Property latency(String name) {
    return quantity(name, Dimension.TIME).world().example("2 s");
  }

  private static Property length(String name) {
    return quantity(name, TOKENS).bare().world().example("512");
  }
}
