package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.Vocabulary;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Averaging and its kin combine weights position by position, so that all models must have the same
 * shape. Source: Wortsman et al., Model soups, arXiv:2203.05482; mergekit documentation.
 */
public final class MergeArchMismatch implements Rule {
  private static final Localized SIZE =
      Localized.of(
          "`{0}` combines weights of `{1}` ({2} parameters) and `{3}` ({4}) position by position, which"
              + " needs models of one shape; merge checkpoints of one base",
          "`{0}` 逐位合并 `{1}`（{2} 参数）与 `{3}`（{4}）的权重，要求结构相同；请合并同一基座的检查点");
  private static final Localized TOKENS =
      Localized.of(
          "`{0}` combines weights of `{1}` and `{2}`, whose vocabularies differ: the rows of their"
              + " embeddings mean other tokens. Merge checkpoints of one base",
          "`{0}` 合并 `{1}` 与 `{2}` 的权重，而两者词表不同，嵌入的每一行对应不同的词元。请合并同一基座的检查点");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "merge-arch-mismatch",
            Category.ARTIFACTS,
            Severity.ERROR,
            "Models of different shapes are merged.",
            "合并结构不同的模型。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol stage : plan.all("optimize")) {
      Optional<Tag> merge = new Optimization(stage).method("merge");
      boolean stacked =
          merge.isEmpty()
              || merge.get().options().isWord("variant", "passthrough")
              || merge.get().options().isWord("variant", "adapter");
      List<Link> models =
          stage.valueLinks("model").stream()
              .filter(
                  link ->
                      link.symbol()
                          .flatMap(Symbol::makes)
                          .filter(FlowType.MODEL::equals)
                          .isPresent())
              .toList();
      if (!stacked && models.size() > 1) {
        for (Link other : models.subList(1, models.size())) {
          if (compare(stage, models.get(0), other, reporter)) {
            break;
          }
        }
      }
    }
  }

  private static boolean compare(Symbol stage, Link one, Link other, Reporter reporter) {
    Symbol first = one.symbol().orElseThrow();
    Symbol second = other.symbol().orElseThrow();
    OptionalDouble size = parameters(first);
    OptionalDouble that = parameters(second);
    boolean sizes =
        size.isPresent()
            && that.isPresent()
            && Math.abs(size.getAsDouble() / that.getAsDouble() - 1) > 0.01;
    boolean tokens = Vocabulary.of(first).differsFrom(Vocabulary.of(second));
    if (sizes) {
      reporter.report(
          stage,
          other.location(),
          SIZE.with(
              stage.name(),
              one.path().text(),
              Figures.parameters(size.getAsDouble()),
              other.path().text(),
              Figures.parameters(that.getAsDouble())));
    } else if (tokens) {
      reporter.report(
          stage,
          other.location(),
          TOKENS.with(stage.name(), one.path().text(), other.path().text()));
    }
    return sizes || tokens;
  }

  /** Unknown where something on the way changes the shape. */
  private static OptionalDouble parameters(Symbol symbol) {
    List<Symbol> chain = symbol.plan().lineage().chain(symbol);
    boolean reshaped =
        chain.stream()
            .filter(each -> each.is("optimize"))
            .map(Optimization::new)
            .anyMatch(
                each -> each.method("prune").isPresent() || each.method("distill").isPresent());
    if (chain.isEmpty() || reshaped) {
      return OptionalDouble.empty();
    }
    Symbol start = chain.get(chain.size() - 1);
    Optional<Amount> size =
        start.is("model") ? new Model(start).parameters() : start.attributes().amount("parameters");
    return size.filter(Amount::isExact)
        .map(Amount::low)
        .map(OptionalDouble::of)
        .orElse(OptionalDouble.empty());
  }
}
