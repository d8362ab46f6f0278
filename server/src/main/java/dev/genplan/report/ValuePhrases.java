package dev.genplan.report;

import dev.genplan.plan.References;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Numbers;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;

/** What may stand as a property's value, in words, with links to lists and sections. */
final class ValuePhrases {

  private final Language language;

  ValuePhrases(Language language) {
    this.language = language;
  }

  /** Everything that is to be known before a value is written. */
  String of(Property property) {
    List<String> parts = new ArrayList<>();
    if (property.required()) {
      parts.add(say("**needed**", "**必填**"));
    }
    parts.add(type(property.type()));
    if (property.many()) {
      parts.add(say("one or several", "一个或多个"));
    }
    if (property.world()) {
      parts.add(say("may be uncertain", "可不确定"));
    }
    if (property.none() && !knowsNone(property.type())) {
      parts.add(say("or `none`", "或 `none`"));
    }
    property.fallback().ifPresent(value -> parts.add(say("else `", "缺省 `") + value + "`"));
    return String.join(say("; ", "；"), parts);
  }

  private static boolean knowsNone(Type type) {
    return (type instanceof Type.Word word && word.words().find("none").isPresent())
        || (type instanceof Type.Tagged tagged && tagged.words().find("none").isPresent());
  }

  private String type(Type type) {
    if (type instanceof Type.Number number) {
      return number(number);
    } else if (type instanceof Type.Quantity quantity) {
      return quantity(quantity);
    } else if (type instanceof Type.Word word) {
      return say("a word of ", "词：") + link(word.words());
    } else if (type instanceof Type.Tagged tagged) {
      return say("a word of ", "词：") + link(tagged.words());
    } else if (type instanceof Type.Reference reference) {
      return reference(reference);
    } else if (type instanceof Type.Either either) {
      return String.join(
          say(" or ", "或"), either.types().stream().map(this::type).distinct().toList());
    }
    return say(simple(type));
  }

  private static Localized simple(Type type) {
    if (type instanceof Type.Text) {
      return Localized.of("text", "文本");
    } else if (type instanceof Type.Identifier) {
      return Localized.of("a name", "名称");
    } else if (type instanceof Type.Date) {
      return Localized.of("a day or a month", "某日或某月");
    } else if (type instanceof Type.Bool) {
      return Localized.of("`true` or `false`", "`true` 或 `false`");
    } else if (type instanceof Type.LanguageTag) {
      return Localized.of("a language tag (BCP 47)", "语言标签（BCP 47）");
    } else if (type instanceof Type.MetricName) {
      return Localized.of("a metric", "指标");
    } else if (type instanceof Type.Share) {
      return Localized.of("a share", "比例");
    }
    return Localized.of("a section", "小节");
  }

  private String number(Type.Number number) {
    String kind = number.integer() ? say("a whole number", "整数") : say("a number", "数字");
    if (number.max() < Double.POSITIVE_INFINITY) {
      String low = Numbers.plain(number.min() == Double.MIN_VALUE ? 0 : number.min());
      return kind + say(" from ", "，") + low + say(" to ", " 到 ") + Numbers.plain(number.max());
    }
    if (number.min() == Double.MIN_VALUE) {
      return kind + say(" above 0", "，大于 0");
    }
    return number.min() == 1 ? kind + say(" from 1", "，至少为 1") : kind;
  }

  private String quantity(Type.Quantity quantity) {
    List<String> measures = new ArrayList<>();
    if (quantity.count()) {
      measures.add(say("a plain count", "个数"));
    }
    quantity.measures().stream().map(this::measure).forEach(measures::add);
    boolean optional = quantity.bare() && !quantity.count();
    String bare = quantity.bareFactor() == 3600 ? say("bare: hours", "不写单位时为小时") : "";
    String unit = say("the unit may be left out", "单位可省略");
    return String.join(say(", ", "、"), measures)
        + (optional ? say(" (", "（") + (bare.isEmpty() ? unit : bare) + say(")", "）") : "");
  }

  private String measure(Measure measure) {
    String of = say(measure.of().title());
    return measure.per().map(per -> of + say(" per ", "/") + say(per.title())).orElse(of);
  }

  private String reference(Type.Reference reference) {
    String phrase = commas(say(References.phrase(reference)));
    if (reference.rejects().isEmpty()) {
      return phrase;
    }
    String rejected =
        String.join(", ", reference.rejects().stream().map(t -> say(t.phrase())).toList());
    return phrase + say(", but not ", "，但不能是") + rejected;
  }

  /** Of several alternatives all but the last with commas. */
  private String commas(String phrase) {
    String or = say(" or ", "或");
    int last = phrase.lastIndexOf(or);
    return last < 0
        ? phrase
        : phrase.substring(0, last).replace(or, say(", ", "、")) + phrase.substring(last);
  }

  String link(WordList list) {
    return "[`" + list.name() + "`](#" + say("list-", "词表-") + list.name() + ")";
  }

  String say(String en, String zh) {
    return language == Language.CHINESE ? zh : en;
  }

  String say(Localized text) {
    return text.in(language);
  }
}
