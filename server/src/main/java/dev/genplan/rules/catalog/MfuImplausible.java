package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Stated FLOP over stated accelerator-hours, or a stated `mfu`, as a share of the dense peak: above
 * 100% it cannot be, above 65% nobody has published it, below 5% a unit has slipped. Sources: PaLM,
 * arXiv:2204.02311, section 4.1 (46.2%, and 21.3% for GPT-3); Llama 3, arXiv:2407.21783, table 4
 * (38 to 43%); Korthikanti et al., arXiv:2205.05198, table 5 (56.3%); mosaicml/llm-foundry,
 * scripts/train/benchmarking (64% in a benchmark).
 */
public final class MfuImplausible implements Rule {
  private static final Localized FASTER =
      Localized.of(
          "`{0}` states {1} in {2} hours of {3}: {4} of its dense peak. {5}",
          "`{0}` 写明在 {2} 小时的 {3} 上完成 {1}：相当于稠密峰值的 {4}。{5}");
  private static final Localized STATED =
      Localized.of(
          "`{0}` plans with a model FLOPs utilization of {1}; published runs reach 21 to 56%, so that"
              + " durations made of it are too short. Use 35 to 45% for a step",
          "`{0}` 按 {1} 的算力利用率计划；公开的训练为 21% 至 56%，据此算出的时长会偏短。单步请取 35% 至 45%");
  private static final Localized IMPOSSIBLE =
      Localized.of("That cannot be; one of the figures is wrong", "这不可能，其中必有数字写错");
  private static final Localized UNHEARD =
      Localized.of("Published runs reach 21 to 56%", "公开的训练为 21% 至 56%");
  private static final Localized SLOW =
      Localized.of(
          "Published runs reach 21 to 56%; check whether a unit slipped",
          "公开的训练为 21% 至 56%，请检查单位是否写错");
  private static final double BEST = 0.65;
  private static final double LOW = 0.05;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "mfu-implausible",
            Category.COMPUTE,
            Severity.WARNING,
            "Stated compute and time mean more than the accelerators can do.",
            "所写的计算量与时间超出加速卡的能力。")
        .yieldingTo("moe-params-mixed")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      run(training, reporter);
    }
    for (Compute compute : View.all(plan, "compute", Compute::new)) {
      OptionalDouble stated = compute.attributes().number("mfu");
      boolean measured = compute.attributes().qualifiers("mfu").has("source");
      if (stated.isPresent() && stated.getAsDouble() > BEST && !measured) {
        reporter.report(
            compute.symbol(),
            "mfu",
            STATED.with(compute.symbol().name(), Figures.percent(stated.getAsDouble())));
      }
    }
  }

  private static void run(Training training, Reporter reporter) {
    Attributes stated = training.attributes();
    OptionalDouble flops = stated.number("flops");
    OptionalDouble seconds = stated.number("accelerator-hours");
    Optional<Accelerator> device = training.compute().flatMap(Compute::accelerator);
    String precision = stated.tag("precision").map(Tag::word).orElse("bf16");
    OptionalDouble peak = device.map(each -> each.peak(precision)).orElse(OptionalDouble.empty());
    if (flops.isEmpty() || seconds.isEmpty() || peak.isEmpty() || seconds.getAsDouble() <= 0) {
      return;
    }
    double share = flops.getAsDouble() / seconds.getAsDouble() / peak.getAsDouble();
    boolean measured = stated.qualifiers("accelerator-hours").has("source");
    if (share > 1 || (!measured && (share > BEST || share < LOW))) {
      Symbol symbol = training.symbol();
      reporter
          .report(
              symbol,
              "accelerator-hours",
              FASTER.with(
                  symbol.name(),
                  symbol.text(stated.value("flops").orElseThrow()),
                  Figures.of(seconds.getAsDouble() / 3600),
                  device.get().name(),
                  Figures.percent(Math.rint(share * 100) / 100),
                  share > 1 ? IMPOSSIBLE : share > BEST ? UNHEARD : SLOW))
          .severity(share > 1 ? Severity.ERROR : Severity.WARNING);
    }
  }
}
