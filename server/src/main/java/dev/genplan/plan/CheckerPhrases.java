package dev.genplan.plan;

import dev.genplan.schema.Dimension;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Numbers;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** What messages say again and again: what a property takes, what stands there, lists of words. */
final class CheckerPhrases {

  /** More words than these nobody reads. */
  private static final int SHOWN = 8;

  private static final Localized CALLED =
      Localized.of("`{0}` is called `{1}` here", "`{0}` 在这里写作 `{1}`");
  private static final Localized DID_YOU_MEAN =
      Localized.of("{0}; did you mean `{1}`?", "{0}，是否想写 `{1}`？");

  private CheckerPhrases() {}

  /** That something has another name here. */
  static Message called(String written, String name) {
    return CALLED.with(written, name);
  }

  /** That something is unknown, and what may have been meant. */
  static Message didYouMean(Message unknown, String meant) {
    return DID_YOU_MEAN.with(unknown, meant);
  }

  /** {@code `a`, `b` and `c`}. */
  static Localized and(List<String> words) {
    return join(quoted(words), " and ", " 和 ");
  }

  /** {@code `a`, `b` or `c`}. */
  static Localized or(List<String> words) {
    return join(quoted(words), " or ", " 或 ");
  }

  /** The phrases, which start and end with quoted words, with commas and “and” between them. */
  static Localized allOf(List<Localized> phrases) {
    return join(phrases, " and ", " 和 ");
  }

  /** The phrases with commas and “or” between them. */
  static Localized anyOf(List<Localized> phrases) {
    return join(phrases, " or ", "或");
  }

  /** The first words of a list from which one is to be chosen. */
  static Localized words(List<String> words) {
    return shortened(words, " or ", " 或 ", "，或其他 ");
  }

  /** The first words of a list. */
  static Localized some(List<String> words) {
    return shortened(words, " and ", " 和 ", "，以及其他 ");
  }

  private static Localized shortened(List<String> words, String en, String zh, String others) {
    if (words.size() <= SHOWN + 1) {
      return join(quoted(words), en, zh);
    }
    Localized shown = join(quoted(words.subList(0, SHOWN)), ", ", "、");
    int more = words.size() - SHOWN;
    return Localized.of(shown.en() + en + more + " others", shown.zh() + others + more + " 个");
  }

  static List<String> names(WordList words) {
    return words.words().stream().map(word -> word.text()).toList();
  }

  /** What a property takes, to be put behind “takes”. */
  static Localized expected(Property property) {
    return expected(property.type(), example(property));
  }

  /** A value as it would be written, without a block behind it. */
  static String example(Property property) {
    return withoutBlock(property.example());
  }

  /** An example of a value without the block behind it. */
  static String withoutBlock(String example) {
    int block = example.indexOf(" {");
    return block > 0 ? example.substring(0, block) : example;
  }

  static Localized expected(Type type, String example) {
    if (type instanceof Type.Text) {
      return Localized.of("text in quotes", "带引号的文本");
    } else if (type instanceof Type.Identifier) {
      return Localized.of("a name without quotes", "不带引号的名称");
    } else if (type instanceof Type.Date) {
      return such("a date", "日期", example);
    } else if (type instanceof Type.Bool) {
      return spaced(or(List.of("true", "false")));
    } else if (type instanceof Type.LanguageTag) {
      return Localized.of("language codes such as `en` or `zh-Hans`", "语言代码，例如 `en` 或 `zh-Hans`");
    } else if (type instanceof Type.MetricName) {
      return such("the name of a metric", "指标名", example);
    } else if (type instanceof Type.Number number) {
      return number.integer()
          ? Localized.of("a whole number", "整数")
          : Localized.of("a plain number", "不带单位的数字");
    } else if (type instanceof Type.Share) {
      return Localized.of("a share such as `5%`", "百分比，例如 `5%`");
    } else if (type instanceof Type.Quantity) {
      return such("a quantity", "数量", example);
    } else if (type instanceof Type.Word word) {
      return word(word.words(), example);
    } else if (type instanceof Type.Tagged tagged) {
      return word(tagged.words(), example);
    } else if (type instanceof Type.Reference reference) {
      return reference(reference);
    } else if (type instanceof Type.Either either) {
      return anyOf(either.types().stream().map(one -> expected(one, example)).toList());
    }
    return Localized.of("a block in braces", "花括号块");
  }

