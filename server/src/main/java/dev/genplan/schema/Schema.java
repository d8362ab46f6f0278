package dev.genplan.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All words of the language. */
public final class Schema {

  private static final List<Kind> KINDS =
      List.of(
          DeclarationKinds.PROJECT,
          DeclarationKinds.MODEL,
          DeclarationKinds.DATASET,
          DeclarationKinds.COMPUTE,
          BuildingKinds.SELECT,
          BuildingKinds.PRETRAIN,
          RunningKinds.PROMPT,
          BuildingKinds.FINETUNE,
          BuildingKinds.SYNTHESIZE,
          BuildingKinds.FEEDBACK,
          BuildingKinds.REWARD,
          BuildingKinds.ALIGN,
          RunningKinds.EVALUATE,
          RunningKinds.REDTEAM,
          BuildingKinds.OPTIMIZE,
          RunningKinds.AUGMENT,
          RunningKinds.GUARD,
          RunningKinds.DEPLOY,
          RunningKinds.MONITOR,
          RunningKinds.REPEAT);

  private static final Map<String, Kind> BY_WORD = byWord();

  private Schema() {}

  /** The kinds, in the order of the life cycle. */
  public static List<Kind> kinds() {
    return KINDS;
  }

  /** The kind of that name. */
  public static Optional<Kind> kind(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** What every stage can say, which stands last in the body of each kind of stage. */
  public static List<Property> stageProperties() {
    return StageProperties.COMMON;
  }

  /** What every stage can say that trains weights. */
  public static List<Property> trainingProperties() {
    return TrainingProperties.COMMON;
  }

  /** What the block behind any figure may hold. */
  public static List<Property> figureQualifiers() {
    return Qualifiers.FIGURE;
  }

  /** The qualifier of that name among those of any figure. */
  public static Optional<Property> figureQualifier(String name) {
    for (Property qualifier : Qualifiers.FIGURE) {
      if (qualifier.name().equals(name)) {
        return Optional.of(qualifier);
      }
    }
    return Optional.empty();
  }

  /** What the block behind the value of a criterion may hold besides. */
  public static List<Property> criterionQualifiers() {
    return List.of(Qualifiers.WEIGHT);
  }

  /**
   * The exception {@code allow rule: "reason"}, which may stand in every declaration and at the
   * top.
   */
  public static Property allow() {
    return Qualifiers.ALLOW;
  }

  private static Map<String, Kind> byWord() {
    Map<String, Kind> map = new LinkedHashMap<>(KINDS.size() * 2);
    for (Kind kind : KINDS) {
      map.put(kind.word(), kind);
    }
    return map;
  }
}
