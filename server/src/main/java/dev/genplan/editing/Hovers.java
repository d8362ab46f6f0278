package dev.genplan.editing;

import dev.genplan.catalog.Metrics;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Caret.Target;
import dev.genplan.plan.Plan;
import dev.genplan.rules.Rule;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Units;
import dev.genplan.schema.Word;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.Optional;

/** Explains the word at a place: a name by what it means, a word by the schema. */
public final class Hovers {

  private static final Localized PASSES =
      Localized.of("Whether `{0}` meets all its criteria.", "`{0}` 是否达到全部标准。");
  private static final Localized FAILS =
      Localized.of("Whether `{0}` misses one of its criteria.", "`{0}` 是否有标准未达到。");
  private static final Localized FIGURE = Localized.of("What `{0}` measures.", "`{0}` 测得的值。");

  private final Plan plan;
  private final Language language;
  private final Descriptions descriptions;

  private Hovers(Plan plan, Language language) {
    this.plan = plan;
    this.language = language;
    this.descriptions = new Descriptions(language);
  }

  /** What is to be shown about the word at an offset; empty if there is nothing to say. */
  public static Optional<Hover> at(Plan plan, int offset, Language language) {
    Hovers hovers = new Hovers(plan, language);
    Optional<Mention> mention = Mentions.at(plan, offset);
    return mention.isPresent()
        ? mention.map(hovers::mention)
        : hovers.caret(Carets.pointing(plan, offset));
  }

  private Hover mention(Mention mention) {
    Markup.Builder text = new Markup.Builder();
    if (mention instanceof Mention.Verdict verdict) {
      text.paragraph(about(verdict.passes() ? PASSES : FAILS, mention));
    } else if (mention instanceof Mention.Figure figure) {
      text.paragraph(about(FIGURE, mention));
      Metrics.find(figure.metric()).ifPresent(metric -> text.add(descriptions.metric(metric)));
      return new Hover(mention.span(), text.build());
    }
    return new Hover(mention.span(), text.add(descriptions.symbol(plan, mention.symbol())).build());
  }

  private String about(Localized template, Mention mention) {
    return template.with(mention.symbol().qualifiedName()).in(language);
  }

  private Optional<Hover> caret(Caret caret) {
    if (caret.word().length() == 0) {
      return Optional.empty();
    }
    Optional<Markup> text = Optional.empty();
    if (caret instanceof Caret.MemberStart start) {
      text = member(start.in(), text(start.word()));
    } else if (caret instanceof Caret.MetricMember metric) {
      text = Metrics.find(text(metric.word())).map(descriptions::metric);
    } else if (caret instanceof Caret.RuleName rule) {
      text = rule(text(rule.word()));
    } else if (caret instanceof Caret.ValueStart value) {
      text = value(value.target(), text(value.word()));
    } else if (caret instanceof Caret.InUnit unit) {
      text = Units.find(text(unit.word())).map(descriptions::unit);
    }
    return text.map(markup -> new Hover(caret.word(), markup));
  }

  private String text(Span span) {
    return plan.source().tree().text().substring(span.start(), span.end());
  }

  private Optional<Markup> member(Scope in, String word) {
    Optional<Property> property = in.find(word);
    if (word.equals("allow")) {
      return Optional.of(descriptions.property(Schema.allow()));
    } else if (in.spec().properties().stream().noneMatch(known -> known.name().equals(word))
        && in.spec().keys().isPresent()) {
      return key(in, word);
    } else if (property.isPresent()) {
      return property.map(descriptions::property);
    } else if (in.holdsMetrics()) {
      return Metrics.find(word).map(descriptions::metric);
    }
    boolean kinds = in.place() == Scope.Place.FILE || !in.spec().nested().containsKey(word);
    return kinds ? Schema.kind(word).map(this::kind) : Optional.empty();
  }

  private Markup kind(Kind kind) {
    return descriptions.kind(kind);
  }

  /** A key of one's own is explained by its word, where it is one, and by what it takes. */
  private Optional<Markup> key(Scope in, String word) {
    Markup.Builder text = new Markup.Builder();
    in.spec()
        .keys()
        .flatMap(keys -> keys.words())
        .flatMap(words -> words.find(word))
        .ifPresent(known -> text.add(descriptions.word(known)));
    in.find(word).ifPresent(property -> text.add(descriptions.property(property)));
    return Optional.of(text.build());
  }

  private Optional<Markup> rule(String id) {
    return RuleIndex.all().stream()
        .map(Rule::info)
        .filter(info -> info.id().equals(id))
        .findFirst()
        .map(descriptions::rule);
  }

  private Optional<Markup> value(Target target, String word) {
    if (!(target instanceof Target.Of of)) {
      return Optional.empty();
    }
    Type type = of.property().type();
    if (type instanceof Type.Word words) {
      return words.words().find(word).map(this::word);
    } else if (type instanceof Type.Tagged tagged) {
      return tagged.words().find(word).map(this::word);
    }
    return type instanceof Type.MetricName
        ? Metrics.find(word).map(descriptions::metric)
        : Optional.empty();
  }

  private Markup word(Word word) {
    return descriptions.word(word);
  }
}
