package dev.genplan.plan.view;

import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.plan.Types;
import dev.genplan.schema.FlowType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stage that trains weights: {@code pretrain}, {@code finetune}, {@code reward}, {@code align},
 * and {@code optimize} where it distills or trains with simulated quantization.
 */
public record Training(Symbol symbol) implements View {

  private static final List<String> KINDS = List.of("pretrain", "finetune", "reward", "align");
  private static final List<String> FORM = List.of("format", "style");
  private static final List<String> LORA = List.of("lora", "qlora");

  /** All of them in a plan, those left out that are skipped. */
  public static List<Training> all(Plan plan) {
    return plan.watch(plan.derived(All.class, All::of).trainings());
  }

  private record All(List<Training> trainings) {
    static All of(Plan plan) {
      List<Training> found = new ArrayList<>();
      for (Symbol symbol : plan.symbols()) {
        if (trains(symbol) && new Training(symbol).isPresent()) {
          found.add(new Training(symbol));
        }
      }
      return new All(List.copyOf(found));
    }
  }

  /** Whether a declaration is a stage that trains weights. */
  public static boolean trains(Symbol symbol) {
    if (symbol.is("optimize")) {
      return symbol.attributes().tags("method").stream()
          .anyMatch(
              tag ->
                  tag.word().equals("distill")
                      || tag.word().equals("quantize") && tag.options().isWord("variant", "qat"));
    }
    return symbol.kind().isPresent() && KINDS.contains(symbol.kind().get().word());
  }

  /** All words of {@code method}, with their options. */
  public List<Tag> methods() {
    return attributes().tags("method");
  }

  /** The word of {@code method}, if it is there. */
  public Optional<Tag> method(String word) {
    return methods().stream().filter(tag -> tag.word().equals(word)).findFirst();
  }

  /** The first of several words of {@code method} that is there. */
  public Optional<Tag> anyMethod(List<String> words) {
    return methods().stream().filter(tag -> words.contains(tag.word())).findFirst();
  }

  /** What each of its methods needs, as far as the method matrix knows. */
  public List<MethodRequirement> requirements() {
    return methods().stream().flatMap(tag -> requirement(tag).stream()).toList();
  }

  /** What a method needs in the form that its options give it. */
  private static Optional<MethodRequirement> requirement(Tag method) {
    Optional<String> form =
        method.options().isTrue("online")
            ? Optional.of("online")
            : method.options().word("variant");
    return form.isPresent()
        ? MethodMatrix.find(method.word(), form.get())
        : MethodMatrix.find(method.word());
  }

  /** Whether frozen weights get an adapter: by method, or because an adapter goes in. */
  public boolean isAdapter() {
    return symbol.makes().filter(FlowType.ADAPTER::equals).isPresent()
        || methods().stream().anyMatch(tag -> Types.isAdapterMethod(tag.word()));
  }

  /** The LoRA it trains, over quantized weights or others. */
  public Optional<Tag> lora() {
    return anyMethod(LORA);
  }

  /** Whether one of its methods is of that family, as far as the method matrix knows. */
  public boolean isOf(MethodRequirement.Family family) {
    return requirements().stream().anyMatch(need -> need.family() == family);
  }

  /**
   * Whether something other than the last step decides which weights it hands on: early stopping,
   * or the choice of the best checkpoint.
   */
  public boolean keepsBest() {
    return (attributes().has("early-stop") && !attributes().isNone("early-stop"))
        || attributes().tag("checkpoint").filter(tag -> tag.word().equals("best")).isPresent();
  }

  /** Whether a reward model learns from comparisons, as far as its objective says. */
  public boolean needsPairs() {
    return attributes()
        .word("objective")
        .flatMap(MethodMatrix::find)
        .filter(MethodRequirement::needsPairs)
        .isPresent();
  }

  /** Whether it shall learn a form alone, for which little is to be learned. */
  public boolean aimsAtForm() {
    List<String> aims = attributes().words("aim");
    return !aims.isEmpty() && FORM.containsAll(aims);
  }

  /** Parameters of the model that it trains; empty if they are not known, or a range. */
  public OptionalDouble parameters() {
    Optional<Amount> size = start().flatMap(Training::size).filter(Amount::isExact);
    return size.isPresent() ? OptionalDouble.of(size.get().low()) : OptionalDouble.empty();
  }

  /** Where the way of its weights starts: a declared model, or what a stage pretrains. */
  private Optional<Symbol> start() {
    List<Symbol> chain = symbol.plan().lineage().chain(symbol);
    return chain.isEmpty() ? Optional.empty() : Optional.of(chain.get(chain.size() - 1));
  }

  private static Optional<Amount> size(Symbol start) {
    return start.is("model")
        ? new Model(start).parameters()
        : start.attributes().amount("parameters");
  }

  /** Whether all weights are trained, be it because no method is named. */
  public boolean isFull() {
    return !isAdapter();
  }

  /** The data it is trained on, splits and made datasets included. */
  public List<Symbol> data() {
    return symbol.targets("data");
  }

  /**
   * How many items it is trained on at most, all its data together; empty if of some it is not
   * known.
   */
  public OptionalDouble items() {
    double sum = 0;
    for (Symbol each : data()) {
      OptionalDouble items = Dataset.items(each);
      if (items.isEmpty()) {
        return items;
      }
      sum += items.getAsDouble();
    }
    return data().isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
  }

  /** All data its weights see: {@code data} and {@code prompts}. */
  public List<Link> dataLinks() {
    List<Link> found = new ArrayList<>(2);
    for (Link link : symbol.links()) {
      if (link.property().equals("data") || link.property().equals("prompts")) {
        found.add(link);
      }
    }
    return found;
  }

  /** What it trains. */
  public Optional<Symbol> model() {
    return symbol.target("model");
  }
}
