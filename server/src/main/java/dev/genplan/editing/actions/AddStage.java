package dev.genplan.editing.actions;

import dev.genplan.diagnostics.Edit;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Repairs;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Type;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the stage that usually stands beside the one at the caret, wired to the names that are
 * there: an evaluation of a model, a reward model for an alignment, feedback to train a reward
 * model on, monitoring of a deployment.
 */
final class AddStage implements Offer {

  private static final Localized EVALUATE =
      Localized.of("Add an evaluation of `{0}`", "为 `{0}` 添加评测");
  private static final Localized REWARD =
      Localized.of("Add a reward model for `{0}`", "为 `{0}` 添加奖励模型");
  private static final Localized FEEDBACK =
      Localized.of("Add feedback that `{0}` learns from", "为 `{0}` 添加反馈采集");
  private static final Localized MONITOR = Localized.of("Add monitoring of `{0}`", "为 `{0}` 添加监控");
  private static final Set<FlowType> EVALUATED =
      Set.of(FlowType.MODEL, FlowType.ADAPTER, FlowType.SYSTEM);

  @Override
  public ActionKind kind() {
    return ActionKind.REWRITE;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    Optional<Symbol> head = place.head();
    if (head.isEmpty() || head.get().name().isEmpty() || head.get().parent().isPresent()) {
      return;
    }
    Symbol symbol = head.get();
    if (symbol.makes().filter(EVALUATED::contains).isPresent() && !isUsed(symbol, "evaluate")) {
      add("evaluate", EVALUATE, symbol, place, into, () -> evaluation(symbol));
    }
    if (symbol.is("align") && !symbol.attributes().has("reward") && learnsFromReward(symbol)) {
      add("reward", REWARD, symbol, place, into, () -> reward(symbol));
    }
    boolean trainsOnComparisons =
        symbol.is("reward")
            || symbol.is("align")
                && new Training(symbol).requirements().stream().anyMatch(it -> it.needsPairs());
    if (trainsOnComparisons && !symbol.attributes().has("data")) {
      add("feedback", FEEDBACK, symbol, place, into, () -> feedback(symbol));
    }
    if (symbol.is("deploy") && !isUsed(symbol, "monitor")) {
      add("monitor", MONITOR, symbol, place, into, () -> monitoring(symbol));
    }
  }

  private interface Edits {
    List<Edit> edits();
  }

  private static void add(
      String id, Localized title, Symbol symbol, Place place, List<Action> into, Edits edits) {
    Message message = title.with(symbol.name());
    into.add(
        Action.of(
            "add " + id + " " + symbol.name(),
            ActionKind.REWRITE,
            message,
            () -> Change.of(Texts.tidy(place.plan().source(), edits.edits()))));
  }

  private static boolean isUsed(Symbol symbol, String kind) {
    return symbol.plan().uses(symbol).stream().anyMatch(link -> link.from().is(kind));
  }

  private static boolean learnsFromReward(Symbol align) {
    return new Training(align)
        .requirements().stream().anyMatch(needs -> !needs.scorers().isEmpty());
  }

  /** As another evaluation measures, or on the test data of the plan. */
  private static List<Edit> evaluation(Symbol symbol) {
    Plan plan = symbol.plan();
    List<String> members = new ArrayList<>();
    members.add("model: " + symbol.name());
    symbol.links("model").stream()
        .findFirst()
        .map(Link::path)
        .ifPresent(model -> members.add("baseline: " + model.text()));
    List<String> how =
        plan.all("evaluate").stream()
            .filter(other -> other.isOwn() && other.repeat().isEmpty())
            .map(Repairs::howItMeasures)
            .filter(measures -> !measures.isEmpty())
            .findFirst()
            .orElse(List.of());
    members.addAll(how);
    if (how.isEmpty()) {
      Repairs.split(plan, "test")
          .map(data -> "data: " + data.qualifiedName())
          .ifPresent(members::add);
      members.add("metrics { }");
    }
    String name = Repairs.freshName(plan, symbol.name() + "-check");
    return List.of(SourceEdits.addAfter(symbol, Declarations.write("evaluate", name, members)));
  }

  private static List<Edit> reward(Symbol align) {
    Plan plan = align.plan();
    String name = Repairs.freshName(plan, align.name() + "-reward");
    List<String> members = new ArrayList<>();
    align.links("model").stream()
        .findFirst()
        .ifPresent(model -> members.add("model: " + model.path().text()));
    members.addAll(List.of("data: " + comparisons(align).orElse("unknown")));
    List<Edit> edits = new ArrayList<>();
    edits.add(SourceEdits.addBefore(align, Declarations.write("reward", name, members)));
    SourceEdits.addMember(align, "reward: " + name).ifPresent(edits::add);
    return edits;
  }

  /** The nearest comparisons that were gathered. */
  private static Optional<String> comparisons(Symbol symbol) {
    Type.Reference data = new Type.Reference(Set.of(FlowType.DATASET), Type.Target.ARTIFACT);
    return References.fitting(symbol.plan(), symbol, data).stream()
        .filter(candidate -> candidate.symbol().is("feedback"))
        .map(References.Candidate::text)
        .findFirst();
  }

  private static List<Edit> feedback(Symbol trained) {
    String name = Repairs.freshName(trained.plan(), trained.name() + "-comparisons");
    List<String> members = new ArrayList<>();
    trained.links("model").stream()
        .findFirst()
        .ifPresent(model -> members.add("model: " + model.path().text()));
    trained.links("prompts").stream()
        .findFirst()
        .ifPresent(prompts -> members.add("prompts: " + prompts.path().text()));
    List<Edit> edits = new ArrayList<>();
    edits.add(
        SourceEdits.addBefore(
            trained,
            Declarations.write(
                "feedback", name, Declarations.needed("feedback", trained, members))));
    SourceEdits.addMember(trained, "data: " + name).ifPresent(edits::add);
    return edits;
  }

  private static List<Edit> monitoring(Symbol deployment) {
    String name = Repairs.freshName(deployment.plan(), deployment.name() + "-watch");
    List<String> members =
        List.of("service: " + deployment.name(), "signals: [quality, cost, latency]");
    return List.of(SourceEdits.addAfter(deployment, Declarations.write("monitor", name, members)));
  }
}
