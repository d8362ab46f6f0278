package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.rules.Category;
import dev.genplan.rules.Repairs;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Images or speech that a model makes, or in the EU also text, leave without a mark of their
 * origin. Sources: Regulation (EU) 2024/1689 (AI Act), Article 50(2); NIST AI 600-1, MANAGE 2.2 and
 * appendix A.1.6, content provenance.
 */
public final class ProvenanceMissing implements Rule {

  /** Tasks whose result is an image or speech. */
  private static final Set<String> MEDIA = Set.of("text-to-image", "text-to-speech");

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` gives out {1} that nobody can tell from real ones later: say with which `watermark`"
              + " they are marked",
          "`{0}` 输出{1}，事后无法与真实内容区分：请写明用何种 `watermark` 标记");
  private static final Localized TEXT_IN_EU =
      Localized.of(
          "`{0}` gives out generated text in the EU, which has to be marked so that machines can tell"
              + " (AI Act, Article 50(2)): state the `watermark`",
          "`{0}` 在欧盟输出生成的文本，须以机器可识别的方式标记（《人工智能法》第 50 条第 2 款）：请写明 `watermark`");
  private static final Localized IMAGES = Localized.of("images", "图像");
  private static final Localized SPEECH = Localized.of("voices", "语音");
  private static final Localized MARK = Localized.of("Mark outputs with `{0}`", "用 `{0}` 标记输出");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "provenance-missing",
            Category.GOVERNANCE,
            Severity.INFORMATION,
            "Generated content leaves without a mark of its origin.",
            "生成的内容没有来源标记。")
        .whereComplete();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    List<String> tasks = project.map(Project::tasks).orElse(List.of());
    Optional<String> media = tasks.stream().filter(MEDIA::contains).findFirst();
    boolean text =
        tasks.contains("text-generation") && project.filter(Project::isUnderAiAct).isPresent();
    if (media.isEmpty() && !text) {
      return;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      boolean outside = media.isPresent() ? deployment.isOffered() : deployment.facesUsers();
      boolean leaves = outside && !deployment.mode().equals("weights");
      if (leaves && deployment.attributes().words("watermark").isEmpty()) {
        report(deployment.symbol(), media, reporter);
      }
    }
  }

  private static void report(Symbol deployment, Optional<String> media, Reporter reporter) {
    boolean images = media.equals(Optional.of("text-to-image"));
    Message message =
        media.isPresent()
            ? MESSAGE.with(deployment.name(), images ? IMAGES : SPEECH)
            : TEXT_IN_EU.with(deployment.name());
    String mark = media.isPresent() ? "c2pa" : "text-watermark";
    Reporter.Finding finding = reporter.report(deployment, "watermark", message);
    Repairs.setValue(deployment, "watermark", mark)
        .ifPresent(edit -> finding.fix(new Fix(MARK.with(mark), false, List.of(edit))));
  }
}
