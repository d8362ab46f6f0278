package dev.genplan.schema;

import static dev.genplan.schema.PropertyBuilder.count;
import static dev.genplan.schema.PropertyBuilder.quantity;
import static dev.genplan.schema.PropertyBuilder.share;
import static dev.genplan.schema.PropertyBuilder.text;

/** What is gathered or judged piece by piece, by whom, how fast and at what price. */
final class StageAmounts {

  private static final Measure[] GATHERED = {
    Measure.of(Dimension.COMPARISONS),
    Measure.of(Dimension.RANKINGS),
    Measure.of(Dimension.LABELS),
    Measure.of(Dimension.ITEMS),
    Measure.of(Dimension.PROMPTS),
    Measure.of(Dimension.TOKENS)
  };

  static final Property COLLECT =
      quantity("collect", GATHERED)
          .world()
          .title("Collect", "采集量")
          .doc(
              "How much is gathered; the unit says what the dataset will hold.",
              "要采集的数量，单位决定数据集的内容。")
          .example("8_000 comparisons");

  static final Property PILOT =
      quantity("pilot", GATHERED)
          .title("Pilot", "试标")
          .doc("A first batch with which the guidelines are tried.", "用于检验标注规范的首批数据。")
          .example("100 comparisons");

  static final Property PRICE =
      quantity(
              "price",
              Measure.rate(Dimension.MONEY, Dimension.COMPARISONS),
              Measure.rate(Dimension.MONEY, Dimension.RANKINGS),
              Measure.rate(Dimension.MONEY, Dimension.LABELS),
              Measure.rate(Dimension.MONEY, Dimension.ITEMS),
              Measure.rate(Dimension.MONEY, Dimension.PROMPTS),
              Measure.rate(Dimension.MONEY, Dimension.TOKENS),
              Measure.rate(Dimension.MONEY, Dimension.REQUESTS))
          .world()
          .qualifiers(Qualifiers.UNTIL)
          .title("Price", "单价")
          .doc(
              "What one piece costs: a comparison, a label, an answer.", "每一条的价格，例如一次比较、一个标签或一个回答。")
          .example("1.20 USD/comparison");

  static final Property PACE =
      quantity(
              "pace",
              Measure.rate(Dimension.COMPARISONS, Dimension.TIME),
              Measure.rate(Dimension.RANKINGS, Dimension.TIME),
              Measure.rate(Dimension.LABELS, Dimension.TIME),
              Measure.rate(Dimension.ITEMS, Dimension.TIME),
              Measure.rate(Dimension.PROMPTS, Dimension.TIME))
          .world()
          .title("Pace", "标注速度")
          .doc("How much one annotator does in a time.", "单个标注员在单位时间内的完成量。")
          .example("12 comparisons/hour");

  static final Property TESTED =
      quantity(
              "size",
              Measure.of(Dimension.ITEMS),
              Measure.of(Dimension.PROMPTS),
              Measure.of(Dimension.COMPARISONS),
              Measure.of(Dimension.LABELS))
          .bare()
          .world()
          .title("Size", "测试数量")
          .doc("How many items are tested, all of the data if absent.", "测试的条数，缺省为全部数据。")
          .example("300");

  static final Property ANNOTATORS =
      count("annotators")
          .none()
          .world()
          .qualifiers(Qualifiers.PEOPLE)
          .title("Annotators", "标注人数")
          .doc("How many people judge or write.", "参与评判或撰写的人数。")
          .example("3 { rate: 25 USD/hour }");

  static final Property AGREEMENT =
      share("agreement")
          .world()
          .title("Agreement", "标注一致率")
          .doc("How often annotators agree, as measured.", "实测的标注员之间的一致率。")
          .example("72.6% { margin: 1.5% }");

  static final Property OVERLAP =
      share("overlap")
          .world()
          .title("Overlap", "重复标注率")
          .doc("Share of the items that more than one annotator judges.", "由多名标注员共同标注的样本比例。")
          .example("10%");

  static final Property GUIDELINES =
      text("guidelines")
          .title("Guidelines", "标注规范")
          .doc("The rubric by which people judge, or its file.", "标注所依据的规范或其文件。")
          .example("\"guidelines.md\"");

  private StageAmounts() {}

  /** How many answers a model gives to one prompt. */
  static PropertyBuilder answers() {
    return count("answers")
        .world()
        .title("Answers per prompt", "采样数")
        .doc("How many answers are drawn for each prompt.", "每个提示词采样的回答数。");
  }
}
