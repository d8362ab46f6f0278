package dev.genplan.editing;

import dev.genplan.catalog.Accelerator;
import dev.genplan.catalog.License;
import dev.genplan.catalog.License.Permission;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.MethodRequirement.Critic;
import dev.genplan.catalog.MethodRequirement.Labels;
import dev.genplan.catalog.MethodRequirement.Reference;
import dev.genplan.catalog.MethodRequirement.Rollouts;
import dev.genplan.catalog.MethodRequirement.Scorer;
import dev.genplan.catalog.MethodRequirement.Teacher;
import dev.genplan.catalog.Metric;
import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.Source;
import dev.genplan.catalog.TrainingOnOutputs;
import dev.genplan.plan.ValuePhrases;
import dev.genplan.rules.Figures;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the catalog knows: figures of models and accelerators, terms, what methods need. */
final class CatalogDescriptions extends Wording {

  private static final Localized PARAMETERS = Localized.of("{0} parameters", "参数量 {0}");
  private static final Localized ACTIVE =
      Localized.of("{0} parameters, {1} for one token", "参数量 {0}，每个词元激活 {1}");
  private static final Localized CONTEXT = Localized.of("context of {0} tokens", "上下文长度 {0} 个词元");
  private static final Localized LICENSE =
      Localized.of("license `{0}`; access `{1}`", "许可证 `{0}`；获取方式 `{1}`");
  private static final Localized RELEASED = Localized.of("released in {0}", "发布于 {0}");
  private static final Localized CUTOFF = Localized.of("data until {0}", "数据截至 {0}");
  private static final Localized TOKENS = Localized.of("trained on {0} tokens", "训练词元数 {0}");
  private static final Localized FLOPS = Localized.of("trained with {0} FLOP", "训练计算量 {0} FLOP");
  private static final Localized SHAPE =
      Localized.of(
          "{0} layers of width {1}, {2} heads, {3} for keys and values ({4})",
          "{0} 层，隐藏维度 {1}，{2} 个注意力头，其中键值头 {3} 个（{4}）");
  private static final Localized EXPERTS =
      Localized.of("{0} experts, {1} for one token", "{0} 个专家，每个词元激活 {1} 个");
  private static final Localized MEMORY = Localized.of("{0} GB of memory", "显存 {0} GB");
  private static final Localized BANDWIDTH = Localized.of("reads {0} TB/s", "显存带宽 {0} TB/s");
  private static final Localized PEAK = Localized.of("{0}: {1} TFLOP/s", "{0}：{1} TFLOP/s");
  private static final Localized PEAK_INT = Localized.of("{0}: {1} TOP/s", "{0}：{1} TOP/s");
  private static final Localized LINKS =
      Localized.of("{0} to its neighbors, {1} GB/s", "卡间互联 {0}，{1} GB/s");
  private static final Localized POWER = Localized.of("up to {0} W", "最高功耗 {0} W");
  private static final Localized LACKS = Localized.of("does not compute in {0}", "不支持 {0} 计算");
  private static final Localized SOURCE =
      Localized.of("Source: {0}, looked up on {1}.", "来源：{0}，查证日期 {1}。");
  private static final Localized NO_ADVICE =
      Localized.of(
          "A reading aid, not legal advice: the text of the license decides.",
          "仅供阅读参考，不构成法律意见，以许可证原文为准。");
  private static final Map<Permission, Localized> COMMERCIAL =
      Map.of(
          Permission.ALLOWED, Localized.of("commercial use: allowed", "商业用途：允许"),
          Permission.CONDITIONAL, Localized.of("commercial use: under conditions", "商业用途：有条件允许"),
          Permission.FORBIDDEN, Localized.of("commercial use: forbidden", "商业用途：禁止"),
          Permission.UNKNOWN, Localized.of("commercial use: read its text", "商业用途：须查阅原文"));
  private static final Map<Permission, Localized> DERIVATIVES =
      Map.of(
          Permission.ALLOWED, Localized.of("changed versions may be passed on", "允许分发修改后的版本"),
          Permission.CONDITIONAL,
              Localized.of("changed versions may be passed on under conditions", "有条件允许分发修改后的版本"),
          Permission.FORBIDDEN, Localized.of("changed versions may not be passed on", "不得分发修改后的版本"),
          Permission.UNKNOWN,
              Localized.of("passing on changed versions: read its text", "分发修改后的版本：须查阅原文"));
  private static final Map<TrainingOnOutputs, Localized> OUTPUTS =
      Map.of(
          TrainingOnOutputs.ALLOWED,
              Localized.of("other models may be trained on its outputs", "允许用其输出训练其他模型"),
          TrainingOnOutputs.NAMING,
              Localized.of(
                  "models trained on its outputs have to bear its name", "用其输出训练的模型须带上规定的名称"),
          TrainingOnOutputs.SAME_TERMS,
              Localized.of(
                  "models trained on its outputs stay under the same terms", "用其输出训练的模型须沿用同样的条款"),
          TrainingOnOutputs.OWN_FAMILY,
              Localized.of(
                  "only models of the same line may be trained on its outputs", "只允许用其输出训练同系列模型"),
          TrainingOnOutputs.NOT_COMPETING,
              Localized.of("no competing model may be trained on its outputs", "不得用其输出训练竞争模型"),
          TrainingOnOutputs.UNKNOWN,
              Localized.of("training on its outputs: not known", "用其输出训练其他模型：未知"));
  private static final Localized SHARE_ALIKE =
      Localized.of("what derives from it keeps the license", "衍生作品须采用同一许可证");
  private static final Localized ATTRIBUTION =
      Localized.of("authors or notices have to be named", "须署名或保留声明");
  private static final Localized RESTRICTIONS =
      Localized.of("a list of uses is forbidden, to recipients too", "禁止若干用途，且约束后续接收者");
  private static final Localized NOTICE = Localized.of("products show “{0}”", "产品须标注“{0}”");
  private static final Localized THRESHOLD =
      Localized.of("above {0} monthly users a separate license is needed", "月活用户超过 {0} 须另行取得许可");
  private static final Localized HIGHER = Localized.of("Higher is better.", "越高越好。");
  private static final Localized LOWER = Localized.of("Lower is better.", "越低越好。");
  private static final Localized SHARE =
      Localized.of("A share: `40%` or `0.4`.", "比例：`40%` 或 `0.4`。");
  private static final Localized BETWEEN = Localized.of("From {0} to {1}.", "取值 {0} 到 {1}。");
  private static final Localized FROM = Localized.of("{0} or more.", "不小于 {0}。");
  private static final Localized IN = Localized.of("Measured in {0}.", "计量：{0}。");
  private static final Localized PEOPLE =
      Localized.of("People or a judge look at each answer.", "须由人或裁判模型逐条评判。");
  private static final Localized NEEDS = Localized.of("What it needs:", "所需条件：");
  private static final Localized START = Localized.of("to start from: {0}", "起点：{0}");
  private static final Localized LABELS = Localized.of("data: {0}", "数据：{0}");
  private static final Localized SCORED = Localized.of("rewards from: {0}", "奖励来自：{0}");
  private static final Localized OR = Localized.of(" or ", "或");
  private static final Localized PRINCIPLES =
      Localized.of("principles (`principles`)", "准则（`principles`）");
  private static final Localized TEACHER = Localized.of("a teacher: {0}", "教师：{0}");
  private static final Localized REFERENCE = Localized.of("a reference model: {0}", "参考模型：{0}");
  private static final Localized CRITIC = Localized.of("a critic: {0}", "价值模型（critic）：{0}");
  private static final Localized ROLLOUTS = Localized.of("answers of its own: {0}", "自身采样的回答：{0}");
  private static final Localized ANSWERS =
      Localized.of(
          "answers of its own: {0}, {1} or more to a prompt", "自身采样的回答：{0}，每个提示词不少于 {1} 个");
  private static final Localized RESIDENT = Localized.of("models in memory: {0}", "显存中同时驻留的模型：{0}");
  private static final Localized ENGINE =
      Localized.of("models in memory: {0}, and an engine for its answers", "显存中同时驻留的模型：{0}，外加采样引擎");

