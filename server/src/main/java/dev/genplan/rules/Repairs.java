package dev.genplan.rules;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.view.Coverage;
import dev.genplan.plan.view.Measurement;
import dev.genplan.plan.view.Training;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Repairs that more than one rule offers. */
public final class Repairs {

  private static final Localized MEASURE_INSTEAD =
      Localized.of("Let `{0}` evaluate `{1}` instead of `{2}`", "让 `{0}` 改为评测 `{1}`，而不是 `{2}`");
  private static final Message DEPLOYED_TOO = Message.of("deployed here too", "也在此处上线");
  private static final Localized MEASURE_TOO =
      Localized.of("Evaluate `{0}` as well, and make it a gate", "增加对 `{0}` 的评测，并作为上线门禁");

  private static final Message TRAIN_LORA = Message.of("Train a LoRA adapter", "改为训练 LoRA 适配器");
  private static final String LORA = "lora { rank: 16 }";

  /** What says how an evaluation measures: not what, when or with which outcome. */
  private static final List<String> HOW =
      List.of(
          "data",
          "size",
          "metrics",
          "judge",
          "verifier",
          "annotators",
          "guidelines",
          "answers",
          "sampling",
          "shots",
          "harness",
          "groups",
          "seeds",
          "sandbox",
          "harms",
          "template",
          "thinking",
          "prompts",
          "attacks",
          "people");

  private static final Localized ADD_DOCUMENTS =
      Localized.of("Add {0} to the documents", "在随附文档中加入 {0}");

  private Repairs() {}

  /**
   * Reports what is wrong with a deployed thing, once for all the places where it is deployed, with
   * the ways to have it evaluated.
   *
   * @param places the places, at least one; the finding marks the first
   */
  public static Reporter.Finding unevaluated(
      List<Coverage> places, Message message, Reporter reporter) {
    Coverage first = places.get(0);
    Reporter.Finding finding =
        reporter.report(first.deployed().from(), first.deployed().location(), message);
    evaluate(first).forEach(finding::fix);
    places.stream()
        .skip(1)
        .forEach(place -> finding.related(place.deployed().location(), DEPLOYED_TOO));
    return finding;
  }

  /** A name that nothing at the top of the plan has yet. */
  public static String freshName(Plan plan, String wish) {
    String name = wish;
    for (int n = 2; plan.find(name).isPresent(); n++) {
      name = wish + "-" + n;
    }
    return name;
  }

  /** The first split of that name that can be referred to. */
  public static Optional<Symbol> split(Plan plan, String name) {
    return plan.visible().stream()
        .flatMap(symbol -> symbol.inner(name).stream())
        .filter(Symbol::isSplit)
        .findFirst();
  }

  /**
   * Ways to have the deployed thing evaluated: an evaluation that only gates deployments and has no
   * results yet can measure it instead; another one like it, or on the plan's test data, can be
   * added. None where the deployment stands in an imported file.
   */
  private static List<Fix> evaluate(Coverage coverage) {
    List<Fix> fixes = new ArrayList<>();
    if (coverage.deployed().from().isOwn()) {
      Optional<Symbol> evaluation =
          coverage.evidence().stream()
              .map(Measurement::stage)
              .filter(stage -> stage.is("evaluate") && stage.isOwn())
              .findFirst();
      evaluation.flatMap(stage -> measureInstead(stage, coverage)).ifPresent(fixes::add);
      measureToo(evaluation, coverage).ifPresent(fixes::add);
    }
    return fixes;
  }

  private static Optional<Fix> measureInstead(Symbol evaluation, Coverage coverage) {
    boolean free =
        !evaluation.attributes().has("results")
            && evaluation.repeat().isEmpty()
            && evaluation.plan().uses(evaluation).stream().allMatch(use -> use.from().is("deploy"));
    Optional<Link> model = evaluation.links("model").stream().findFirst();
    if (!free || model.isEmpty()) {
      return Optional.empty();
    }
    String thing = coverage.deployed().path().text();
    Edit edit = new Edit(model.get().location(), thing);
    return Optional.of(
        new Fix(
            MEASURE_INSTEAD.with(evaluation.name(), thing, model.get().path().text()),
            false,
            List.of(edit)));
  }

