package dev.genplan.rules;

import dev.genplan.text.Localized;

/** The concern of the life cycle that a rule belongs to. */
public enum Category {
  FLOW("Stages and their order", "阶段与顺序"),
  ARTIFACTS("Artifacts and compatibility", "产物与兼容性"),
  DATA("Data", "数据"),
  COMPUTE("Compute and memory", "算力与显存"),
  PLANNING("Time, people, money", "时间、人员、费用"),
  LADDER("Effort ladder", "投入阶梯"),
  GOVERNANCE("Safety and governance", "安全与治理"),
  DEPLOYMENT("Optimization and deployment", "优化与部署"),
  TRAINING("Hyperparameters", "超参数"),
  EVALUATION("Evaluation", "评测"),
  LANGUAGE("Language", "语言");

  private final Localized title;

  Category(String en, String zh) {
    this.title = Localized.of(en, zh);
  }

  public Localized title() {
    return title;
  }
}
