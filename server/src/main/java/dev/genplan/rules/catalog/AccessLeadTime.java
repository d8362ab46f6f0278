package dev.genplan.rules.catalog;

import dev.genplan.catalog.ModelCard;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that others have to grant first stands in a plan with a deadline, without the time that
 * takes. Practice: days for gated weights, weeks for contracts and reserved accelerators.
 */
public final class AccessLeadTime implements Rule {

  private static final Localized GATED =
      Localized.of(
          "The weights of `{0}` are gated: somebody has to grant access, within hours or days. The plan"
              + " has a deadline; state the `lead`, 0 days if you have it",
          "`{0}` 的权重需申请：要等对方批准，通常为几小时到几天。计划有截止日期，请写明 `lead`，已获批则写 0 天");
  private static final Localized LICENSED =
      Localized.of(
          "`{0}` needs a contract, which takes weeks. The plan has a deadline; state the `lead`, 0 days"
              + " if it is signed",
          "`{0}` 需要签订合同，往往要几周。计划有截止日期，请写明 `lead`，已签则写 0 天");
  private static final Localized RESERVED =
      Localized.of(
          "`{0}` has to be reserved, for which there are queues of weeks. The plan has a deadline; state"
              + " the `lead`, or the day from which it is `available`",
          "`{0}` 需要预订，往往要排队数周。计划有截止日期，请写明 `lead`，或从哪天起可用（`available`）");
  private static final Message GRANTED = Message.of("Access is granted already", "已获得访问权限");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "access-lead-time",
            Category.PLANNING,
            Severity.INFORMATION,
            "What others have to grant first has no lead time.",
            "需要他人先行批准的资源没有写明等待期。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean deadline =
        Project.of(plan).filter(project -> project.attributes().has("deadline")).isPresent();
    if (!deadline) {
      return;
    }
    for (Symbol symbol : plan.symbols()) {
      message(symbol)
          .filter(message -> isAwaited(symbol))
          .ifPresent(message -> report(symbol, message, reporter));
    }
  }

  /** What there is to wait for; empty if nothing, or if the plan says how long. */
  private static Optional<Localized> message(Symbol symbol) {
    if (symbol.is("compute")) {
      Attributes stated = symbol.attributes();
      boolean open = stated.isWord("purchase", "reserved");
      boolean said = Stream.of("lead", "available").anyMatch(stated::has);
      return open && !said ? Optional.of(RESERVED) : Optional.empty();
    }
    if (!symbol.is("model") && !symbol.is("dataset")) {
      return Optional.empty();
    }
    Optional<Tag> access = symbol.attributes().tag("access");
    if (access.filter(tag -> tag.options().has("lead")).isPresent()) {
      return Optional.empty();
    }
    Optional<String> word =
        symbol.attributes().has("access") || !symbol.is("model")
            ? access.map(Tag::word)
            : new Model(symbol).card().map(ModelCard::access);
    return word.filter("gated"::equals)
        .map(any -> GATED)
        .or(() -> word.filter("licensed"::equals).map(any -> LICENSED));
  }

  /** Whether something is still to be done with it, and nothing has been. */
  private static boolean isAwaited(Symbol symbol) {
    boolean any = false;
    for (Symbol part : Stream.concat(Stream.of(symbol), symbol.inner().stream()).toList()) {
      for (Link use : symbol.plan().uses(part)) {
        Symbol user = use.from();
        boolean begun =
            user.attributes().isWord("status", "done")
                || user.attributes().isWord("status", "active")
                || Stream.of("started", "finished", "results").anyMatch(user.attributes()::has);
        if (user.isStage() && begun) {
          return false;
        }
        any |= user.isStage() && user.plan().course().of(user) != Course.Presence.SKIPPED;
      }
    }
    return any;
  }

  private static void report(Symbol symbol, Localized message, Reporter reporter) {
    String property = symbol.is("compute") ? "purchase" : "access";
    Reporter.Finding finding = reporter.report(symbol, property, message.with(symbol.name()));
    if (symbol.isOwn() && !symbol.is("compute")) {
      edit(symbol).ifPresent(edit -> finding.fix(new Fix(GRANTED, false, List.of(edit))));
    }
  }

  private static Optional<Edit> edit(Symbol symbol) {
    return symbol
        .attributes()
        .tag("access")
        .map(tag -> SourceEdits.addOption(symbol, tag.node(), "lead: 0 days"))
        .or(() -> SourceEdits.addMember(symbol, "access: gated { lead: 0 days }"));
  }
}
