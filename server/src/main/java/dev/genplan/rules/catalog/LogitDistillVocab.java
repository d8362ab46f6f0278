package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.Vocabulary;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Logit distillation compares two distributions over tokens, entry by entry; with different
 * vocabularies the entries mean different tokens. Source: Hinton et al., arXiv:1503.02531; GKD,
 * arXiv:2306.13649.
 */
public final class LogitDistillVocab implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` compares token probabilities of `{1}` and `{2}`, which have different vocabularies, so"
              + " entry 1,000 means another token in each; use `variant: sequence`",
          "`{0}` 要逐项比较 `{1}` 与 `{2}` 的词元概率，而两者词表不同，同一编号对应不同的词元；请改用 `variant: sequence`");
  private static final Message SEQUENCE =
      Message.of("Train on the teacher's answers instead", "改为在教师的回答上训练");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "logit-distill-vocab",
            Category.ARTIFACTS,
            Severity.ERROR,
            "The probabilities of teacher and student are over different vocabularies.",
            "教师与学生的概率分布在不同的词表上。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      Optional<Tag> distill = new Optimization(stage).method("distill");
      if (distill.isPresent() && distill.get().options().isWord("variant", "logits")) {
        check(stage, distill.get(), reporter);
      }
    }
  }

  private static void check(Symbol stage, Tag distill, Reporter reporter) {
    Optional<Symbol> student = stage.target("model");
    Optional<Link> teacher = stage.links("teacher").stream().findFirst();
    boolean differ =
        student.isPresent()
            && teacher
                .flatMap(Link::symbol)
                .map(Vocabulary::of)
                .filter(Vocabulary.of(student.get())::differsFrom)
                .isPresent();
    if (differ) {
      Location variant = stage.locate(distill.options().value("variant").orElseThrow());
      reporter
          .report(
              stage,
              teacher.get().location(),
              MESSAGE.with(
                  stage.name(), teacher.get().path().text(), student.get().qualifiedName()))
          .fix(new Fix(SEQUENCE, false, List.of(new Edit(variant, "sequence"))));
    }
  }
}
