package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/**
 * Most stages of a plan name who answers for them, and this one does not. Source: NIST AI RMF 1.0,
 * GOVERN 2.1: roles and responsibilities are documented and clear.
 */
public final class OwnerMissing implements Rule {

  private static final Localized MESSAGE =
      Localized.of(
          "Nobody answers for `{0}`, while `{1}` has an owner: name one, so that somebody looks when it"
              + " fails",
          "`{0}` 没有负责人，而 `{1}` 有：请写明 `owner`，以便出问题时有人处理");
  private static final Message OWNED = Message.of("this one has an owner", "此阶段有负责人");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "owner-missing",
            Category.PLANNING,
            Severity.HINT,
            "Most stages have an owner, and this one has none.",
            "多数阶段写了负责人，此阶段却没有。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    boolean whole =
        Project.of(plan).filter(project -> project.attributes().has("owner")).isPresent();
    List<Symbol> stages =
        plan.own().stream().filter(stage -> stage.isStage() && isAhead(stage)).toList();
    List<Symbol> owned = stages.stream().filter(stage -> stage.attributes().has("owner")).toList();
    if (whole || owned.isEmpty() || owned.size() * 2 < stages.size()) {
      return;
    }
    Symbol other = owned.get(0);
    for (Symbol stage : stages) {
      boolean shared =
          stage.repeat().filter(repeat -> repeat.attributes().has("owner")).isPresent();
      if (!stage.attributes().has("owner") && !shared) {
        reporter
            .report(stage, "owner", MESSAGE.with(stage.qualifiedName(), other.qualifiedName()))
            .related(other.locationOf("owner"), OWNED);
      }
    }
  }

  private static boolean isAhead(Symbol stage) {
    return !stage.attributes().isWord("status", "done")
        && stage.plan().course().of(stage) != Course.Presence.SKIPPED;
  }
}
