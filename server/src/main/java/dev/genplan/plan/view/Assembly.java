package dev.genplan.plan.view;

import dev.genplan.plan.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What gives the answers: weights, and the prompts, tools and guards around them.
 *
 * @param weights the stage that made the weights, or the declared model; stages that are meant to
 *     change no answer are passed over
 * @param parts what is around them, the outermost first
 */
public record Assembly(Symbol weights, List<Symbol> parts) {

  /** What tells one part from another. */
  private static final List<String> DEFINING =
      List.of(
          "method",
          "system",
          "text",
          "version",
          "data",
          "answers",
          "sampling",
          "template",
          "thinking",
          "input",
          "output",
          "judge",
          "action",
          "policy");

  public Assembly {
    parts = List.copyOf(parts);
  }

  /**
   * The assembly that a name stands for, skipped stages left out; empty if its weights are lost.
   */
  public static Optional<Assembly> of(Symbol symbol) {
    List<Symbol> parts = new ArrayList<>();
    for (Symbol each : symbol.plan().lineage().chain(symbol)) {
      if (each.is("prompt") || each.is("augment") || each.is("guard")) {
        parts.add(each);
      } else if (!each.is("optimize") || new Optimization(each).changesAnswers()) {
        return Optional.of(new Assembly(each, parts));
      }
    }
    return Optional.empty();
  }

  /** Its weights alone. */
  Assembly bare() {
    return new Assembly(weights, List.of());
  }

  /** The parts that another assembly does not have. */
  List<Symbol> partsBeyond(Assembly other) {
    return parts.stream()
        .filter(part -> other.parts.stream().noneMatch(each -> isSame(part, each)))
        .toList();
  }

  /** Whether two parts are one, or say the same: a prompt is declared anew for each model. */
  private static boolean isSame(Symbol one, Symbol other) {
    return one == other || (one.kind().equals(other.kind()) && text(one).equals(text(other)));
  }

  private static List<String> text(Symbol part) {
    return DEFINING.stream()
        .flatMap(
            name ->
                Stream.concat(
                    part.attributes().node(name).stream(),
                    part.attributes().sectionNode(name).stream()))
        .map(member -> part.text(member).replaceAll("\\s+", " "))
        .toList();
  }
}
