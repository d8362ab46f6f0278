package dev.genplan.rules.catalog;

import dev.genplan.catalog.Engine;
import dev.genplan.catalog.Engines;
import dev.genplan.catalog.Format;
import dev.genplan.catalog.Support;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.StoredWeights;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Weights are served by an engine that does not load the form they are stored in. Source: the
 * engines' documentation, as the catalog of formats names it.
 */
public final class QuantEngine implements Rule {

  private static final Localized REFUSED =
      Localized.of(
          "`{0}` serves weights stored as `{1}` with `{2}`, which does not load them: convert them, or"
              + " serve them with {3}",
          "`{0}` 用 `{2}` 服务以 `{1}` 格式存储的权重，而它无法加载该格式：请转换格式，或改用 {3}");
  private static final Localized EXPERIMENTAL =
      Localized.of(
          "`{0}` serves weights stored as `{1}` with `{2}`, whose loader for them is experimental or slow:"
              + " try it under load first, or serve them with {3}",
          "`{0}` 用 `{2}` 服务以 `{1}` 格式存储的权重，而它对该格式的支持尚属实验性质或速度较慢：请先做压力测试，或改用 {3}");
  private static final Localized FORM = Localized.of("stored as `{0}`", "以 `{0}` 格式存储");
  private static final Localized USE = Localized.of("Serve with `{0}`", "改用 `{0}`");
  private static final Message ANOTHER = Message.of("another engine", "其他推理引擎");
  private static final Localized ONE = Localized.of("`{0}`", "`{0}`");
  private static final Localized EITHER = Localized.of("`{0}` or `{1}`", "`{0}` 或 `{1}`");

  private static final String LLAMA_CPP = "llama-cpp";

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "quant-engine",
            Category.DEPLOYMENT,
            Severity.ERROR,
            "Weights are stored in a form that the serving engine does not load.",
            "推理引擎无法加载权重的存储格式。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<String> engine = deployment.serving().word("engine");
      Optional<StoredWeights> stored = deployment.model().flatMap(StoredWeights::served);
      if (engine.isPresent() && stored.isPresent()) {
        Support support = stored.get().format().loadedBy(engine.get());
        if (support == Support.NO || support == Support.LIMITED) {
          report(deployment, engine.get(), stored.get(), support, reporter);
        }
      }
    }
  }

  private static void report(
      Deployment deployment,
      String engine,
      StoredWeights stored,
      Support support,
      Reporter reporter) {
    Symbol symbol = deployment.symbol();
    Value value = deployment.serving().value("engine").orElseThrow();
    String format = stored.format().name();
    List<String> others = loading(stored.format());
    boolean refused = support == Support.NO;
    Localized message = refused ? REFUSED : EXPERIMENTAL;
    Reporter.Finding finding =
        reporter
            .report(
                symbol,
                symbol.locate(value),
                message.with(symbol.name(), format, engine, instead(others)))
            .related(stored.maker().location(), FORM.with(format))
            .severity(refused ? Severity.ERROR : Severity.WARNING);
    for (String other : others) {
      finding.fix(new Fix(USE.with(other), false, List.of(new Edit(symbol.locate(value), other))));
    }
  }

  private static Message instead(List<String> engines) {
    return engines.isEmpty()
        ? ANOTHER
        : engines.size() == 1 ? ONE.with(engines.get(0)) : EITHER.with(engines.toArray());
  }

  /** Two engines that load it at most; llama.cpp first, where the form is its own. */
  private static List<String> loading(Format format) {
    List<String> names = new ArrayList<>();
    if (format.kind() == Format.Kind.GGUF || format.name().equals("gguf")) {
      names.add(LLAMA_CPP);
    }
    for (Engine engine : Engines.all()) {
      if (format.loadedBy(engine.name()) == Support.YES
          && names.size() < 2
          && !names.contains(engine.name())) {
        names.add(engine.name());
      }
    }
    return names;
  }
}
