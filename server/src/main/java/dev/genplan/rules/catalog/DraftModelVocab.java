package dev.genplan.rules.catalog;

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
import java.util.List;
import java.util.Optional;

/**
 * Speculative decoding lets a large model check token numbers that a small one proposes; with
 * another vocabulary the numbers mean other tokens. Source: Leviathan et al., arXiv:2211.17192,
 * section 2.3.
 */
public final class DraftModelVocab implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` lets `{1}` check tokens that `{2}` drafts, but their vocabularies differ, so no draft"
              + " can be accepted; use a smaller model of the same family, or `variant: ngram`",
          "`{0}` 让 `{1}` 验证 `{2}` 起草的词元，而两者词表不同，草稿无法被接受；" + "请改用同系列的小模型，或 `variant: ngram`");
  private static final List<String> WITHOUT_DRAFT = List.of("ngram", "eagle", "medusa", "mtp");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "draft-model-vocab",
            Category.ARTIFACTS,
            Severity.ERROR,
            "A draft model has another vocabulary than the model it drafts for.",
            "草稿模型与目标模型的词表不同。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      Optional<Tag> speculative = new Optimization(stage).method("speculative");
      Optional<Symbol> model = stage.target("model");
      boolean drafts =
          speculative.isPresent()
              && speculative
                  .get()
                  .options()
                  .word("variant")
                  .filter(WITHOUT_DRAFT::contains)
                  .isEmpty();
      if (!drafts || model.isEmpty()) {
        continue;
      }
      for (Link draft : stage.links("draft")) {
        boolean differ =
            draft
                .symbol()
                .map(Vocabulary::of)
                .filter(Vocabulary.of(model.get())::differsFrom)
                .isPresent();
        if (differ) {
          reporter.report(
              stage,
              draft.location(),
              MESSAGE.with(stage.name(), model.get().qualifiedName(), draft.path().text()));
        }
      }
    }
  }
}
