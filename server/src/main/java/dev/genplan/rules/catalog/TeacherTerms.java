package dev.genplan.rules.catalog;

import dev.genplan.catalog.License;
import dev.genplan.catalog.TrainingOnOutputs;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.plan.view.Project;
import dev.genplan.plan.view.Training;
import dev.genplan.rules.Category;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model is trained on what another one wrote or judged, against the terms of that one. Sources:
 * Llama 2 and Meta Llama 3 Community License, section 1.b.v; OpenAI terms of use, "What you cannot
 * do".
 */
public final class TeacherTerms implements Rule {

  private static final Localized OWN_FAMILY =
      Localized.of(
          "`{0}` is trained on the output of `{1}`, which may improve only models of its own line ({2}); take a teacher whose terms allow it",
          "`{0}` 用 `{1}` 的输出训练，而后者的输出只可用于改进同系列模型（{2}）；请更换条款允许的教师模型");

  private static final Localized COMPETING =
      Localized.of(
          "`{0}` is trained on the output of `{1}`, from which no competing model may be made ({2}), and the project is commercial; take another teacher, or record an approval as `{ training: true }`",
          "`{0}` 用 `{1}` 的输出训练，而条款禁止以其输出开发竞争模型（{2}），且本项目为商业用途；请更换教师模型，或用 `{ training: true }` 写明已获批准");

  private static final Localized FORBIDDEN =
      Localized.of(
          "`{0}` is trained on the output of `{1}`, whose license is said to forbid that; take another teacher",
          "`{0}` 用 `{1}` 的输出训练，而计划写明其许可禁止这样做；请更换教师模型");

  private static final Localized PUBLISHED =
      Localized.of(
          "`{0}` holds output of `{1}`, which may not be used for every model ({2}); its own license does not lift these terms",
          "`{0}` 含有 `{1}` 的输出，而该输出不得用于训练任意模型（{2}）；数据集自身的许可并不能解除这些条款");

  private static final Message TRAINED = Message.of("trained on it here", "在此处用于训练");

  /** Where what a model writes, or its verdicts, become something to train on. */
  private static final Set<String> TEACHING = Set.of("model", "judge", "teacher", "from");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "teacher-terms",
            Category.DATA,
            Severity.ERROR,
            "A model is trained on the output of another one whose terms forbid it.",
            "用某模型的输出训练另一模型，而其条款禁止这样做。")
        .recommended();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    List<Training> trainings =
        Training.all(plan).stream().filter(TeacherTerms::makesAnswers).toList();
    Set<Symbol> seen = new HashSet<>();
    for (Symbol symbol : plan.symbols()) {
      for (Link link : symbol.links()) {
        if (!teaches(link)) {
          continue;
        }
        Optional<Model> teacher = teacher(link);
        if (teacher.filter(TeacherTerms::mayForbid).isEmpty()
            || seen.contains(teacher.get().symbol())) {
          continue;
        }
        for (Training student : trainings) {
          if (learns(student, symbol) && report(reporter, link, teacher.get(), student)) {
            seen.add(teacher.get().symbol());
            break;
          }
        }
      }
    }
  }

  private static boolean makesAnswers(Training training) {
    return training
        .symbol()
        .makes()
        .filter(made -> made == FlowType.MODEL || made == FlowType.ADAPTER)
        .isPresent();
  }

  private static boolean teaches(Link link) {
    Symbol from = link.from();
    if (!TEACHING.contains(link.property())) {
      return false;
    }
    return from.is("synthesize")
        || from.is("feedback")
        || (from.is("dataset") && link.property().equals("from"))
        || (from.is("align") && link.property().equals("judge"))
        || (from.is("optimize") && link.property().equals("teacher"));
  }

  /** The declared model behind a reference, if nothing in the plan has trained it on. */
  private static Optional<Model> teacher(Link link) {
    Optional<Symbol> named = link.symbol();
    if (named.isEmpty() || Lineage.isData(named.get())) {
      return Optional.empty();
    }
    List<Symbol> chain = link.from().plan().lineage().chain(named.get());
    return chain.stream().anyMatch(Training::trains)
        ? Optional.empty()
        : chain.stream().filter(each -> each.is("model")).map(Model::new).findFirst();
  }

  /** Whether its terms forbid some students; asked first, for most teachers forbid none. */
  private static boolean mayForbid(Model teacher) {
    TrainingOnOutputs terms = teacher.terms().trainingOnOutputs();
    return teacher
        .terms()
        .training()
        .map(allowed -> !allowed)
        .orElse(terms == TrainingOnOutputs.OWN_FAMILY || terms == TrainingOnOutputs.NOT_COMPETING);
  }

  private static boolean learns(Training student, Symbol lesson) {
    return student.symbol() == lesson
        || student.symbol().plan().lineage().ingredients(student.symbol()).contains(lesson);
  }

  private static boolean report(Reporter reporter, Link link, Model teacher, Training student) {
    Optional<Message> forbidden = forbidden(teacher, student);
    if (forbidden.isEmpty()) {
      return false;
    }
    boolean published =
        link.from().is("dataset") && !link.from().attributes().words("license").isEmpty();
    Message message =
        published && teacher.terms().training().isEmpty()
            ? PUBLISHED.with(link.from().name(), teacher.symbol().name(), title(teacher))
            : forbidden.get();
    Reporter.Finding finding = reporter.report(teacher.symbol(), link.location(), message);
    if (published) {
      finding.severity(Severity.INFORMATION);
    }
    if (student.symbol() != link.from()) {
      finding.related(student.symbol().location(), TRAINED);
    }
    return true;
  }

  /** Why the student may not learn from the teacher; empty if it may, or if that is not known. */
  private static Optional<Message> forbidden(Model teacher, Training student) {
    String name = student.symbol().name();
    String from = teacher.symbol().name();
    Optional<Boolean> stated = teacher.terms().training();
    if (stated.isPresent()) {
      return stated.get() ? Optional.empty() : Optional.of(FORBIDDEN.with(name, from));
    }
    TrainingOnOutputs terms = teacher.terms().trainingOnOutputs();
    boolean commercial =
        Project.of(student.symbol().plan()).filter(Project::isCommercial).isPresent();
    if (!isOfOtherFamily(teacher, student)) {
      return Optional.empty();
    }
    if (terms == TrainingOnOutputs.OWN_FAMILY) {
      return Optional.of(OWN_FAMILY.with(name, from, title(teacher)));
    }
    return terms == TrainingOnOutputs.NOT_COMPETING && commercial
        ? Optional.of(COMPETING.with(name, from, title(teacher)))
        : Optional.empty();
  }

  private static Localized title(Model teacher) {
    return teacher.licenses().stream()
        .findFirst()
        .map(License::title)
        .orElse(Localized.same(teacher.symbol().name()));
  }

  /** Whether the student certainly is no model of the teacher's line. */
  private static boolean isOfOtherFamily(Model teacher, Training student) {
    List<Symbol> chain = student.symbol().plan().lineage().chain(student.symbol());
    Symbol start = chain.get(chain.size() - 1);
    if (start.is("pretrain")) {
      return !start.attributes().has("model");
    }
    Optional<String> family = start.is("model") ? new Model(start).family() : Optional.empty();
    Optional<String> line = teacher.family();
    return family.isPresent() && line.isPresent() && !family.equals(line);
  }
}
