package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Contamination;
import dev.genplan.plan.view.Contamination.Relation;
import dev.genplan.plan.view.Dataset;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Training data reaches an evaluation of what was trained: by the same split, a whole and its part,
 * datasets made of others, prompts of reinforcement learning. Sources: Tülu 3, arXiv:2411.15124,
 * section 3 (decontamination); GPT-3, arXiv:2005.14165, section 4.
 */
public final class TrainEvalOverlap implements Rule {

  private static final Localized TRAINED =
      Localized.of(
          "`{0}` is trained on `{1}`, and `{2}` measures {3}: the score will show memory, not"
              + " skill; train on other data",
          "`{0}` 用 `{1}` 训练，而 `{2}` {3}评测：得分反映的将是记忆而非能力；请换用其他训练数据");

  private static final Localized MADE =
      Localized.of(
          "`{0}` takes `{1}` into the training of `{4}`, and `{2}` measures {3}: the score will"
              + " show memory, not skill; use other data here",
          "`{0}` 把 `{1}` 带入 `{4}` 的训练，而 `{2}` {3}评测：得分反映的将是记忆而非能力；此处请换用其他数据");

  private static final Localized MEASURED =
      Localized.of(
          "`{0}` measures on `{1}`, and `{2}` is trained {3}: the score will show memory, not"
              + " skill; measure on data held out from training",
          "`{0}` 在 `{1}` 上评测，而 `{2}` {3}训练：得分反映的将是记忆而非能力；请在未参与训练的数据上评测");

  private static final Localized TRAINED_HERE =
      Localized.of("`{0}` is trained here", "`{0}` 在此处训练");

  private static final Localized MEASURED_HERE = Localized.of("`{0}` measures here", "`{0}` 在此处评测");

  private static final Localized USE = Localized.of("Use `{0}`", "改用 `{0}`");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "train-eval-overlap",
            Category.DATA,
            Severity.ERROR,
            "Training data reaches an evaluation of what was trained.",
            "训练数据混入了对所训模型的评测。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Map<Location, List<Contamination>> byPlace = new LinkedHashMap<>();
    for (Contamination found : Contamination.all(plan)) {
      byPlace.computeIfAbsent(culprit(found).location(), any -> new ArrayList<>()).add(found);
    }
    byPlace.values().forEach(same -> report(same, reporter));
  }

  /** The reference to change: that in training if it takes in what is kept for tests. */
  private static Link culprit(Contamination found) {
    return isKeptForTests(found.test().symbol().orElseThrow()) && found.relation() != Relation.FROM
        ? found.entry()
        : found.test();
  }

  private static boolean isKeptForTests(Symbol data) {
    return data.isSplit() && !data.name().equals("train");
  }

  private static void report(List<Contamination> same, Reporter reporter) {
    Contamination first = same.get(0);
    Link culprit = culprit(first);
    boolean inTraining = culprit.equals(first.entry());
    Reporter.Finding finding =
        reporter.report(
            culprit.from(),
            culprit.location(),
            inTraining ? inTraining(first) : inEvaluation(first));
    related(finding, same, Contamination::training, culprit, TRAINED_HERE);
    related(finding, same, Contamination::test, culprit, MEASURED_HERE);
    replacement(first, inTraining)
        .ifPresent(
            name ->
                finding.fix(
                    new Fix(USE.with(name), false, List.of(new Edit(culprit.location(), name)))));
  }

  private static void related(
      Reporter.Finding finding,
      List<Contamination> same,
      Function<Contamination, Link> which,
      Link culprit,
      Localized message) {
    same.stream()
        .map(which)
        .filter(link -> !link.equals(culprit))
        .distinct()
        .forEach(link -> finding.related(link.location(), message.with(link.from().name())));
  }

  private static Message inTraining(Contamination found) {
    String entry = found.entry().path().text();
    String evaluation = found.test().from().name();
    Symbol trained = found.training().from();
    Localized on = tested(found);
    return found.isDirect()
        ? TRAINED.with(trained.name(), entry, evaluation, on)
        : MADE.with(found.entry().from().name(), entry, evaluation, on, trained.name());
  }

  private static Localized tested(Contamination found) {
    String test = found.test().path().text();
    return switch (found.relation()) {
      case PART -> Localized.of("on `" + test + "`, a part of it", "在其中的 `" + test + "` 上");
      case WHOLE ->
          Localized.of("on `" + test + "`, of which it is a part", "在包含它的 `" + test + "` 上");
      case SAME, FROM -> Localized.of("on it too", "也在它上面");
    };
  }

  private static Message inEvaluation(Contamination found) {
    return MEASURED.with(
        found.test().from().name(),
        found.test().path().text(),
        found.training().from().name(),
        trained(found));
  }

  private static Localized trained(Contamination found) {
    String data = found.training().path().text();
    if (!found.isDirect()) {
      return Localized.of("on `" + data + "`, which is made of it", "用由它制成的 `" + data + "` ");
    }
    return switch (found.relation()) {
      case SAME -> Localized.of("on it too", "也用它");
      case PART ->
          Localized.of("on `" + data + "`, of which it is a part", "用包含它的 `" + data + "` ");
      case WHOLE -> Localized.of("on `" + data + "`, a part of it", "用其中的 `" + data + "` ");
      case FROM -> Localized.of("on `" + data + "`, of which it is made", "用其来源 `" + data + "` ");
    };
  }

  /** The split of the same dataset that is meant for this side, if there is one. */
  private static Optional<String> replacement(Contamination found, boolean inTraining) {
    Link link = inTraining ? found.entry() : found.test();
    Symbol data = link.symbol().orElseThrow();
    Symbol whole = new Dataset(data).whole();
    Symbol other = (inTraining ? found.test() : found.entry()).symbol().orElseThrow();
    return whole
        .inner(inTraining ? "train" : "test")
        .filter(split -> found.relation() != Relation.FROM)
        .filter(split -> !whole.plan().lineage().shares(split, other))
        .filter(split -> !link.from().targets(link.property()).contains(split))
        .map(Symbol::qualifiedName);
  }
}