  private static Localized such(String en, String zh, String example) {
    return Localized.of(en + " such as `" + example + "`", zh + "，例如 `" + example + "`");
  }

  private static Localized word(WordList words, String example) {
    return words.isOpen() ? such("a word", "词", example) : spaced(words(names(words)));
  }

  private static Localized reference(Type.Reference reference) {
    if (reference.target() != Type.Target.ARTIFACT) {
      Localized phrase = reference.target().phrase();
      return reference.target() == Type.Target.VERDICT
          ? phrase
          : Localized.of("the name of " + phrase.en(), phrase.zh() + "的名称");
    }
    List<Localized> types = new ArrayList<>();
    for (FlowType type : FlowType.values()) {
      if (reference.accepts().contains(type)) {
        types.add(type.phrase());
      }
    }
    Localized all = anyOf(types);
    return Localized.of("the name of " + all.en(), all.zh() + "的名称");
  }

  /** What stands where something else is expected. */
  static Localized found(Value value) {
    if (value instanceof Value.Text) {
      return Localized.of("text", "文本");
    } else if (value instanceof Value.Quantity quantity) {
      if (quantity.percent()) {
        return Localized.of("a percentage", "百分比");
      }
      return quantity.unit().isPresent()
          ? Localized.of("a quantity with a unit", "带单位的数量")
          : Localized.of("a number", "数字");
    } else if (value instanceof Value.Range) {
      return Localized.of("a range", "范围");
    } else if (value instanceof Value.Bound) {
      return Localized.of("a bound", "上下界");
    } else if (value instanceof Value.Date) {
      return Localized.of("a date", "日期");
    } else if (value instanceof Value.Sequence) {
      return Localized.of("a list", "列表");
    }
    return spaced(Localized.same("`" + ((Value.Reference) value).text() + "`"));
  }

  /** A phrase that starts with a quoted word, to be put behind a Chinese character. */
  private static Localized spaced(Localized phrase) {
    return Localized.of(phrase.en(), " " + phrase.zh());
  }

  /** What a measure is called inside a sentence: {@code money per time}. */
  static Localized measure(Measure measure) {
    Localized of = measure.of().title();
    if (measure.per().isEmpty()) {
      return of;
    }
    Localized per = measure.per().get().title();
    return Localized.of(of.en() + " per " + per.en(), of.zh() + "/" + per.zh());
  }

  /** Several measures, none of them twice. */
  static Localized measures(List<Measure> measures) {
    return anyOf(measures.stream().map(CheckerPhrases::measure).distinct().toList());
  }

  /** Whether a dimension is counted in whole things. */
  static boolean isCounted(Dimension dimension) {
    return switch (dimension) {
      case ITEMS, PROMPTS, COMPARISONS, RANKINGS, LABELS, EPISODES, REQUESTS, PEOPLE -> true;
      default -> false;
    };
  }

  /** A number as it may be written, without its unit. */
  static String number(Value.Quantity quantity) {
    return Numbers.plain(quantity.number())
        + quantity.magnitude()
        + (quantity.percent() ? "%" : "");
  }

  /** A value as it may be written, where it is short. */
  static String shown(Value value) {
    if (value instanceof Value.Quantity quantity) {
      return number(quantity) + quantity.unit().map(unit -> " " + unit.text()).orElse("");
    } else if (value instanceof Value.Bound bound) {
      return bound.operator().symbol() + " " + shown(bound.limit());
    }
    return value instanceof Value.Reference reference ? reference.text() : "…";
  }

  private static List<Localized> quoted(List<String> words) {
    return words.stream().map(word -> Localized.same("`" + word + "`")).toList();
  }

  private static Localized join(List<Localized> phrases, String en, String zh) {
    return Localized.of(
        join(phrases.stream().map(Localized::en).toList(), (a, b) -> a + ", " + b, en),
        join(phrases.stream().map(Localized::zh).toList(), (a, b) -> a + "、" + b, zh));
  }

  private static String join(List<String> words, BinaryOperator<String> comma, String last) {
    int count = words.size();
    if (count == 0) {
      return "";
    }
    String before = words.subList(0, count - 1).stream().reduce(comma).orElse("");
    return before.isEmpty() ? words.get(0) : before + last + words.get(count - 1);
  }
}
