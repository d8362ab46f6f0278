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

  private static final double SECONDS_PER_HOUR = 3600;

  static final Property DESCRIPTION =
      text("description")
          .title("Description", "说明")
          .doc(
              "One sentence on what it is, for which a `///` comment does as well.",
              "一句话说明，也可用 `///` 注释代替。")
          .example("\"Two-sentence summaries.\"");

  static final Property OWNER =
      text("owner")
          .title("Owner", "负责人")
          .doc("Who answers for it.", "对此负责的人。")
          .example("\"Li Wei\"");

  static final List<Property> COMMON =
      List.of(
          reference("when", Type.Target.VERDICT, FlowType.REPORT)
              .many()
              .title("Condition", "执行条件")
              .doc(
                  "Runs only if this report passes or fails, or all of several do.",
                  "仅当报告通过或未通过时执行；多个条件须同时成立。")
              .example("baseline.fails"),
          reference("after", Type.Target.STAGE)
              .many()
              .title("After", "先后顺序")
              .doc(
                  "Stages that have to be finished first, though nothing flows from them.",
                  "须先完成的阶段，两者之间没有数据流。")
              .example("sft"),
          reference("compute", FlowType.COMPUTE)
              .title("Compute", "算力")
              .doc("The accelerators it runs on.", "运行所用的加速卡。")
              .example("cluster"),
          quantity("duration", Dimension.TIME)
              .world()
              .title("Duration", "时长")
              .doc("Calendar time it takes.", "所需的日历时间。")
              .example("2..4 weeks"),
          quantity("cost", Dimension.MONEY)
              .world()
              .title("Cost", "费用")
              .doc("What it costs in total.", "总费用。")
              .example("500 USD"),
          quantity("accelerator-hours", Dimension.TIME)
              .bare(SECONDS_PER_HOUR)
              .world()
              .title("Accelerator-hours", "卡时")
              .doc("Hours of all its accelerators together.", "所有加速卡的使用小时数合计。")
              .example("1_720_320"),
          quantity("flops", Dimension.FLOP)
              .world()
              .title("Operations", "计算量")
              .doc("How many floating-point operations it takes.", "所需的浮点运算量。")
              .example("4.9 PF-days"),
          quantity("energy", Dimension.ENERGY)
              .world()
              .title("Energy", "能耗")
              .doc("How much energy it takes.", "所需的能量。")
              .example("131 MWh"),
          number("people")
              .world()
              .title("People", "人数")
              .doc("How many of the team work on it.", "参与的团队成员数。")
              .example("2"),
          quantity("effort", Dimension.PEOPLE_TIME)
              .world()
              .title("Effort", "人力")
              .doc("Working time of its people.", "人员投入的工作时间。")
              .example("10 person-days"),
          word("expertise", ProjectWords.EXPERTISE)
              .title("Expertise", "能力要求")
              .doc("How skilled its people have to be.", "对人员能力的要求。")
              .example("medium"),
          word("purpose", ProjectWords.PURPOSES)
              .fallback("product")
              .title("Purpose", "结果用途")
              .doc("What its result is for.", "其结果的用途。")
              .example("ablation"),
          text("reason")
              .title("Reason", "理由")
              .doc(
                  "Why this stage is needed, where a cheaper one might do.",
                  "在可能有更省的做法时，说明为何需要该阶段。")
              .example("\"No open model speaks the language.\""),
          count("round")
              .title("Round", "轮次")
              .doc(
                  "Which round it belongs to, where rounds differ too much for a `repeat`.",
                  "所属轮次，用于各轮差异过大而不宜使用 `repeat` 时。")
              .example("2"),
          word("status", ProjectWords.STAGE_STATUS)
              .fallback("planned")
              .title("Status", "状态")
              .doc("How far it has come.", "进展到哪一步。")
              .example("done"),
          date("started")
              .title("Started", "实际开始")
              .doc("The day on which work began.", "实际开始的日期。")
              .example("2026-11-02"),
          date("finished")
              .title("Finished", "实际结束")
              .doc("The day on which it was finished.", "实际完成的日期。")
              .example("2026-11-06"),
          OWNER,
          DESCRIPTION);

  private StageProperties() {}
}
