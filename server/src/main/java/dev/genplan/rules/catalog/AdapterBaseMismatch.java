package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Optimization;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * An adapter is merged into, or served on, a model other than the one it was trained on. Its
 * low-rank matrices are differences to exactly those weights. Source: hiyouga/LlamaFactory issue
 * 2276, where quality collapsed after a merge into another base.
 */
public final class AdapterBaseMismatch implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` puts the adapter `{1}` on `{2}`, but it was trained on `{3}`: its changes belong to"
              + " exactly those weights. Use `{3}`, or train it on `{2}`",
          "`{0}` 把适配器 `{1}` 用在 `{2}` 上，而它是在 `{3}` 上训练的：这些改动只对那份权重有意义。" + "请用 `{3}`，或在 `{2}` 上训练");
  private static final Localized USE = Localized.of("Use `{0}`", "改用 `{0}`");
  private static final Message BASE = Message.of("trained on this", "在此模型上训练");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "adapter-base-mismatch",
            Category.ARTIFACTS,
            Severity.ERROR,
            "An adapter is put on another model than the one it was trained on.",
            "适配器挂接的模型不是训练它时所用的模型。")
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      if (new Optimization(stage).method("merge").isPresent()) {
        List<Link> models = stage.valueLinks("model");
        List<Link> adapters = models.stream().filter(AdapterBaseMismatch::isAdapter).toList();
        List<Link> others = models.stream().filter(link -> !isAdapter(link)).toList();
        if (others.size() == 1) {
          adapters.forEach(adapter -> check(stage, adapter, others.get(0), reporter));
        }
      }
    }
    for (Symbol stage : plan.all("deploy")) {
      for (Link model : stage.valueLinks("model")) {
        stage.links("adapters").forEach(adapter -> check(stage, adapter, model, reporter));
      }
    }
  }

  private static boolean isAdapter(Link link) {
    return link.symbol().flatMap(Symbol::makes).filter(FlowType.ADAPTER::equals).isPresent();
  }

  private static void check(Symbol stage, Link adapter, Link model, Reporter reporter) {
    Optional<Symbol> trainedOn = adapter.symbol().flatMap(AdapterBaseMismatch::base);
    Optional<Symbol> used = model.symbol().map(AdapterBaseMismatch::unpacked);
    if (trainedOn.isEmpty() || used.isEmpty() || isSame(trainedOn.get(), used.get())) {
      return;
    }
    String base = trainedOn.get().qualifiedName();
    Reporter.Finding finding =
        reporter
            .report(
                stage,
                model.location(),
                MESSAGE.with(stage.name(), adapter.path().text(), model.path().text(), base))
            .related(trainedOn.get().location(), BASE);
    if (isTransplant(trainedOn.get(), used.get())) {
      finding.severity(Severity.WARNING);
    }
    if (stage.plan().find(base).filter(trainedOn.get()::equals).isPresent()) {
      finding.fix(new Fix(USE.with(base), false, List.of(new Edit(model.location(), base))));
    }
  }

  /** The model whose weights an adapter changes, as far as the plan says. */
  private static Optional<Symbol> base(Symbol adapter) {
    return adapter.plan().lineage().chain(adapter).stream()
        .filter(each -> each.makes().filter(FlowType.ADAPTER::equals).isEmpty())
        .findFirst()
        .map(AdapterBaseMismatch::unpacked);
  }

  /** The same weights before they were quantized or converted. */
  private static Symbol unpacked(Symbol model) {
    Symbol current = model.plan().course().effective(model).orElse(model);
    for (int i = 0; i < model.plan().symbols().size() && current.is("optimize"); i++) {
      boolean packs =
          new Optimization(current)
              .methods().stream()
                  .allMatch(tag -> List.of("quantize", "convert", "compile").contains(tag.word()));
      Optional<Symbol> source = model.plan().lineage().source(current);
      if (!packs || source.isEmpty()) {
        break;
      }
      current = model.plan().course().effective(source.get()).orElse(source.get());
    }
    return current;
  }

  private static boolean isSame(Symbol one, Symbol other) {
    if (one == other) {
      return true;
    }
    Optional<String> id = one.attributes().text("id");
    Optional<String> revision = one.attributes().text("revision");
    Optional<String> revised = other.attributes().text("revision");
    return id.isPresent()
        && id.equals(other.attributes().text("id"))
        && (revision.isEmpty() || revised.isEmpty() || revision.equals(revised));
  }

  /** From a base to its tuned sister, or the other way round: it can work, and has to be tried. */
  private static boolean isTransplant(Symbol one, Symbol other) {
    if (!one.is("model") || !other.is("model")) {
      return false;
    }
    Optional<String> family = new Model(one).family();
    boolean sameSize =
        new Model(one)
            .parameters()
            .flatMap(
                size ->
                    new Model(other)
                        .parameters()
                        .map(that -> Math.abs(size.middle() / that.middle() - 1) < 0.01))
            .orElse(false);
    return family.isPresent() && family.equals(new Model(other).family()) && sameSize;
  }
}