  CatalogDescriptions(Language language) {
    super(language);
  }

  private String source(Source source) {
    return in(SOURCE, source.text(), source.asOf().toString());
  }

  /** A number in three digits with its magnitude: {@code 8.19B}. */
  static String magnitude(double number) {
    double[] sizes = {1e12, 1e9, 1e6, 1e3};
    String letters = "TBMk";
    for (int i = 0; i < sizes.length; i++) {
      if (number >= sizes[i]) {
        double scaled = number / sizes[i];
        double rounded =
            scaled >= 100
                ? Math.rint(scaled)
                : scaled >= 10 ? Math.rint(scaled * 10) / 10 : Math.rint(scaled * 100) / 100;
        return Figures.of(rounded) + letters.charAt(i);
      }
    }
    return Figures.of(number);
  }

  private static String month(LocalDate day) {
    return day.toString().substring(0, 7);
  }

  /** A published model in a few words: {@code 8.19B, apache-2.0}. */
  String shortly(ModelCard card) {
    List<String> parts = new ArrayList<>();
    card.parameters().ifPresent(parameters -> parts.add(magnitude((double) parameters)));
    parts.add(card.license().id());
    return list(parts);
  }

  /** A published model. */
  Markup model(ModelCard card) {
    List<String> facts = new ArrayList<>();
    if (card.parameters().isPresent()) {
      double all = card.parameters().getAsLong();
      double active = card.activeParameters().orElse(card.parameters().getAsLong());
      facts.add(
          active < all
              ? in(ACTIVE, magnitude(all), magnitude(active))
              : in(PARAMETERS, magnitude(all)));
    }
    card.context().ifPresent(tokens -> facts.add(in(CONTEXT, Figures.of(tokens))));
    facts.add(in(LICENSE, card.license().id(), card.access()));
    card.architecture().ifPresent(shape -> architecture(shape, facts));
    card.tokens().ifPresent(tokens -> facts.add(in(TOKENS, magnitude((double) tokens))));
    card.flops()
        .ifPresent(flops -> facts.add(in(FLOPS, String.format(Locale.ROOT, "%.2g", flops))));
    card.released().ifPresent(day -> facts.add(in(RELEASED, month(day))));
    card.cutoff().ifPresent(day -> facts.add(in(CUTOFF, month(day))));
    return new Markup.Builder()
        .paragraph("**" + card.id() + "**")
        .bullets(facts)
        .paragraph(source(card.source()))
        .build();
  }

