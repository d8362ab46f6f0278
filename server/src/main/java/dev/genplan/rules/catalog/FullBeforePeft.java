package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All weights are fine-tuned where nothing says why an adapter would not do. In PEFT's own
 * comparison on a 3B model and GSM8K, LoRA of rank 32 to 64 reached 0.474 to 0.513 and full
 * fine-tuning 0.472; adapters fall behind where there is more to learn than they can hold ("LoRA
 * Without Regret", Thinking Machines, 2025).
 */
public final class FullBeforePeft implements Rule {

  /** Roughly what adapters of usual rank hold: beyond it full fine-tuning needs no reason. */
  private static final double MANY_ITEMS = 100_000;

  private static final double MANY_TOKENS = 100e6;

  private static final double SMALL_MODEL = 1e9;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` trains all weights of `{1}`{2}; an adapter usually learns as much in a fraction of"
              + " the memory: try `lora` first, or state a `reason`",
          "`{0}` 要训练 `{1}` 的全部权重{2}；适配器通常能以小得多的显存学到同样多：请先试 `lora`，或写明 `reason`");
  private static final Localized ON = Localized.of(" on {0}", "（数据为 {0}）");
  private static final Message NOTHING = Message.of("", "");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "full-before-peft",
            Category.LADDER,
            Severity.INFORMATION,
            "All weights are fine-tuned, and nothing says why an adapter would not do.",
            "全参微调，却没有说明适配器为何不够。")
        .yieldingTo("system-without-weights", "multi-task-need")
        .whereComplete()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Optional<Symbol>, List<Symbol>> adapters = adapters(plan);
    for (Training stage : View.all(plan, "finetune", Training::new)) {
      if (isPlainFull(stage)
          && !isLargeOrUnknown(stage)
          && !isExcused(stage, adapters.getOrDefault(stage.model(), List.of()))) {
        report(stage, reporter);
      }
    }
  }

  private static boolean isPlainFull(Training stage) {
    boolean whole = stage.method("full").filter(full -> full.options().has("layers")).isEmpty();
    boolean readable = !stage.attributes().has("method") || stage.method("full").isPresent();
    boolean chats = stage.symbol().makes().equals(Optional.of(FlowType.MODEL));
    return stage.isFull() && whole && readable && chats && stage.model().isPresent();
  }

  /**
   * @param adapters stages that train an adapter on the same model
   */
  private static boolean isExcused(Training stage, List<Symbol> adapters) {
    Symbol symbol = stage.symbol();
    List<String> aims = stage.attributes().words("aim");
    return symbol.plan().course().of(symbol) == Course.Presence.SKIPPED
        || !stage.attributes().word("purpose").equals(Optional.of("product"))
        || stage.attributes().has("reason")
        || aims.contains("language")
        || aims.contains("domain")
        || base(symbol).filter(FullBeforePeft::isGiven).isPresent()
        || adapters.stream().anyMatch(adapter -> isBefore(adapter, symbol))
        || (isSmall(symbol) && adapters.isEmpty());
  }

  /** The figures the data states, added up; what is not known counts nothing. */
  private static boolean isLargeOrUnknown(Training stage) {
    double items = 0;
    double tokens = 0;
    for (Symbol data : stage.data()) {
      Optional<Amount> size = new Dataset(data).size();
      if (data.attributes().isUnknown("size") || data.attributes().isUnknown("tokens")) {
        return true;
      }
      boolean inTokens =
          size.flatMap(Amount::measure)
              .filter(measure -> measure.of() == Dimension.TOKENS)
              .isPresent();
      double figure = size.map(Amount::middle).orElse(0.0);
      items += inTokens ? 0 : figure;
      tokens +=
          data.attributes().amount("tokens").map(Amount::middle).orElse(inTokens ? figure : 0);
    }
    return items >= MANY_ITEMS || tokens >= MANY_TOKENS;
  }

  /** Stages that train an adapter, by the model they train it on. */
  private static Map<Optional<Symbol>, List<Symbol>> adapters(Plan plan) {
    Map<Optional<Symbol>, List<Symbol>> adapters = new HashMap<>();
    for (Training stage : View.all(plan, "finetune", Training::new)) {
      if (stage.isAdapter()) {
        adapters.computeIfAbsent(stage.model(), any -> new ArrayList<>()).add(stage.symbol());
      }
    }
    return adapters;
  }

  private static boolean isBefore(Symbol one, Symbol other) {
    return !one.file().equals(other.file())
        || one.location().span().start() < other.location().span().start();
  }

  private static Optional<Symbol> base(Symbol stage) {
    List<Symbol> chain = stage.plan().lineage().chain(stage);
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
  }

  /** A service decides itself how it trains; who has pretrained has the memory for all weights. */
  private static boolean isGiven(Symbol base) {
    return base.is("pretrain") || (base.is("model") && new Model(base).isBehindApi());
  }

  private static boolean isSmall(Symbol stage) {
    return base(stage)
        .filter(base -> base.is("model"))
        .flatMap(base -> new Model(base).parameters())
        .filter(parameters -> parameters.high() < SMALL_MODEL)
        .isPresent();
  }

  private static void report(Training stage, Reporter reporter) {
    Symbol symbol = stage.symbol();
    Message size =
        stage.data().stream()
            .flatMap(data -> data.attributes().value("size").map(data::figure).stream())
            .findFirst()
            .map(ON::with)
            .orElse(NOTHING);
    Reporter.Finding finding =
        reporter.report(
            symbol,
            "method",
            MESSAGE.with(symbol.name(), symbol.links("model").get(0).path().text(), size));
    Repairs.trainLora(stage, "full").ifPresent(finding::fix);
  }
}
