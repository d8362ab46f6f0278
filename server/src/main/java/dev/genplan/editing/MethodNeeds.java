package dev.genplan.editing;

import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.catalog.MethodRequirement.Scorer;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Tag;
import dev.genplan.schema.BlockSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which properties of a stage its method cannot do without, as {@link MethodMatrix} has it. */
final class MethodNeeds {

  private MethodNeeds() {}

  /**
   * The properties that a method asks for, in the order of the schema.
   *
   * @param spec the body of the stage; what it does not have is not asked for
   * @param written what is there already
   */
  static List<String> of(MethodRequirement row, BlockSpec spec, Set<String> written) {
    List<String> needed = new ArrayList<>();
    boolean gathered =
        row.labels() != Labels.NONE
            && row.labels() != Labels.PAIRS_FROM_ROLLOUTS
            && row.labels() != Labels.PAIRS_FROM_AI;
    if (gathered) {
      needed.add("data");
    }
    if (row.rollouts() != Rollouts.NONE) {
      needed.add("prompts");
    }
    boolean scored =
        row.scorers().stream().map(Scorer::property).anyMatch(written::contains)
            || row.scorers().isEmpty();
    if (!scored) {
      for (Scorer scorer : Scorer.values()) {
        if (row.scorers().contains(scorer)) {
          needed.add(scorer.property());
        }
      }
    }
    if (row.principles()) {
      needed.add("principles");
    }
    needed.removeIf(name -> written.contains(name) || spec.property(name).isEmpty());
    return needed;
  }

  /** The properties that the methods written in a stage ask for and that are not there yet. */
  static List<String> missing(Scope stage, Set<String> written) {
    List<String> needed = new ArrayList<>();
    for (Tag method : new Attributes(stage.spec(), stage.members()).tags("method")) {
      Optional<MethodRequirement> row = MethodMatrix.find(method.word());
      row.ifPresent(found -> needed.addAll(of(found, stage.spec(), written)));
    }
    return needed;
  }
}
