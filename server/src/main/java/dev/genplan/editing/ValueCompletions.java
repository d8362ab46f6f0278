package dev.genplan.editing;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.editing.Caret.Target;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Words, names and constants that can be a value. */
final class ValueCompletions {

  private static final Markup NOTHING = new Markup(List.of());
  private static final List<String> LANGUAGES =
      List.of("en", "zh-Hans", "zh-Hant", "de", "es", "fr", "hi", "it", "ja", "ko", "pt", "ru");
  private static final Localized UNKNOWN = Localized.of("the source does not say", "来源未说明");
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
      type(property.type());
      if (property.none() && !others.contains("none")) {
        constant("none", NONE);
      }
      if (!(property.type() instanceof Type.Section) && others.isEmpty()) {
        constant("unknown", UNKNOWN);
      }
    }
  }

  private void constant(String word, Localized meaning) {
    to.add(word, ItemKind.CONSTANT, meaning.in(to.language()), () -> NOTHING);
  }

  private void type(Type type) {
    if (type instanceof Type.Word words) {
      words(words.words());
    } else if (type instanceof Type.Tagged tagged) {
      words(tagged.words());
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
      either.types().forEach(this::type);
    }
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

  private void words(WordList words) {
    for (Word word : words.words()) {
      // What is absent on purpose is offered last, as everywhere.
      if (!others.contains(word.text()) && !word.text().equals("none")) {
        to.add(
            word.text(),
            ItemKind.WORD,
            "",
            () -> to.descriptions().word(word),
            word.text(),
            Snippets.word(word));
      }
    }
  }

  private void references(Type.Reference expected) {
    if (in.symbol().isEmpty()) {
      return;
    }
    for (References.Candidate candidate : References.fitting(plan, in.symbol().get(), expected)) {
      if (!others.contains(candidate.text())) {
        boolean verdict = expected.target() == Type.Target.VERDICT;
        to.add(
            candidate.text(),
            verdict ? ItemKind.VERDICT : ItemKind.REFERENCE,
            to.descriptions().shortly(candidate.symbol()),
            () -> to.descriptions().symbol(plan, candidate.symbol()));
      }
    }
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
          boolean verdict = expected.target() == Type.Target.VERDICT;
          to.add(
              candidate.text().substring(prefix.length()),
              verdict ? ItemKind.VERDICT : ItemKind.REFERENCE,
              to.descriptions().shortly(candidate.symbol()),
              () -> to.descriptions().symbol(plan, candidate.symbol()));
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
