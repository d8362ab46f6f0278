package dev.genplan.editing;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.catalog.Models;
import dev.genplan.editing.Caret.Target;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Figures;
import dev.genplan.schema.MethodFamily;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.text.Localized;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words, names and constants that can be a value. */
final class ValueCompletions {

  private static final Markup NOTHING = new Markup(List.of());
  private static final List<String> LANGUAGES =
      List.of("en", "zh-Hans", "zh-Hant", "de", "es", "fr", "hi", "it", "ja", "ko", "pt", "ru");
  private static final Localized UNKNOWN = Localized.of("the source does not say", "来源未说明");
  private static final Localized EXAMPLE = Localized.of("an example", "示例");
  private static final Localized RANGE = Localized.of("a range", "区间");
  private static final Localized DEFAULT = Localized.of("default", "默认");
  private static final List<String> LIST_ENDS = List.of(",", "]");
  private static final List<String> MEMBER_FOLLOWS = List.of(".");
  private static final Pattern NUMBER =
      Pattern.compile("[0-9][0-9_]*(\\.[0-9]+)?(e-?[0-9]+|[kMBT])?(?![A-Za-z0-9])");
  private static final Localized NONE = Localized.of("absent on purpose", "有意不设");

  private final Plan plan;
  private final Scope in;
  private final Completions to;
  private List<String> others = List.of();

  ValueCompletions(Plan plan, Scope in, Completions to) {
    this.plan = plan;
    this.in = in;
    this.to = to;
  }

  /** What a value, or an element of a list, can begin with. */
  void start(Caret.ValueStart caret) {
    others = caret.others();
    if (caret.target() instanceof Target.OfMetric metric) {
      if (metric.gated()) {
        new MetricCompletions(plan, in, to).figures(metric.metric());
      }
    } else if (caret.target() instanceof Target.Of of) {
      Property property = of.property();
      type(property.type(), property);
      if (property.none() && !others.contains("none")) {
        constant("none", NONE);
      }
      boolean lonely = to.isEmpty() && to.word().length() == 0;
      if (!(property.type() instanceof Type.Section) && others.isEmpty() && !lonely) {
        constant("unknown", UNKNOWN);
      }
    }
  }

  private void constant(String word, Localized meaning) {
    to.add(word, ItemKind.CONSTANT, meaning.in(to.language()), () -> NOTHING);
  }

  private void type(Type type, Property property) {
    if (type instanceof Type.Word words) {
      words(words.words(), property);
    } else if (type instanceof Type.Tagged tagged) {
      words(tagged.words(), property);
    } else if (type instanceof Type.Reference reference) {
      references(reference);
    } else if (type instanceof Type.Bool) {
      List.of("true", "false").forEach(word -> to.add(word, ItemKind.CONSTANT, "", () -> NOTHING));
    } else if (type instanceof Type.LanguageTag) {
      LANGUAGES.stream()
          .filter(tag -> !others.contains(tag))
          .forEach(tag -> to.add(tag, ItemKind.WORD, language(tag), () -> NOTHING));
    } else if (type instanceof Type.MetricName) {
      Metrics.all().forEach(this::metric);
    } else if (type instanceof Type.Either either) {
      // Both are figures, and one example is enough.
      figure(property);
      either.types().stream().filter(one -> !isFigure(one)).forEach(one -> type(one, property));
    } else if (type instanceof Type.Date) {
      new DateCompletions(plan, to).add(property, in);
    } else if (type instanceof Type.Text) {
      new TextCompletions(to).quoted(property);
    } else if (type instanceof Type.Identifier && property.name().equals("family")) {
      families();
    } else if (isFigure(type)) {
      figure(property);
    }
  }

  private static boolean isFigure(Type type) {
    return type instanceof Type.Number
        || type instanceof Type.Share
        || type instanceof Type.Quantity;
  }

  /**
   * A figure as it would be written, to be changed. What is typed is never completed to it, or who
   * types 1 would get 16.
   */
  private void figure(Property property) {
    String example = withoutBlock(property.example());
    Matcher number = NUMBER.matcher(example);
    if (!number.lookingAt()) {
      return;
    }
    String value = number.group();
    String rest = example.substring(number.end());
    if (!rest.startsWith("..")) {
      figure(property, example, EXAMPLE, "${1:" + value + "}" + SnippetText.literal(rest));
    }
    if (property.world()) {
      Matcher high = NUMBER.matcher(rest);
      boolean range = rest.startsWith("..") && high.find();
      String more = range ? high.group() : doubled(value);
      String unit = range ? rest.substring(high.end()) : rest;
      figure(
          property,
          value + ".." + more + unit,
          RANGE,
          "${1:" + value + "}..${2:" + more + "}" + SnippetText.literal(unit));
    }
  }

