package dev.genplan.editing.actions;

import dev.genplan.plan.References;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of declarations that are not there yet. */
final class Declarations {
  private Declarations() {}

  /** The kind that makes what a reference expects, the plainest one. */
  static Optional<String> kindFor(Type.Reference expected) {
    return switch (expected.target()) {
      case VERDICT, FIGURE -> Optional.of("evaluate");
      case STAGE, INNER_STAGE -> Optional.empty();
      case SUBJECT -> Optional.of("dataset");
      case ARTIFACT -> {
        for (FlowType type :
            List.of(
                FlowType.MODEL,
                FlowType.ADAPTER,
                FlowType.SYSTEM,
                FlowType.DATASET,
                FlowType.COMPUTE,
                FlowType.REWARD,
                FlowType.ENCODER,
                FlowType.REPORT,
                FlowType.SERVICE)) {
          if (expected.admits(type)) {
            yield Optional.of(kindOf(type));
          }
        }
        yield Optional.empty();
      }
    };
  }

  private static String kindOf(FlowType type) {
    return switch (type) {
      case DATASET -> "dataset";
      case COMPUTE -> "compute";
      case REPORT -> "evaluate";
      case SERVICE -> "deploy";
      case MODEL, ADAPTER, SYSTEM, REWARD, ENCODER -> "model";
    };
  }

  /** What a model has to state so that it is what is expected. */
  static List<String> role(Type.Reference expected) {
    if (expected.target() != Type.Target.ARTIFACT
        || expected.admits(FlowType.MODEL)
        || expected.admits(FlowType.ADAPTER)) {
      return List.of();
    } else if (expected.admits(FlowType.REWARD)) {
      return List.of("role: reward");
    }
    return expected.admits(FlowType.ENCODER) ? List.of("role: embedder") : List.of();
  }

  /**
   * The members that a block must have and has not, each with the nearest reference that fits, or
   * {@code unknown}.
   *
   * @param from the declaration in which or before which they stand
   * @param written the names of the members that are there
   */
  static List<String> needed(BlockSpec spec, Symbol from, List<String> written) {
    List<String> members = new ArrayList<>();
    for (Property property : spec.properties()) {
      boolean asked =
          property.required()
              || spec.alternatives().stream()
                  .anyMatch(
                      names ->
                          names.get(0).equals(property.name())
                              && names.stream().noneMatch(written::contains));
      if (asked && !written.contains(property.name())) {
        members.add(member(property, from));
      }
    }
    return members;
  }

  private static String member(Property property, Symbol from) {
    if (property.type() instanceof Type.Section) {
      return property.name() + " { }";
    }
    Optional<String> fitting =
        property.type() instanceof Type.Reference expected
            ? References.fitting(from.plan(), from, expected).stream()
                .map(References.Candidate::text)
                .findFirst()
            : Optional.empty();
    return property.name() + ": " + fitting.orElse("unknown");
  }

  /** A whole declaration, on one line if it has at most two members. */
  static String write(String kind, String name, List<String> members) {
    if (members.isEmpty()) {
      return kind + " " + name + " {}";
    }
    return members.size() <= 2
        ? kind + " " + name + " { " + String.join(", ", members) + " }"
        : kind + " " + name + " {\n  " + String.join("\n  ", members) + "\n}";
  }

  /** What a new declaration of a kind must have. */
  static List<String> needed(String kind, Symbol from, List<String> members) {
    List<String> names =
        members.stream().map(member -> member.substring(0, member.indexOf(':'))).toList();
    List<String> all = new ArrayList<>(members);
    Schema.kind(kind).ifPresent(it -> all.addAll(needed(it.body(), from, names)));
    return all;
  }
}
