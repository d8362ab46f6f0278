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

  static final Type.Share SHARE = new Type.Share();
  static final Type.Number AMOUNT = new Type.Number(false, 0, Double.POSITIVE_INFINITY);
  static final Type.Number WHOLE = new Type.Number(true, 0, Double.POSITIVE_INFINITY);
  private static final Type.Number ANY_NUMBER =
      new Type.Number(false, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** Of any figure. */
  static final List<Property> FIGURE =
      List.of(
          text("source")
              .title("Source", "出处")
              .doc("Where the figure comes from.", "该数字的出处。")
              .example("\"arXiv:2203.02155\""),
          text("note")
              .title("Note", "备注")
              .doc("What else is to be known about the figure.", "关于该数字的补充说明。")
              .example("\"about 40\""),
          date("date")
              .title("Date", "日期")
              .doc("As of when the figure holds.", "该数字截至何时有效。")
              .example("2026-11-02"),
          either("margin", SHARE, AMOUNT)
              .title("Margin", "误差范围")
              .doc("Half the width of its 95% confidence interval.", "95% 置信区间的半宽。")
              .example("1.5%"),
          bool("total")
              .title("Total", "合计")
              .doc(
                  "Whether the figure counts all rounds of a `repeat` and not one.",
                  "该数字是否为 `repeat` 所有轮次的合计，而非单轮。")
              .example("true"));

  static final Property UNTIL =
      date("until")
          .title("Until", "有效期")
          .doc("The last day on which it holds.", "有效的最后一天。")
          .example("2027-01-01");

  static final Property ALLOW =
      text("allow")
          .qualifiers(UNTIL)
          .title("Exception", "例外")
          .doc("Silences one rule here, for the reason given.", "出于所写理由，在此处不再提示某条规则。")
          .example("\"a license was bought\"");

  static final Property WEIGHT = weight(AMOUNT, "0.7");

  /** In a merge, where task vectors may be subtracted. */
  static final Property MERGE_WEIGHT = weight(ANY_NUMBER, "0.5");

  static final Property COMPUTE =
      reference("compute", FlowType.COMPUTE)
          .title("Compute", "所在算力")
          .doc("Where it runs, if not with the stage.", "若不与该阶段同处，则在何处运行。")
          .example("cluster");

  /** Of a latency. */
  static final Property[] LATENCY = {
    latency("p50", "Median", "中位数", "Half of the requests take no longer.", "一半的请求不超过该时长。"),
    latency(
        "p95", "95th percentile", "95 分位", "95% of the requests take no longer.", "95% 的请求不超过该时长。"),
    latency(
        "p99", "99th percentile", "99 分位", "99% of the requests take no longer.", "99% 的请求不超过该时长。"),
    latency("max", "Maximum", "最大值", "No request may take longer.", "任何请求都不得超过该时长。")
  };

  /** Of a length, the two parts of which differ. */
  static final Property[] LENGTH = {
    length("prompt", "Prompt", "提示词部分", "Tokens of the prompt alone.", "仅提示词部分的词元数。"),
    length("answer", "Answer", "回答部分", "Tokens of the answer alone.", "仅回答部分的词元数。"),
    length("p50", "Median", "中位数", "Half of them are no longer.", "一半不超过该长度。"),
    length("p95", "95th percentile", "95 分位", "95% of them are no longer.", "95% 不超过该长度。"),
    length("p99", "99th percentile", "99 分位", "99% of them are no longer.", "99% 不超过该长度。"),
    length("max", "Maximum", "最大值", "None is longer.", "都不超过该长度。")
  };

  /** Of people. */
  static final Property[] PEOPLE = {
    quantity(
            "rate",
            Measure.rate(Dimension.MONEY, Dimension.TIME),
            Measure.rate(Dimension.MONEY, Dimension.PEOPLE_TIME))
        .world()
        .title("Rate", "费率")
        .doc("What one of them costs per time.", "每人单位时间的费用。")
        .example("25 USD/hour"),
    quantity("hours", Measure.rate(Dimension.TIME, Dimension.TIME))
        .world()
        .title("Hours", "工时")
        .doc("How much one of them works on this.", "每人投入的工作时间。")
        .example("20 hours/week"),
    quantity("lead", Dimension.TIME)
        .world()
        .title("Lead time", "准备期")
        .doc("How long it takes until they can begin.", "到可以开工所需的时间。")
        .example("3 weeks"),
    word("expertise", ProjectWords.EXPERTISE)
        .title("Expertise", "能力水平")
        .doc("How skilled they are.", "其能力水平。")
        .example("low")
  };

  /** Of a license. */
  static final Property[] LICENSE = {
    bool("commercial")
        .title("Commercial use", "允许商用")
        .doc("Whether it allows commercial use.", "是否允许商业用途。")
        .example("true"),
    bool("training")
        .title("Training on outputs", "允许用输出训练")
        .doc("Whether other models may be trained on it or on its outputs.", "是否允许用其内容或输出训练其他模型。")
        .example("false"),
    bool("attribution")
        .title("Attribution", "要求署名")
        .doc("Whether it asks for attribution.", "是否要求署名。")
        .example("true")
  };

  /** Of a model that judges. */
  static final Property[] JUDGE = {
    WEIGHT,
    bool("swap")
        .title("Swap", "交换顺序")
        .doc("Whether each pair is asked in both orders.", "每对回答是否按两种顺序各评一次。")
        .example("true"),
    share("agreement")
        .world()
        .title("Agreement", "与人一致率")
        .doc("How often it agrees with people.", "与人工判断一致的比例。")
        .example("83%"),
    COMPUTE
  };

  private Qualifiers() {}

  private static Property weight(Type.Number factor, String example) {
    return either("weight", SHARE, factor)
        .title("Weight", "权重")
        .doc("Its share, or the factor it counts with.", "所占比例或计入时的系数。")
        .example(example);
  }

  private static Property latency(String name, String en, String zh, String doc, String docZh) {
    return quantity(name, Dimension.TIME).world().title(en, zh).doc(doc, docZh).example("2 s");
  }

  private static Property length(String name, String en, String zh, String doc, String docZh) {
    return quantity(name, Dimension.TOKENS)
        .bare()
        .world()
        .title(en, zh)
        .doc(doc, docZh)
        .example("512");
  }
}
