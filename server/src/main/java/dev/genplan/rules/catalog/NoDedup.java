package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pre-training on text that people wrote or that was crawled, without deduplication. Source: Lee et
 * al., arXiv:2107.06499: models trained on deduplicated text emit memorized text ten times less.
 */
public final class NoDedup implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` pre-trains on `{1}`, which names no `deduplication`: repeated text is memorized, and paid"
              + " for each time it is seen. Add it to `cleaning`",
          "`{0}` 用 `{1}` 预训练，而它没有 `deduplication`：重复的文本会被背下来，每看一次都要付算力。请写入 `cleaning`");
  private static final Message ADD = Message.of("Deduplicate it", "去重");
  private static final Set<String> CRAWLED = Set.of("web", "books", "code");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "no-dedup",
            Category.DATA,
            Severity.WARNING,
            "Pre-training text is not deduplicated.",
            "预训练文本没有去重。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Training pretrain : View.all(plan, "pretrain", Training::new)) {
      for (Symbol data : pretrain.data()) {
        Symbol whole = new Dataset(data).whole();
        boolean crawled =
            whole.is("dataset")
                && whole.attributes().words("origin").stream().anyMatch(CRAWLED::contains);
        boolean published = whole.attributes().has("source") || whole.attributes().has("from");
        boolean clean =
            whole.attributes().isUnknown("cleaning")
                || whole.attributes().words("cleaning").contains("deduplication");
        if (crawled && !published && !clean) {
          report(pretrain.symbol(), whole, reporter);
        }
      }
    }
  }

  private static void report(Symbol pretrain, Symbol data, Reporter reporter) {
    Reporter.Finding finding =
        reporter.report(data, "cleaning", MESSAGE.with(pretrain.name(), data.name()));
    List<String> steps = new ArrayList<>();
    data.attributes().values("cleaning").forEach(step -> steps.add(data.text(step)));
    steps.add("deduplication");
    String list = steps.size() == 1 ? steps.get(0) : "[" + String.join(", ", steps) + "]";
    Optional<Edit> edit =
        steps.size() == 1
            ? SourceEdits.addMember(data, "cleaning: " + list)
            : SourceEdits.replaceValue(data, "cleaning", list);
    edit.ifPresent(each -> finding.fix(new Fix(ADD, false, List.of(each))));
  }
}