  private void architecture(ModelCard.Architecture shape, List<String> facts) {
    facts.add(
        in(
            SHAPE,
            Figures.of(shape.layers()),
            Figures.of(shape.hidden()),
            Figures.of(shape.heads()),
            Figures.of(shape.kvHeads()),
            shape.attention()));
    if (shape.experts().isPresent() && shape.activeExperts().isPresent()) {
      facts.add(
          in(
              EXPERTS,
              Figures.of(shape.experts().getAsInt()),
              Figures.of(shape.activeExperts().getAsInt())));
    }
  }

  /** An accelerator. */
  Markup accelerator(Accelerator device) {
    List<String> facts = new ArrayList<>();
    device.memory().ifPresent(bytes -> facts.add(in(MEMORY, Figures.of(bytes / 1e9))));
    device.bandwidth().ifPresent(rate -> facts.add(in(BANDWIDTH, Figures.of(rate / 1e12))));
    new TreeMap<>(device.peaks())
        .forEach(
            (format, peak) ->
                facts.add(
                    in(
                        format.startsWith("int") ? PEAK_INT : PEAK,
                        format,
                        Figures.of(peak / 1e12))));
    if (device.interconnect().isPresent() && device.interconnectBandwidth().isPresent()) {
      facts.add(
          in(
              LINKS,
              device.interconnect().get(),
              Figures.of(device.interconnectBandwidth().getAsDouble() / 1e9)));
    }
    device.power().ifPresent(watts -> facts.add(in(POWER, Figures.of(watts))));
    if (!device.lacks().isEmpty()) {
      facts.add(in(LACKS, list(device.lacks().stream().sorted().toList())));
    }
    return new Markup.Builder()
        .paragraph("**" + device.name() + "** (" + device.generation().title() + ")")
        .bullets(facts)
        .paragraph(source(device.source()))
        .build();
  }