  private static Optional<Fix> measureToo(Optional<Symbol> like, Coverage coverage) {
    Symbol deployment = coverage.deployed().from();
    String thing = coverage.deployed().path().text();
    List<String> members = new ArrayList<>();
    members.add("model: " + thing);
    like.ifPresent(evaluation -> members.addAll(howItMeasures(evaluation)));
    if (like.isEmpty()) {
      split(deployment.plan(), "test")
          .map(data -> "data: " + data.qualifiedName())
          .ifPresent(members::add);
    }
    if (members.size() == 1) {
      return Optional.empty();
    }
    String name = freshName(deployment.plan(), coverage.thing().name() + "-check");
    Optional<Edit> gate = gate(deployment, name);
    if (gate.isEmpty() || deployment.repeat().isPresent()) {
      return Optional.empty();
    }
    String declaration =
        members.stream().collect(Collectors.joining("\n  ", "evaluate " + name + " {\n  ", "\n}"));
    return Optional.of(
        new Fix(
            MEASURE_TOO.with(thing),
            false,
            List.of(SourceEdits.addBefore(deployment, declaration), gate.get())));
  }

  /** The members of an evaluation that say how it measures, not what, when or how it went. */
  public static List<String> howItMeasures(Symbol evaluation) {
    Attributes attributes = evaluation.attributes();
    return HOW.stream()
        .flatMap(
            name ->
                attributes
                    .value(name)
                    .map(value -> name + ": " + evaluation.text(value))
                    .or(() -> attributes.sectionNode(name).map(evaluation::text))
                    .stream())
        .toList();
  }

  /** Has something published with a deployment, besides what is published already. */
  public static Optional<Fix> addDocuments(Symbol deployment, List<String> documents) {
    List<String> all = new ArrayList<>(deployment.attributes().words("documents"));
    all.addAll(documents);
    String list = all.size() == 1 ? all.get(0) : "[" + String.join(", ", all) + "]";
    Optional<Edit> edit = setValue(deployment, "documents", list);
    Message title = ADD_DOCUMENTS.with(Listing.ofWords(documents));
    return edit.map(it -> new Fix(title, false, List.of(it)));
  }

  /** Gives a property of a declaration in the plan's own file a value, in place of any it has. */
  public static Optional<Edit> setValue(Symbol symbol, String property, String value) {
    if (!symbol.isOwn()) {
      return Optional.empty();
    }
    return symbol.attributes().value(property).isPresent()
        ? SourceEdits.replaceValue(symbol, property, value)
        : SourceEdits.addMember(symbol, property + ": " + value);
  }

  /**
   * Has a stage train a LoRA adapter instead of what a word of its method says, or of all weights
   * where it has no method. Empty in an imported file, and where the method is another one.
   */
  public static Optional<Fix> trainLora(Training stage, String instead) {
    Symbol symbol = stage.symbol();
    Optional<Tag> method = stage.method(instead);
    Optional<Edit> edit =
        method.isPresent()
            ? Optional.of(new Edit(symbol.locate(method.get().node()), LORA))
            : symbol.attributes().has("method")
                ? Optional.empty()
                : SourceEdits.addMember(symbol, "method: " + LORA);
    return edit.filter(it -> symbol.isOwn()).map(it -> new Fix(TRAIN_LORA, false, List.of(it)));
  }

  /** Makes a deployment wait for a report, besides those it waits for already. */
  public static Optional<Edit> gate(Symbol deployment, String report) {
    Optional<Value> gate = deployment.attributes().value("gate");
    if (gate.isEmpty()) {
      return SourceEdits.addMember(deployment, "gate: " + report);
    }
    String others =
        deployment.links("gate").stream()
            .map(link -> link.path().text())
            .collect(Collectors.joining(", "));
    return SourceEdits.replaceValue(deployment, "gate", "[" + others + ", " + report + "]");
  }
}
