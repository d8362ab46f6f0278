package dev.genplan.diagram;

import dev.genplan.plan.Symbol;
import dev.genplan.schema.Kind;
import dev.genplan.text.Localized;

/**
 * Kinds of declarations that pictures show alike: what is there, and the steps of the life cycle.
 */
public enum Family {
  MODEL("Model", "模型"),
  DATASET("Dataset", "数据集"),
  DATA("Making data", "数据制备"),
  SELECTION("Selection", "选型"),
  PRETRAINING("Pre-training", "预训练"),
  PROMPTING("Prompting", "提示工程"),
  TUNING("Fine-tuning", "微调"),
  ALIGNMENT("Alignment", "对齐"),
  EVALUATION("Evaluation", "评测"),
  OPTIMIZATION("Optimization", "推理优化"),
  AUGMENTATION("Augmentation", "增强与护栏"),
  OPERATION("Operation", "上线与监控"),
  ROUNDS("Rounds", "多轮迭代"),
  OTHER("Other", "其他");

  private final Localized title;

  Family(String en, String zh) {
    this.title = Localized.of(en, zh);
  }

  /** What a legend calls it. */
  public Localized title() {
    return title;
  }

  /** The family of a declaration; {@link #OTHER} if its kind is not known. */
  public static Family of(Symbol symbol) {
    return switch (symbol.kind().map(Kind::word).orElse("")) {
      case "model" -> MODEL;
      case "dataset" -> DATASET;
      case "synthesize", "feedback" -> DATA;
      case "select" -> SELECTION;
      case "pretrain" -> PRETRAINING;
      case "prompt" -> PROMPTING;
      case "finetune" -> TUNING;
      case "reward", "align" -> ALIGNMENT;
      case "evaluate", "redteam" -> EVALUATION;
      case "optimize" -> OPTIMIZATION;
      case "augment", "guard" -> AUGMENTATION;
      case "deploy", "monitor" -> OPERATION;
      case "repeat" -> ROUNDS;
      default -> OTHER;
    };
  }
}
