package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Product;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
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
 * Text that outsiders write gets into the prompt, and nothing looks for instructions in it.
 * Sources: OWASP Top 10 for LLM applications, LLM01:2025 Prompt Injection; Greshake et al.,
 * arXiv:2302.12173 (indirect prompt injection).
 */
public final class PromptInjection implements Rule {

  /** Text of which outsiders write at least a part, unless the dataset says that it is trusted. */
  private static final Set<String> OUTSIDE = Set.of("web", "mail", "tickets", "logs");

  private static final Localized STEERS =
      Localized.of(
          "`{0}` puts {1} into the prompt, which outsiders can write into, and nothing looks for"
              + " instructions hidden there: their text can steer the answers. Put a"
              + " `guard { input: injection }` around it, and attack it",
          "`{0}` 把{1}放进提示词，外部人员可以向其中写入内容，却没有任何环节检查其中隐藏的指令：这些文字可以左右回答。请在外面加上 `guard { input: injection }`，并做攻击测试");
  private static final Localized ACTS =
      Localized.of(
          "`{0}` puts {1} into the prompt, which outsiders can write into, and nothing looks for"
              + " instructions hidden there: their text can have `{2}` call tools. Put a"
              + " `guard { input: injection }` around it, and attack it",
          "`{0}` 把{1}放进提示词，外部人员可以向其中写入内容，却没有任何环节检查其中隐藏的指令：这些文字可以让 `{2}` 调用工具。请在外面加上 `guard { input: injection }`，并做攻击测试");
  private static final Localized WEB = Localized.of("pages of the web", "网页内容");
  private static final Localized DATA = Localized.of("`{0}`", " `{0}` ");
  private static final Message OUTSIDERS = Message.of("outsiders write here", "外部人员会写入此处");
  private static final Localized ADD =
      Localized.of("Put a guard against injection around `{0}`", "为 `{0}` 加上防注入的护栏");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "prompt-injection",
            Category.GOVERNANCE,
            Severity.WARNING,
            "Text of outsiders gets into the prompt unchecked.",
            "外部人员写的文字未经检查就进入提示词。")
        .whereComplete()
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Symbol> augments = plan.all("augment");
    if (augments.isEmpty()) {
      return;
    }
    Set<Symbol> guarded = guarded(plan);
    List<Measurement> attacks = attacks(plan);
    for (Symbol augment : augments) {
      Optional<Symbol> data = untrusted(augment);
      boolean exposed = data.isPresent() || searchesTheWeb(augment);
      if (exposed
          && !guarded.contains(augment)
          && !isGuardedBelow(augment)
          && attacks.stream().noneMatch(each -> each.concerns(augment))
          && Product.firstWith(augment).isPresent()) {
        report(augment, data, reporter);
      }
    }
  }

  private static Optional<Symbol> untrusted(Symbol augment) {
    for (Symbol data : augment.targets("data")) {
      Attributes whole = new Dataset(data).whole().attributes();
      boolean outside =
          whole.has("trusted")
              ? whole.isWord("trusted", "false")
              : whole.words("origin").stream().anyMatch(OUTSIDE::contains);
      if (outside) {
        return Optional.of(data);
      }
    }
    return Optional.empty();
  }

  private static boolean searchesTheWeb(Symbol augment) {
    return augment.attributes().tags("method").stream()
        .anyMatch(method -> method.options().isWord("retriever", "web"));
  }

  /** What is in a system around which a guard looks for injections. */
  private static Set<Symbol> guarded(Plan plan) {
    List<Symbol> guards = new ArrayList<>();
    for (Symbol guard : plan.all("guard")) {
      if (looksForInjection(guard) && plan.course().of(guard) != Course.Presence.SKIPPED) {
        guards.add(guard);
      }
    }
    return plan.lineage().ingredients(guards);
  }

  private static boolean isGuardedBelow(Symbol augment) {
    return augment.plan().lineage().chain(augment).stream()
        .anyMatch(each -> each.is("guard") && looksForInjection(each));
  }

  private static boolean looksForInjection(Symbol guard) {
    return guard.attributes().words("input").contains("injection")
        || guard.attributes().words("output").contains("injection");
  }

  private static List<Measurement> attacks(Plan plan) {
    return Measurement.all(plan).stream()
        .filter(each -> each.stage().attributes().words("attacks").contains("injection"))
        .toList();
  }

  private static void report(Symbol augment, Optional<Symbol> data, Reporter reporter) {
    Message what = data.map(each -> DATA.with(each.qualifiedName())).orElseGet(WEB::with);
    Optional<Symbol> actor = actor(augment);
    Message message =
        actor
            .map(agent -> ACTS.with(augment.name(), what, agent.name()))
            .orElseGet(() -> STEERS.with(augment.name(), what));
    Reporter.Finding finding =
        reporter.report(augment, data.isPresent() ? "data" : "method", message);
    data.map(each -> new Dataset(each).whole())
        .ifPresent(
            whole ->
                finding.related(
                    whole.locationOf(whole.attributes().has("trusted") ? "trusted" : "origin"),
                    OUTSIDERS));
    if (augment.isOwn() && augment.repeat().isEmpty()) {
      finding.fix(new Fix(ADD.with(augment.name()), false, guard(augment)));
    }
  }

  /** The stage that calls tools with what the augmented model says: itself, or a later one. */
  private static Optional<Symbol> actor(Symbol augment) {
    for (Symbol other : augment.plan().all("augment")) {
      boolean acts =
          other.attributes().words("method").stream()
              .anyMatch(List.of("tools", "react", "program-aided")::contains);
      if (acts
          && (other == augment || augment.plan().lineage().ancestors(other).contains(augment))) {
        return Optional.of(other);
      }
    }
    return Optional.empty();
  }

  /** A guard behind a stage, which takes its place wherever the plan's own file uses it. */
  private static List<Edit> guard(Symbol augment) {
    String name = Repairs.freshName(augment.plan(), "guarded");
    List<Edit> edits = new ArrayList<>();
    edits.add(
        SourceEdits.addAfter(
            augment, "guard " + name + " { model: " + augment.name() + ", input: injection }"));
    for (Link use : augment.plan().uses(augment)) {
      if (use.isDataflow() && use.from().isOwn() && use.path().isSimple()) {
        edits.add(new Edit(use.location(), name));
      }
    }
    return edits;
  }
}