  private void figure(Property property, String text, Localized what, String places) {
    to.add(
        Completion.of(
                text,
                ItemKind.VALUE,
                what.in(to.language()),
                () -> to.descriptions().property(property))
            .filteredBy(property.name())
            .withPlaces(Optional.of(places)));
  }

  /** Twice a number, written like it: {@code 16B} for {@code 8B}. */
  private static String doubled(String number) {
    String digits = number.replace("_", "");
    int end =
        "kMBT".indexOf(digits.charAt(digits.length() - 1)) < 0
            ? digits.length()
            : digits.length() - 1;
    BigDecimal twice = new BigDecimal(digits.substring(0, end)).multiply(BigDecimal.valueOf(2));
    String plain =
        twice.compareTo(BigDecimal.valueOf(1000)) < 0
            ? twice.stripTrailingZeros().toPlainString()
            : Figures.source(twice.doubleValue());
    return plain + digits.substring(end);
  }

  private static String withoutBlock(String example) {
    int block = example.indexOf('{');
    return (block < 0 ? example : example.substring(0, block)).strip();
  }

  private void families() {
    Set<String> families = new LinkedHashSet<>();
    Models.all().forEach(card -> families.add(card.family()));
    families.forEach(family -> to.add(family, ItemKind.WORD, "", () -> NOTHING));
  }

  private String language(String tag) {
    Locale own = Locale.forLanguageTag(to.language().tag());
    return Locale.forLanguageTag(tag).getDisplayName(own);
  }

  private void metric(Metric metric) {
    to.add(
        metric.name(),
        ItemKind.METRIC,
        metric.title().in(to.language()),
        () -> to.descriptions().metric(metric));
  }

  private void words(WordList words, Property property) {
    Set<MethodFamily> taken = EnumSet.noneOf(MethodFamily.class);
    others.forEach(word -> MethodFamily.of(word).ifPresent(taken::add));
    boolean ends = !words.isOpen();
    for (Word word : words.words()) {
      boolean excluded = MethodFamily.of(word.text()).filter(taken::contains).isPresent();
      // What is absent on purpose is offered last, as everywhere.
      if (!others.contains(word.text()) && !excluded && !word.text().equals("none")) {
        boolean usual = property.fallback().filter(word.text()::equals).isPresent();
        Optional<String> places = Snippets.word(word);
        to.add(
            Completion.of(
                    word.text(),
                    ItemKind.WORD,
                    usual ? DEFAULT.in(to.language()) : "",
                    () -> to.descriptions().word(words, word))
                .withPlaces(places)
                .endingWith(ends && places.isEmpty() ? LIST_ENDS : List.of()));
      }
    }
  }

  private void references(Type.Reference expected) {
    if (in.symbol().isEmpty()) {
      return;
    }
    for (References.Candidate candidate : References.fitting(plan, in.symbol().get(), expected)) {
      if (!others.contains(candidate.text())) {
        reference(expected, candidate, candidate.text());
      }
    }
    if (!to.isEmpty()) {
      to.sure();
    }
  }

  private void reference(Type.Reference expected, References.Candidate candidate, String text) {
    boolean verdict = expected.target() == Type.Target.VERDICT;
    boolean whole = text.equals(candidate.symbol().name());
    to.add(
        Completion.of(
                text,
                verdict ? ItemKind.VERDICT : ItemKind.REFERENCE,
                to.descriptions().shortly(candidate.symbol()),
                () -> to.descriptions().symbol(plan, candidate.symbol()))
            .endingWith(
                whole && candidate.symbol().inner().stream().anyMatch(Symbol::isSplit)
                    ? MEMBER_FOLLOWS
                    : List.of()));
  }

  /** What can stand behind a dot: parts of what is before it, its verdicts, its metrics. */
  void member(Caret.ValueMember caret) {
    String prefix = String.join(".", caret.owner()) + ".";
    if (caret.target() instanceof Target.OfMetric) {
      owner(caret)
          .map(MetricCompletions::named)
          .ifPresent(
              names -> names.forEach(name -> to.add(name, ItemKind.METRIC, "", () -> NOTHING)));
    } else if (caret.target() instanceof Target.Of of
        && of.property().type() instanceof Type.Reference expected
        && in.symbol().isPresent()) {
      for (References.Candidate candidate : References.fitting(plan, in.symbol().get(), expected)) {
        if (candidate.text().startsWith(prefix)) {
          reference(expected, candidate, candidate.text().substring(prefix.length()));
        }
      }
    }
  }

  private Optional<Symbol> owner(Caret.ValueMember caret) {
    String name = caret.owner().get(0);
    return in.symbol()
        .flatMap(Symbol::repeat)
        .flatMap(repeat -> repeat.inner(name))
        .or(() -> plan.find(name));
  }
}
