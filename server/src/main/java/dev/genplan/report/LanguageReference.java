package dev.genplan.report;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.schema.Aliases;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Dimension;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Units;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Numbers;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The language reference as Markdown: a chapter that explains the language, and tables of all its
 * words, made from the schema.
 */
public final class LanguageReference {

  /** Longer lists are names of things that everybody knows; they are set as running text. */
  private static final int LONG_LIST = 100;

  private final ValuePhrases phrases;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, WordList> lists = new LinkedHashMap<>();
  private final Map<String, Property> sections = new LinkedHashMap<>();
  private final Map<String, Property> qualifiers = new LinkedHashMap<>();
  private final Map<String, Set<String>> carriers = new LinkedHashMap<>();

  private LanguageReference(Language language) {
    this.phrases = new ValuePhrases(language);
  }

  /** The whole page in one language, with a line end behind the last line. */
  public static String markdown(Language language) {
    LanguageReference reference = new LanguageReference(language);
    reference.out.append(explanation(language));
    reference.kinds();
    reference.sections();
    reference.lists();
    reference.qualifiers();
    reference.units();
    reference.metrics();
    reference.otherNames();
    return reference.out.toString();
  }

  private static String explanation(Language language) {
    String name = language == Language.CHINESE ? "language.zh-CN.md" : "language.md";
    try (InputStream stream = LanguageReference.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("The resource " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void kinds() {
    heading(2, say("Kinds", "类别"));
    table(say("kind", "类别"), say("stands for", "代表"), say("makes", "产物"), say("needs", "必填"));
    for (Kind kind : Schema.kinds()) {
      row(
          "[`" + kind.word() + "`](#" + kind.word() + ")",
          phrases.say(kind.doc()),
          makes(kind),
          needs(kind.body()));
    }
    Schema.kinds().forEach(this::kind);
    heading(3, say("Every stage", "所有阶段"));
    paragraph(
        say(
            "Every kind of stage, that is every kind but `project`, `model`, `dataset` and"
                + " `compute`, has these properties besides its own.",
            "除 `project`、`model`、`dataset` 和 `compute` 外的类别都是阶段，除各自的属性外还有以下属性。"));
    properties(Schema.stageProperties());
    heading(3, say("Training", "训练"));
    paragraph(
        say(
            "`pretrain`, `finetune`, `reward`, `align` and `optimize` have these besides.",
            "`pretrain`、`finetune`、`reward`、`align` 和 `optimize` 还有以下属性。"));
    properties(Schema.trainingProperties());
  }

  private String makes(Kind kind) {
    return kind.makes().map(FlowType::phrase).map(phrases::say).orElse("");
  }

  private String needs(BlockSpec block) {
    List<String> needed = new ArrayList<>();
    for (Property property : block.properties()) {
      if (property.required()) {
        needed.add(code(property.name()));
      }
    }
    for (List<String> names : block.alternatives()) {
      needed.add(
          String.join(say(" or ", " 或 "), names.stream().map(LanguageReference::code).toList()));
    }
    return String.join(say(", ", "、"), needed);
  }

  private void kind(Kind kind) {
    heading(3, code(kind.word()));
    paragraph("**" + phrases.say(kind.title()) + say(".** ", "**：") + phrases.say(kind.doc()));
    out.append("\n```genplan\n").append(kind.example()).append("```\n");
    List<Property> own = new ArrayList<>(kind.body().properties());
    if (kind.stage()) {
      own.removeAll(Schema.stageProperties());
      boolean trains = own.containsAll(Schema.trainingProperties());
      if (trains) {
        own.removeAll(Schema.trainingProperties());
      }
      properties(own);
      paragraph(besides(trains));
    } else {
      properties(own);
    }
    kind.body()
        .nested()
        .forEach(
            (word, block) -> {
              paragraph(say("Inside `", "在 `") + word + say(" name { … }`:", " 名称 { … }` 中："));
              properties(block.properties());
            });
  }

  private String besides(boolean trains) {
    String stage = say("[every stage](#every-stage)", "[所有阶段](#所有阶段)");
    String training = say("[training](#training)", "[训练](#训练)");
    return trains
        ? say("Besides: ", "另见") + training + say(", ", "、") + stage + say(".", "。")
        : say("Besides: ", "另见") + stage + say(".", "。");
  }

  private void sections() {
    heading(2, say("Sections", "小节"));
    for (Property section : List.copyOf(sections.values())) {
      heading(3, say("Section ", "小节 ") + code(section.name()));
      paragraph(
          phrases.say(section.doc())
              + say(" Example: `", "示例：`")
              + section.name()
              + " "
              + section.example()
              + "`"
              + say("", "。"));
      BlockSpec block = ((Type.Section) section.type()).block();
      content(block);
      properties(block.properties());
      block.keys().ifPresent(keys -> keys(section.name(), keys));
    }
  }

  private void content(BlockSpec block) {
    switch (block.content()) {
      case CRITERIA ->
          paragraph(
              say(
                  "Holds criteria, `metric >= value` or `dataset.metric >= value`, and metrics"
                      + " without a threshold.",
                  "写指标要求 `指标 >= 值` 或 `数据集.指标 >= 值`，也可只写指标而不设阈值。"));
      case GATED_CRITERIA ->
          paragraph(say("Holds criteria, `metric >= value`.", "写指标要求 `指标 >= 值`。"));
      case RESULTS ->
          paragraph(
              say(
                  "Holds figures, `metric: value`; before the metric may stand a dataset or, in"
                      + " `select`, a candidate.",
                  "写实测值 `指标: 值`；指标前可加数据集，在 `select` 中可加候选模型。"));
      case PROPERTIES, STAGES -> {}
    }
  }

  private void keys(String section, BlockSpec.Keys keys) {
    note(keys.value(), section);
    String names =
        keys.words()
            .map(
                list -> {
                  lists.put(list.name(), list);
                  return say("Words of ", "键取自") + phrases.link(list);
                })
            .orElse(say("Names of your own", "键为自定名称"));
    paragraph(
        names
            + say(", each with ", "，值为")
            + phrases.of(keys.value())
            + say(": ", "：")
            + phrases.say(keys.value().doc()));
  }

  private void properties(List<Property> properties) {
    if (properties.isEmpty()) {
      return;
    }
    table(say("property", "属性"), say("value", "值"), say("meaning", "含义"), say("example", "示例"));
    for (Property property : properties) {
      note(property, property.name());
      boolean section = property.type() instanceof Type.Section;
      row(
          code(property.name()),
          section ? sectionLink(property) : phrases.of(property),
          phrases.say(property.doc()),
          code(property.example()));
    }
  }

  private String sectionLink(Property property) {
    return "[" + say("section", "小节") + "](#" + say("section-", "小节-") + property.name() + ")";
  }

  /** Remembers what is to be explained further down. */
  private void note(Property property, String carrier) {
    if (property.type() instanceof Type.Section) {
      sections.putIfAbsent(property.name(), property);
    }
    noteLists(property.type());
    for (Property qualifier : property.qualifiers()) {
      String key = qualifier.name() + phrases.say(qualifier.doc());
      qualifiers.putIfAbsent(key, qualifier);
      carriers.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(carrier);
      noteLists(qualifier.type());
    }
  }

  private void noteLists(Type type) {
    if (type instanceof Type.Word word) {
      lists.putIfAbsent(word.words().name(), word.words());
    } else if (type instanceof Type.Tagged tagged) {
      lists.putIfAbsent(tagged.words().name(), tagged.words());
    }
  }

  private void lists() {
    heading(2, say("Words", "词表"));
    paragraph(
        say(
            "A word that an open list does not have is only noted; one that a closed list does not"
                + " have is an error.",
            "开放词表之外的词只给出说明，封闭词表之外的词则是错误。"));
    Set<String> done = new LinkedHashSet<>();
    while (done.size() < lists.size()) {
      for (WordList list : List.copyOf(lists.values())) {
        if (done.add(list.name())) {
          list(list);
        }
      }
    }
  }

  private void list(WordList list) {
    heading(3, say("List ", "词表 ") + code(list.name()));
    paragraph(list.isOpen() ? say("Open.", "开放。") : say("Closed.", "封闭。"));
    List<Word> words = new ArrayList<>(list.words());
    if (words.size() > LONG_LIST) {
      paragraph(running(words));
      return;
    }
    for (WordList part : lists.values()) {
      if (part != list && words.containsAll(part.words())) {
        words.removeAll(part.words());
        paragraph(say("All words of ", "包含") + phrases.link(part) + say(", and:", "的所有词，以及："));
      }
    }
    table(say("word", "词"), say("meaning", "含义"));
    words.forEach(word -> row(code(word.text()), phrases.say(word.doc())));
    options(words);
  }

  private String running(List<Word> words) {
    List<String> entries =
        words.stream()
            .map(word -> code(word.text()) + " " + withoutStop(phrases.say(word.doc())))
            .toList();
    return String.join(say(", ", "、"), entries) + say(".", "。");
  }

  private void options(List<Word> words) {
    Map<List<Property>, List<String>> blocks = new LinkedHashMap<>();
    for (Word word : words) {
      word.block()
          .ifPresent(
              block ->
                  blocks
                      .computeIfAbsent(block.properties(), any -> new ArrayList<>())
                      .add(code(word.text())));
    }
    blocks.forEach(
        (options, with) -> {
          paragraph(say("Options of ", "") + String.join(say(", ", "、"), with) + say(":", " 的选项："));
          properties(options);
        });
  }

  private void qualifiers() {
    heading(2, say("Qualifiers", "限定"));
    paragraph(say("In the block behind any figure:", "任何数值之后的花括号块中："));
    properties(Schema.figureQualifiers());
    paragraph(say("In the block behind other values:", "其他值之后的花括号块中："));
    table(say("qualifier", "限定"), say("behind", "写在"), say("value", "值"), say("meaning", "含义"));
    note(Schema.allow(), Schema.allow().name());
    qualifiers.forEach(
        (key, qualifier) ->
            row(
                code(qualifier.name()),
                String.join(
                    say(", ", "、"),
                    carriers.get(key).stream().map(LanguageReference::code).toList()),
                phrases.of(qualifier),
                phrases.say(qualifier.doc())));
    paragraph(say("The value of a criterion may carry `weight` as well.", "指标要求的值也可带 `weight`。"));
  }

  private void units() {
    heading(2, say("Units", "单位"));
    paragraph(
        say(
            "Quantities of different dimensions are never converted into each other, and no"
                + " currency into another without a stated rate. Items and prompts may be compared"
                + " one to one. A ranking of K answers holds K(K−1)/2 comparisons. `128k` and"
                + " `131_072` tokens count as equal. Any unit may stand over any other.",
            "不同量纲的数量不会互相换算，未写明汇率的货币也不会换算。样本与提示词可以一一对应比较。"
                + "K 个回答的一次排序含 K(K−1)/2 个比较对。`128k` 与 `131_072` 个词元视为相等。"
                + "任何单位都可以与另一个单位相除。"));
    table(say("dimension", "量纲"), say("units", "单位"));
    for (Dimension dimension : Dimension.values()) {
      List<String> units = Units.of(dimension).stream().map(this::unit).toList();
      row(phrases.say(dimension.title()), String.join(say(", ", "、"), units));
    }
    paragraph(
        say("Every other ISO 4217 currency is known by its code.", "其他 ISO 4217 货币也可用其代码表示。"));
  }

  private String unit(UnitWord unit) {
    String title = phrases.say(unit.title());
    return title.equals(unit.word())
        ? code(unit.word())
        : code(unit.word()) + say(" (", "（") + title + say(")", "）");
  }

  private void metrics() {
    heading(2, say("Metrics", "指标"));
    paragraph(
        say(
            "Any other name may be used as well; of an unknown metric no direction and no range is"
                + " assumed.",
            "也可使用其他名称；对未知指标不假定方向和取值范围。"));
    table(say("metric", "指标"), say("meaning", "含义"), say("better", "方向"), say("range", "取值"));
    for (Metric metric : Metrics.all()) {
      row(
          code(metric.name()),
          withStop(phrases.say(metric.doc())),
          metric.direction() == Metric.Direction.HIGHER ? "↑" : "↓",
          range(metric.range()));
    }
  }

  private String range(Metric.Range range) {
    return switch (range.scale()) {
      case SHARE -> say("share", "比例");
      case QUANTITY -> say("quantity", "带单位的数量");
      case NUMBER -> {
        boolean low = range.min() > Double.NEGATIVE_INFINITY;
        boolean high = range.max() < Double.POSITIVE_INFINITY;
        if (low && high) {
          yield Numbers.plain(range.min()) + "–" + Numbers.plain(range.max());
        }
        yield low ? "≥ " + Numbers.plain(range.min()) : say("any number", "任意数字");
      }
    };
  }

  private void otherNames() {
    heading(2, say("Other tools' names", "其他工具中的名称"));
    paragraph(
        say(
            "None of these names is accepted. Who writes one is told the name used here, with a fix"
                + " where the value can stay. Underscores and capitals make no difference:"
                + " `learning_rate` and `learningRate` lead to `learning-rate`.",
            "这些名称都不被接受；写了其中之一，会提示此处的名称，值可以保留时还提供修复。"
                + "下划线与大小写不影响识别：`learning_rate` 和 `learningRate` 都指向 `learning-rate`。"));
    names(say("kind", "类别"), Aliases.kinds());
    names(say("property", "属性"), Aliases.properties());
    names(say("word", "词"), Aliases.words());
  }

  private void names(String what, List<Aliases.Row> rows) {
    Map<String, List<String>> merged = new LinkedHashMap<>();
    for (Aliases.Row row : rows) {
      String scopes =
          row.scopes().isEmpty()
              ? ""
              : say(" in ", "，用于 ")
                  + String.join(
                      say(", ", "、"),
                      row.scopes().stream().sorted().map(LanguageReference::code).toList());
      merged
          .computeIfAbsent(code(row.ours()) + scopes, any -> new ArrayList<>())
          .addAll(row.theirs().stream().map(LanguageReference::code).toList());
    }
    table(what, say("elsewhere", "别处的名称"));
    merged.forEach((ours, theirs) -> row(ours, String.join(say(", ", "、"), theirs)));
  }

  private void heading(int level, String text) {
    out.append('\n').append("#".repeat(level)).append(' ').append(text).append('\n');
  }

  private void paragraph(String text) {
    out.append('\n').append(text).append('\n');
  }

  private void table(String... titles) {
    out.append('\n');
    row(titles);
    out.append("|").append("---|".repeat(titles.length)).append('\n');
  }

  private void row(String... cells) {
    out.append('|');
    for (String cell : cells) {
      out.append(' ').append(cell).append(cell.isEmpty() ? "|" : " |");
    }
    out.append('\n');
  }

  private static String code(String text) {
    return "`" + text.replace("|", "\\|") + "`";
  }

  private String withStop(String sentence) {
    return withoutStop(sentence) + say(".", "。");
  }

  private static String withoutStop(String sentence) {
    boolean stops = sentence.endsWith(".") || sentence.endsWith("。");
    return stops ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private String say(String en, String zh) {
    return phrases.say(en, zh);
  }
}
