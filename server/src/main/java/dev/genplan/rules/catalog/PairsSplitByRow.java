package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;

/**
 * Comparisons are divided at random, so that pairs of one prompt stand in training and in test
 * data. Source: InstructGPT, arXiv:2203.02155, section 3.5: all pairs of a prompt go into one batch
 * element, since otherwise the reward model overfits after one pass.
 */
public final class PairsSplitByRow implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` is divided by single comparisons (`by: random`), so answers to one prompt stand on both"
              + " sides and the score is too good; divide `by: prompt`",
          "`{0}` 按单条比较随机划分（`by: random`），同一提示词的回答会落在两边，得分偏高；请用 `by: prompt` 划分");
  private static final Message BY_PROMPT = Message.of("Divide by prompt", "按提示词划分");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "pairs-split-by-row",
            Category.DATA,
            Severity.WARNING,
            "Comparisons of one prompt are spread over splits.",
            "同一提示词的比较被分到不同的划分。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol data : plan.all("dataset")) {
      if (new Dataset(data).content().filter("preferences"::equals).isEmpty()
          || data.inner().size() < 2) {
        continue;
      }
      List<Symbol> random =
          data.inner().stream().filter(split -> split.attributes().isWord("by", "random")).toList();
      if (!random.isEmpty()) {
        List<Edit> edits = new ArrayList<>();
        random.forEach(
            split -> SourceEdits.replaceValue(split, "by", "prompt").ifPresent(edits::add));
        reporter
            .report(random.get(0), "by", MESSAGE.with(data.name()))
            .fix(new Fix(BY_PROMPT, false, edits));
      }
    }
  }
}
