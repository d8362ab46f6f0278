package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Type;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Set;

/**
 * Retrieval-augmented generation without a corpus, or without anything that finds passages in it.
 * Source: Lewis et al., arXiv:2005.11401: a retriever over an index of passages.
 */
public final class RagIncomplete implements Rule {
  private static final Localized CORPUS =
      Localized.of(
          "`{0}` retrieves, but names no `data` to retrieve from; name the documents, or say"
              + " `retriever: web`",
          "`{0}` 要做检索，却没有用 `data` 指定语料；请指定文档，或写 `retriever: web`");
  private static final Localized RETRIEVER =
      Localized.of(
          "`{0}` does not say how passages are found: name an `embedder`, or a `retriever` that needs"
              + " none, such as `sparse`",
          "`{0}` 没有说明如何找到段落：请指定 `embedder`，或不需要嵌入模型的 `retriever`，例如 `sparse`");
  private static final Localized USE = Localized.of("Embed with `{0}`", "用 `{0}` 做嵌入");
  private static final Message SPARSE = Message.of("Search by words", "按关键词检索");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "rag-incomplete",
            Category.FLOW,
            Severity.ERROR,
            "Retrieval has nothing to retrieve from, or no way to find it.",
            "检索没有语料，或没有检索方式。")
        .whereComplete()
        .forLibrariesToo()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol augment : plan.all("augment")) {
      for (Tag method : augment.attributes().tags("method")) {
        if (method.word().equals("rag")) {
          check(augment, method, reporter);
        }
      }
    }
  }

  private static void check(Symbol augment, Tag rag, Reporter reporter) {
    boolean elsewhere =
        rag.options().isWord("retriever", "web") || augment.attributes().has("data");
    if (!elsewhere) {
      reporter.report(augment, augment.locate(rag.node()), CORPUS.with(augment.name()));
      return;
    }
    boolean found =
        rag.options().has("embedder")
            || rag.options().has("retriever")
            || augment.targets("data").stream().anyMatch(data -> data.attributes().has("embedder"));
    if (!found) {
      Reporter.Finding finding =
          reporter
              .report(augment, augment.locate(rag.node()), RETRIEVER.with(augment.name()))
              .severity(Severity.WARNING);
      Type.Reference encoder = new Type.Reference(Set.of(FlowType.ENCODER), Type.Target.ARTIFACT);
      References.fitting(augment.plan(), augment, encoder).stream()
          .findFirst()
          .ifPresent(
              candidate ->
                  finding.fix(
                      option(
                          augment,
                          rag,
                          USE.with(candidate.text()),
                          "embedder: " + candidate.text())));
      finding.fix(option(augment, rag, SPARSE, "retriever: sparse"));
    }
  }

  private static Fix option(Symbol augment, Tag rag, Message title, String option) {
    return new Fix(title, false, List.of(SourceEdits.addOption(augment, rag.node(), option)));
  }
}
