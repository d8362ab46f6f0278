package dev.genplan.rules.catalog;

import dev.genplan.catalog.Format;
import dev.genplan.catalog.Formats;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Dataset;
import dev.genplan.plan.view.Optimization;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.View;
import dev.genplan.rules.Category;
import dev.genplan.rules.LanguageTags;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A model is calibrated on text unlike what it will serve. Source: llm-compressor, examples
 * quantization_w8a8_int8: calibration data should match what is met in deployment closely.
 */
public final class CalibrationOffdomain implements Rule {

  private static final Localized LANGUAGE =
      Localized.of(
          "`{0}` is calibrated on `{1}`, which has nothing in `{2}`, a language that the project serves:"
              + " activations of that text are not seen, and their errors grow. Add samples of it",
          "`{0}` 用 `{1}` 校准，其中没有项目所服务的语言 `{2}`：量化时看不到这类文本的激活值，误差会变大。请加入该语言的样本");
  private static final Localized DOMAIN =
      Localized.of(
          "`{0}` is calibrated on `{1}`, whose domain is `{2}`, and serves `{3}`: outliers of the activations lie"
              + " elsewhere there. Calibrate on samples like those it will serve",
          "`{0}` 用 `{1}` 校准，其领域为 `{2}`，而服务的领域是 `{3}`：两者激活值的离群点分布不同。请用与实际请求相近的样本校准");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
        "calibration-offdomain",
        Category.DEPLOYMENT,
        Severity.INFORMATION,
        "A model is calibrated on another language or domain than it serves.",
        "校准数据的语言或领域与服务对象不同。");
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    Optional<Project> project = Project.of(plan);
    if (project.isEmpty()) {
      return;
    }
    for (Optimization stage : View.all(plan, "optimize", Optimization::new)) {
      if (calibrates(stage) && plan.course().of(stage.symbol()) != Course.Presence.SKIPPED) {
        List<Link> data = stage.symbol().valueLinks("data");
        List<Symbol> sets = stage.symbol().targets("data");
        if (!data.isEmpty() && sets.size() == data.size()) {
          message(project.get().attributes(), stage.symbol(), data, sets)
              .ifPresent(
                  message -> reporter.report(stage.symbol(), data.get(0).location(), message));
        }
      }
    }
  }

  /** With 8 bits for the weights alone, it hardly matters what they are rounded on. */
  private static boolean calibrates(Optimization stage) {
    return !stage.isEightBit()
        && stage
            .method("quantize")
            .filter(method -> !method.options().isWord("variant", "qat"))
            .flatMap(method -> method.options().word("format"))
            .flatMap(Formats::find)
            .filter(format -> format.calibration() != Format.Calibration.NONE)
            .isPresent();
  }

  private static Optional<Message> message(
      Attributes project, Symbol stage, List<Link> data, List<Symbol> sets) {
    Set<String> languages = new HashSet<>();
    Set<String> domains = new TreeSet<>();
    boolean allLanguages = true;
    boolean allDomains = true;
    for (Symbol set : sets) {
      List<String> spoken = new Dataset(set).languages();
      spoken.forEach(tag -> languages.add(LanguageTags.primary(tag)));
      allLanguages &= !spoken.isEmpty();
      List<String> about = new Dataset(set).whole().attributes().words("domain");
      domains.addAll(about);
      allDomains &= !about.isEmpty();
    }
    for (String tag : project.words("languages")) {
      if (allLanguages && !languages.contains(LanguageTags.primary(tag))) {
        return Optional.of(LANGUAGE.with(stage.name(), names(data), tag));
      }
    }
    List<String> served = project.words("domain");
    boolean apart = allDomains && served.stream().noneMatch(domains::contains);
    return apart && !served.isEmpty() && !served.contains("general")
        ? Optional.of(DOMAIN.with(stage.name(), names(data), words(domains), words(served)))
        : Optional.empty();
  }

  private static String names(List<Link> data) {
    List<String> names = new ArrayList<>();
    data.forEach(link -> names.add(link.path().text()));
    return String.join("`, `", names);
  }

  private static String words(Iterable<String> words) {
    return String.join("`, `", words);
  }
}
