package dev.genplan.catalog;

import dev.genplan.text.Localized;
import java.util.List;
import java.util.Set;

/**
 * The twelve risks of NIST AI 600-1, Generative AI Profile (July 2024), sections 2.1 to 2.12, each
 * with the words of a plan that show that it has been thought of.
 */
public enum GenerativeRisk {
  WEAPONS("CBRN weapons", "化学、生物、放射与核武器", List.of("weapons"), List.of(), List.of()),
  CONFABULATION(
      "confabulation",
      "幻觉",
      List.of("hallucination"),
      List.of("groundedness"),
      List.of("hallucination", "groundedness", "truthful", "citation-accuracy")),
  DANGEROUS(
      "dangerous, violent or hateful content",
      "危险、暴力或仇恨内容",
      List.of("violence", "hate", "self-harm", "crime"),
      List.of("toxicity"),
      List.of("toxicity")),
  PRIVACY(
      "data privacy",
      "数据隐私",
      List.of("privacy", "data-leak"),
      List.of("pii", "secrets"),
      List.of("leak-rate")),
  ENVIRONMENT("environmental impact", "环境影响", List.of("environment"), List.of(), List.of()),
  BIAS("harmful bias", "有害偏见", List.of("bias"), List.of("bias"), List.of("bias-gap")),
  HUMANS(
      "overreliance on the system",
      "过度依赖系统",
      List.of("overreliance", "specialized-advice"),
      List.of(),
      List.of()),
  INFORMATION(
      "information integrity",
      "信息完整性",
      List.of("misinformation", "elections", "defamation"),
      List.of(),
      List.of()),
  SECURITY(
      "information security",
      "信息安全",
      List.of("cyber"),
      List.of("injection", "jailbreak", "code-safety"),
      List.of("attack-success")),
  PROPERTY("intellectual property", "知识产权", List.of("copyright"), List.of("copyright"), List.of()),
  OBSCENE(
      "obscene or abusive content",
      "淫秽或虐待内容",
      List.of("sexual", "child-safety"),
      List.of(),
      List.of()),
  COMPONENTS("value chain and components", "价值链与组件", List.of("supply-chain"), List.of(), List.of());

  private final Localized title;
  private final Set<String> harms;
  private final Set<String> guards;
  private final Set<String> metrics;

  GenerativeRisk(
      String en, String zh, List<String> harms, List<String> guards, List<String> metrics) {
    this.title = Localized.of(en, zh);
    this.harms = Set.copyOf(harms);
    this.guards = Set.copyOf(guards);
    this.metrics = Set.copyOf(metrics);
  }

  /** What it is called. */
  public Localized title() {
    return title;
  }

  /** Words of the list {@code harms} that belong to it. */
  public Set<String> harms() {
    return harms;
  }

  /** Words of the list {@code guards} that hold it back. */
  public Set<String> guards() {
    return guards;
  }

  /** Metrics that measure it. */
  public Set<String> metrics() {
    return metrics;
  }
}
