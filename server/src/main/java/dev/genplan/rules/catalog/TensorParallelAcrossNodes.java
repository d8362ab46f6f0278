package dev.genplan.rules.catalog;

import dev.genplan.catalog.Accelerator;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Tensor parallelism exchanges activations in every layer; across nodes that goes over links that
 * are ten or more times slower. Source: Narayanan et al., arXiv:2104.04473, section 3 and takeaway
 * 1.
 */
public final class TensorParallelAcrossNodes implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` splits each layer over {1} devices, but a node of `{2}` has {3}: every layer waits for the"
              + " network. Use `tensor: {3}` at most, and `pipeline` or `shard` across nodes",
          "`{0}` 把每一层分到 {1} 个设备上，而 `{2}` 的一个节点只有 {3} 个：每一层都要等网络。"
              + "`tensor` 最多取 {3}，跨节点请用 `pipeline` 或 `shard`");
  private static final Localized USE = Localized.of("Split over {0} devices", "改为 {0} 个设备");

  /** Links on which more than one node is one fabric. */
  private static final Set<String> WIDE = Set.of("nvl72", "ici", "hccs");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "tensor-parallel-across-nodes",
            Category.COMPUTE,
            Severity.WARNING,
            "Tensor parallelism reaches across nodes.",
            "张量并行跨越了节点。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      check(training, training.attributes().section("parallel"), reporter);
    }
    for (Deployment deploy : View.all(plan, "deploy", Deployment::new)) {
      check(
          deploy,
          deploy.attributes().section("serving").flatMap(serving -> serving.section("parallel")),
          reporter);
    }
  }

  private static void check(View stage, Optional<Attributes> parallel, Reporter reporter) {
    OptionalDouble tensor =
        parallel.map(each -> each.number("tensor")).orElse(OptionalDouble.empty());
    Optional<Compute> compute = stage.compute();
    if (tensor.isEmpty() || compute.isEmpty()) {
      return;
    }
    Attributes nodes = compute.get().attributes();
    OptionalDouble count = nodes.has("count") ? nodes.number("count") : OptionalDouble.of(1);
    boolean wide =
        nodes.words("interconnect").stream().anyMatch(WIDE::contains)
            || compute
                .get()
                .accelerator()
                .flatMap(Accelerator::interconnect)
                .filter(WIDE::contains)
                .isPresent();
    if (count.isPresent() && tensor.getAsDouble() > count.getAsDouble() && !wide) {
      Symbol symbol = stage.symbol();
      Location place = symbol.locate(parallel.get().value("tensor").orElseThrow());
      String most = Figures.of(count.getAsDouble());
      reporter
          .report(
              symbol,
              place,
              MESSAGE.with(
                  symbol.name(),
                  Figures.of(tensor.getAsDouble()),
                  compute.get().symbol().name(),
                  most))
          .fix(new Fix(USE.with(most), false, List.of(new Edit(place, most))));
    }
  }
}
