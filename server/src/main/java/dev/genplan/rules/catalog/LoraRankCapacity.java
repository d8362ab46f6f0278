package dev.genplan.rules.catalog;

import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.ModelCard.Architecture;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.Setting;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * LoRA on more text than its matrices hold. An adapter stores about two bits in a parameter, and
 * text has about one bit per token, so that it is full after about two tokens for each parameter
 * (Thinking Machines, "LoRA Without Regret", 2025). What is adapted counts as all linear layers
 * where nothing is said; mixtures of experts and models with an encoder are left alone.
 */
public final class LoraRankCapacity implements Rule {

  private static final double TOKENS_PER_PARAMETER = 2;
  private static final double LARGEST_RANK = 256;

  private static final Localized MESSAGE =
      Localized.of(
          "LoRA of rank {0} has {1} parameters on `{2}`, which hold about two tokens each, but the data"
              + " has {3} tokens: it is full before the data is through. {4}",
          "秩为 {0} 的 LoRA 在 `{2}` 上有 {1} 参数，每个约能容纳两个词元，而数据有 {3} 个词元：没学完就已饱和。{4}");
  private static final Localized RAISE =
      Localized.of("Take rank {0}, or train all weights", "请取秩 {0}，或改为全参微调");
  private static final Message TRAIN_ALL =
      Message.of("Not even rank 256 would hold it: train all weights", "即使秩取 256 也容纳不下：请改为全参微调");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "lora-rank-capacity",
            Category.TRAINING,
            Severity.INFORMATION,
            "LoRA is trained on more text than its rank holds.",
            "LoRA 的训练文本超出了其秩的容量。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training tune : View.all(plan, "finetune", Training::new)) {
      Optional<Tag> lora = tune.aimsAtForm() ? Optional.empty() : tune.lora();
      Optional<Symbol> base = plan.lineage().base(tune.symbol());
      double tokens = tokens(tune);
      if (lora.isPresent() && lora.get().options().words("trainable").isEmpty() && tokens > 0) {
        base.ifPresent(model -> check(tune, lora.get(), model, tokens, reporter));
      }
    }
  }

  private static void check(
      Training tune, Tag lora, Symbol model, double tokens, Reporter reporter) {
    double perRank =
        new Model(model)
            .card()
            .flatMap(ModelCard::architecture)
            .filter(LoraRankCapacity::isPlain)
            .map(shape -> perRank(shape, lora.options().words("targets")))
            .orElse(0.0);
    Setting.of(tune, lora, "rank")
        .filter(rank -> perRank > 0)
        .filter(rank -> tokens > TOKENS_PER_PARAMETER * rank.number() * perRank)
        .ifPresent(
            rank -> {
              double enough = tokens / (TOKENS_PER_PARAMETER * perRank);
              String next = Figures.source(powerOfTwo(enough));
              Reporter.Finding finding =
                  rank.report(
                      reporter,
                      MESSAGE,
                      Figures.parameters(rank.number() * perRank),
                      model.name(),
                      Figures.parameters(tokens),
                      enough <= LARGEST_RANK ? RAISE.with(next) : TRAIN_ALL);
              if (enough <= LARGEST_RANK) {
                finding.fix(rank.instead(next));
              }
            });
  }

  private static boolean isPlain(Architecture shape) {
    return shape.backbone().equals("decoder")
        && !shape.attention().equals("mla")
        && shape.experts().isEmpty();
  }

  /** Parameters of an adapter of rank 1: the width of each adapted matrix and its height. */
  private static double perRank(Architecture shape, List<String> targets) {
    double width = shape.hidden();
    double queries = (double) shape.heads() * shape.headSize();
    double keys = (double) shape.kvHeads() * shape.headSize();
    double layer = 0;
    for (String target : targets.isEmpty() ? List.of("all-linear") : targets) {
      layer +=
          switch (target) {
            case "q", "o" -> width + queries;
            case "k", "v" -> width + keys;
            case "gate", "up", "down" -> width + shape.feedForward();
            case "attention" -> attention(width, queries, keys);
            case "all-linear" ->
                attention(width, queries, keys) + 3 * (width + shape.feedForward());
            default -> (width + shape.vocabulary()) / shape.layers();
          };
    }
    return layer * shape.layers();
  }

  private static double attention(double width, double queries, double keys) {
    return 2 * (width + queries) + 2 * (width + keys);
  }

  private static double powerOfTwo(double atLeast) {
    return Math.pow(2, Math.ceil(Math.log(atLeast) / Math.log(2)));
  }

  /** Tokens of all data together, as stated or as items times length; 0 if of some not known. */
  private static double tokens(Training tune) {
    double sum = 0;
    for (Symbol data : tune.data()) {
      OptionalDouble stated = Dataset.tokens(data);
      double tokens =
          stated.orElse(
              Dataset.items(data).orElse(0)
                  * new Dataset(data).stating("length").number("length").orElse(0));
      if (tokens == 0) {
        return 0;
      }
      sum += tokens;
    }
    return sum;
  }
}
