package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Passages were embedded by one model or revision, and queries are embedded by another: the two
 * vector spaces have nothing to do with each other. Practice; no single source.
 */
public final class RagEmbedderMismatch implements Rule {
  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` embeds queries with `{1}`, but the index of `{2}` was built with `{3}`: their vectors"
              + " cannot be compared. Use one embedder, or build the index anew",
          "`{0}` 用 `{1}` 对查询做嵌入，而 `{2}` 的索引由 `{3}` 建立：两者的向量不可比较。请统一嵌入模型，或重建索引");
  private static final Localized USE = Localized.of("Embed with `{0}`", "改用 `{0}` 做嵌入");
  private static final Message BUILT = Message.of("the index", "该索引");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rag-embedder-mismatch",
            Category.ARTIFACTS,
            Severity.ERROR,
            "Queries are embedded by another model than the index.",
            "查询与索引用的不是同一个嵌入模型。")
        .forLibrariesToo();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol augment : plan.all("augment")) {
      for (Link query : augment.links("embedder")) {
        for (Symbol data : augment.targets("data")) {
          Symbol whole = new Dataset(data).whole();
          whole.links("embedder").stream()
              .findFirst()
              .filter(index -> differ(index, query))
              .ifPresent(index -> report(augment, query, whole, index, reporter));
        }
      }
    }
  }

  private static void report(
      Symbol augment, Link query, Symbol data, Link index, Reporter reporter) {
    String used = index.path().text();
    Reporter.Finding finding =
        reporter
            .report(
                augment,
                query.location(),
                MESSAGE.with(augment.name(), query.path().text(), data.name(), used))
            .related(index.location(), BUILT);
    if (augment.file().equals(data.file())) {
      finding.fix(new Fix(USE.with(used), false, List.of(new Edit(query.location(), used))));
    }
  }

  /** Two declarations of one model are one, unless they state different revisions. */
  private static boolean differ(Link one, Link other) {
    Optional<Symbol> index = one.symbol();
    Optional<Symbol> query = other.symbol();
    if (index.isEmpty() || query.isEmpty() || index.equals(query)) {
      return false;
    }
    Optional<String> id = index.get().attributes().text("id");
    boolean same = id.isPresent() && id.equals(query.get().attributes().text("id"));
    Optional<String> revision = index.get().attributes().text("revision");
    return !same
        || (revision.isPresent()
            && query.get().attributes().has("revision")
            && !revision.equals(query.get().attributes().text("revision")));
  }
}
