package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Training;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A fine-tune that is to teach facts, and nothing in the plan retrieves them. Sources: Ovadia et
 * al., arXiv:2312.05934: retrieval beats fine-tuning for known and for new facts; Gekhman et al.,
 * arXiv:2405.05904: new facts are learned slowly, and learning them makes models hallucinate more.
 */
public final class FinetuneForFacts implements Rule {

  private static final Localized AIM =
      Localized.of(
          "`{0}` is to learn facts: weights take them up slowly, cannot cite them, and hallucinate more"
              + " for it. Retrieve them with an `augment` by `rag`, and tune for form and task only",
          "`{0}` 想让模型学会事实：权重学得慢、无法给出出处，还会因此更多地产生幻觉。请用 `augment` 的 `rag` 检索事实，微调只管格式与任务");
  private static final Localized CHANGING =
      Localized.of(
          "`{0}` is trained on `{1}`, which changes at intervals of {2}: what it learned is stale after that."
              + " Retrieve what changes with an `augment` by `rag`",
          "`{0}` 用 `{1}` 训练，而它每 {2} 更新一次：此后学到的内容即告过时。会变的内容请用 `augment` 的 `rag` 检索");
  private static final Message CHANGES = Message.of("it changes", "内容会更新");
  private static final List<String> RETRIEVAL = List.of("rag", "long-context", "memory", "tools");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "finetune-for-facts",
            Category.LADDER,
            Severity.WARNING,
            "A fine-tune is to teach facts that retrieval would serve better.",
            "用微调灌输事实，而检索更为合适。")
        .whereComplete()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    if (retrieves(plan)) {
      return;
    }
    for (Training stage : View.all(plan, "finetune", Training::new)) {
      if (!stage.isPresent() || stage.attributes().has("reason")) {
        continue;
      }
      Optional<Symbol> changing =
          stage.data().stream().filter(data -> whole(data).attributes().has("refresh")).findFirst();
      if (stage.attributes().words("aim").contains("facts")) {
        reporter.report(stage.symbol(), "aim", AIM.with(stage.symbol().qualifiedName()));
      } else if (changing.isPresent()) {
        report(stage.symbol(), changing.get(), reporter);
      }
    }
  }

  private static Symbol whole(Symbol data) {
    return new Dataset(data).whole();
  }

  private static boolean retrieves(Plan plan) {
    for (Symbol augment : plan.all("augment")) {
      boolean finds =
          augment.attributes().tags("method").stream().map(Tag::word).anyMatch(RETRIEVAL::contains);
      if (finds && plan.course().of(augment) != Course.Presence.SKIPPED) {
        return true;
      }
    }
    return false;
  }

  private static void report(Symbol stage, Symbol data, Reporter reporter) {
    Symbol whole = whole(data);
    reporter
        .report(
            stage,
            "data",
            CHANGING.with(
                stage.qualifiedName(),
                data.qualifiedName(),
                whole.attributes().value("refresh").map(whole::figure).orElseThrow()))
        .related(whole.locationOf("refresh"), CHANGES);
  }
}
