package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Compute;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.Vocabulary;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Roofline;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The scores of all words for all tokens of a micro-batch take a large part of the memory at once.
 * Formula: 4 bytes × sequences × tokens × vocabulary. Source: README of pytorch/torchtune, where
 * computing the loss in chunks saves 8 GiB; the formula follows from the shape of the logits.
 */
public final class LogitSpike implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "The logits of `{0}` alone take {1} GB in fp32 at once ({2} tokens × a vocabulary of {3}), {4} of the"
              + " memory of {5}: compute the loss in chunks (`kernels: fused-loss`)",
          "`{0}` 仅 fp32 的 logits 一次就占 {1} GB（{2} 词元 × 词表 {3}），为 {5} 显存的 {4}：请分块计算损失"
              + "（`kernels: fused-loss`）");
  private static final Message FUSE = Message.of("Compute the loss in chunks", "分块计算损失");

  private static final int BYTES = 4;
  private static final double LARGE = 0.25;

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "logit-spike",
            Category.COMPUTE,
            Severity.HINT,
            "The logits of a micro-batch take a large part of the memory at once.",
            "一个微批的 logits 一次占用大量显存。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training training : Training.all(plan)) {
      OptionalDouble length = training.attributes().number("length");
      OptionalDouble memory =
          training.compute().map(Compute::memory).orElse(OptionalDouble.empty());
      if (length.isPresent() && memory.isPresent() && writesText(training)) {
        OptionalDouble words = Vocabulary.of(training.symbol()).size();
        double tokens =
            length.getAsDouble() * training.attributes().number("micro-batch").orElse(1);
        double bytes = BYTES * tokens * words.orElse(0) / parts(training.attributes());
        if (bytes > LARGE * memory.getAsDouble()) {
          report(
              training, tokens, words.getAsDouble(), bytes / memory.getAsDouble(), bytes, reporter);
        }
      }
    }
  }

  /** A reward model has a single output; a fused loss never holds all scores. */
  private static boolean writesText(Training training) {
    return !training.symbol().is("reward")
        && !training.attributes().words("kernels").contains("fused-loss");
  }

  /** Over how many accelerators the logits of one sequence are spread. */
  private static double parts(Attributes training) {
    Optional<Attributes> parallel = training.section("parallel");
    return parallel.isEmpty()
        ? 1
        : parallel.get().number("tensor").orElse(1) * parallel.get().number("context").orElse(1);
  }

  private static void report(
      Training training,
      double tokens,
      double words,
      double share,
      double bytes,
      Reporter reporter) {
    Symbol symbol = training.symbol();
    Compute compute = training.compute().orElseThrow();
    Reporter.Finding finding =
        reporter.report(
            symbol,
            "length",
            MESSAGE.with(
                symbol.name(),
                Roofline.gigabytes(bytes),
                Figures.of(tokens),
                Figures.of(words),
                Figures.percent(Math.rint(share * 100) / 100),
                compute.attributes().word("accelerator").orElse("")));
    List<String> kernels = new ArrayList<>(training.attributes().words("kernels"));
    kernels.add("fused-loss");
    Optional<Edit> edit =
        training.attributes().has("kernels")
            ? SourceEdits.replaceValue(symbol, "kernels", "[" + String.join(", ", kernels) + "]")
            : SourceEdits.addMember(symbol, "kernels: fused-loss");
    edit.filter(any -> symbol.isOwn())
        .ifPresent(it -> finding.fix(new Fix(FUSE, false, List.of(it))));
  }
}