  /** A license. */
  Markup license(License license) {
    List<String> facts = new ArrayList<>();
    facts.add(in(COMMERCIAL.get(license.commercialUse())));
    facts.add(in(DERIVATIVES.get(license.derivatives())));
    if (license.shareAlike()) {
      facts.add(in(SHARE_ALIKE));
    }
    if (license.attribution()) {
      facts.add(in(ATTRIBUTION));
    }
    if (license.useRestrictions()) {
      facts.add(in(RESTRICTIONS));
    }
    license.naming().ifPresent(naming -> facts.add(in(NOTICE, naming.notice())));
    license.userThreshold().ifPresent(users -> facts.add(in(THRESHOLD, magnitude((double) users))));
    facts.add(in(OUTPUTS.get(license.trainingOnOutputs())));
    return new Markup.Builder()
        .paragraph("**" + in(license.title()) + "**")
        .bullets(facts)
        .paragraph(row(List.of(source(license.source()), in(NO_ADVICE))))
        .build();
  }

  /** A metric: what it says, which way is better, what its values can be. */
  Markup metric(Metric metric) {
    List<String> facts = new ArrayList<>();
    facts.add(in(metric.direction() == Metric.Direction.HIGHER ? HIGHER : LOWER));
    range(metric.range()).ifPresent(facts::add);
    if (metric.judged()) {
      facts.add(in(PEOPLE));
    }
    return new Markup.Builder()
        .paragraph("**" + in(metric.title()) + "**")
        .paragraph(sentence(in(metric.doc())))
        .paragraph(row(facts))
        .build();
  }

  private Optional<String> range(Metric.Range range) {
    if (range.scale() == Metric.Scale.SHARE) {
      return Optional.of(in(SHARE));
    } else if (range.scale() == Metric.Scale.QUANTITY) {
      return Optional.of(in(IN, ValuePhrases.measures(range.measures())));
    } else if (Double.isInfinite(range.min())) {
      return Optional.empty();
    }
    return Optional.of(
        Double.isInfinite(range.max()) || range.max() == Double.MAX_VALUE
            ? in(FROM, Figures.of(range.min()))
            : in(BETWEEN, Figures.of(range.min()), Figures.of(range.max())));
  }

  /** How many models are held in memory; that it is the one that is trained goes without saying. */
  private Optional<String> resident(MethodRequirement.Resident resident) {
    if (resident.max() == 1 && !resident.engine()) {
      return Optional.empty();
    }
    String models =
        resident.min() == resident.max()
            ? Figures.of(resident.min())
            : Figures.of(resident.min()) + "–" + Figures.of(resident.max());
    return Optional.of(in(resident.engine() ? ENGINE : RESIDENT, models));
  }

  /** What a method needs before it can run. */
  Markup method(MethodRequirement row) {
    List<String> needs = new ArrayList<>();
    needs.add(in(START, row.start()));
    if (row.labels() != Labels.NONE) {
      needs.add(in(LABELS, row.labels().title()));
    }
    List<String> scorers =
        Arrays.stream(Scorer.values())
            .filter(row.scorers()::contains)
            .map(scorer -> in(scorer.phrase()))
            .toList();
    if (!scorers.isEmpty()) {
      needs.add(in(SCORED, String.join(in(OR), scorers)));
    }
    if (row.principles()) {
      needs.add(in(PRINCIPLES));
    }
    if (row.teacher() != Teacher.NONE) {
      needs.add(in(TEACHER, row.teacher().title()));
    }
    if (row.reference() != Reference.NONE) {
      needs.add(in(REFERENCE, row.reference().title()));
    }
    if (row.critic() != Critic.NONE) {
      needs.add(in(CRITIC, row.critic().title()));
    }
    if (row.rollouts() != Rollouts.NONE) {
      needs.add(
          row.minimumAnswers() > 1
              ? in(ANSWERS, row.rollouts().title(), Figures.of(row.minimumAnswers()))
              : in(ROLLOUTS, row.rollouts().title()));
    }
    resident(row.resident()).ifPresent(needs::add);
    return new Markup.Builder()
        .paragraph(in(NEEDS))
        .bullets(needs)
        .paragraph(source(row.source()))
        .build();
  }
}
