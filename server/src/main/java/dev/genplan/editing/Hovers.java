package dev.genplan.editing;

import dev.genplan.catalog.Metric;
import dev.genplan.catalog.Metrics;
import dev.genplan.catalog.Models;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Caret.Target;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Units;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Unit;
import dev.genplan.syntax.Value;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Explains the word at a place: a name by what it means, a word by the schema, a figure by what it
 * is in other units.
 */
public final class Hovers {

  private static final Localized PASSES =
      Localized.of("Whether `{0}` meets all its criteria.", "`{0}` 是否达到全部标准。");
  private static final Localized FAILS =
      Localized.of("Whether `{0}` misses one of its criteria.", "`{0}` 是否有标准未达到。");
  private static final Localized FIGURE = Localized.of("What `{0}` measures.", "`{0}` 测得的值。");
  private static final Localized UNKNOWN = Localized.of("The source does not say.", "来源未说明。");
  private static final Localized NONE = Localized.of("Absent on purpose.", "有意不设。");
  private static final Localized OWN_METRIC =
      Localized.of("A metric of this plan: `{0}` is not in the catalog.", "本计划自定义的指标：`{0}` 不在目录中。");
  private static final Localized IMPORT =
      Localized.of(
          "Brings in the declarations of another file, not what that one imports.",
          "引入另一个文件的声明，但不含该文件自身的导入。");
  private static final Localized DECLARES = Localized.of("Declares {0}.", "声明了 {0}。");
  private static final Localized NO_FILE =
      Localized.of("There is no such file in the workspace.", "工作区中没有该文件。");
  private static final Localized SPLIT =
      Localized.of("A part of a dataset: `{0} {1}`.", "数据集的一个划分：`{0} {1}`。");

  private final Plan plan;
  private final SyntaxTree tree;
  private final Surroundings surroundings;
  private final Language language;
  private final Descriptions descriptions;

  private Hovers(Plan plan, Surroundings surroundings) {
    this.plan = plan;
    this.tree = plan.source().tree();
    this.surroundings = surroundings;
    this.language = surroundings.language();
    this.descriptions = new Descriptions(surroundings);
  }

  /** What is to be shown about the word at an offset; empty if there is nothing to say. */
  public static Optional<Hover> at(Plan plan, int offset, Surroundings surroundings) {
    Hovers hovers = new Hovers(plan, surroundings);
    return hovers.explain(offset).map(hover -> hovers.withFindings(hover, offset));
  }

  private Optional<Hover> explain(int offset) {
    Optional<Mention> mention = Mentions.at(plan, offset);
    if (mention.isPresent()) {
      return mention.map(this::mention);
    }
    Caret caret = Carets.pointing(plan, offset);
    Optional<Hover> word = caret(caret);
    return word.isPresent() ? word : literal(offset);
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
      text = Optional.of(metric(text(metric.word())));
    } else if (caret instanceof Caret.RuleName rule) {
      text = rule(text(rule.word())).map(descriptions::rule);
    } else if (caret instanceof Caret.ValueStart value) {
      text = value(value.target(), text(value.word()));
    } else if (caret instanceof Caret.InUnit unit) {
      text = unit(unit);
    } else if (caret instanceof Caret.ImportPath path) {
      text = Optional.of(imported(path));
    } else if (caret instanceof Caret.DeclaredName name) {
      text = name(name);
    }
    return text.map(markup -> new Hover(caret.word(), markup));
  }

  private String text(Span span) {
    return tree.text().substring(span.start(), span.end());
  }

  private Optional<Markup> member(Scope in, String word) {
    Optional<Property> property = in.find(word);
    if (word.equals("allow")) {
      return Optional.of(descriptions.property(Schema.allow()));
    } else if (word.equals("import") && in.place() == Scope.Place.FILE) {
      return Optional.of(sentence(IMPORT));
    } else if (in.spec().properties().stream().noneMatch(known -> known.name().equals(word))
        && in.spec().keys().isPresent()) {
      return key(in, word);
    } else if (property.isPresent()) {
      return property.map(descriptions::property);
    } else if (in.holdsMetrics()) {
      return Optional.of(metric(word));
    } else if (in.spec().nested().containsKey(word)) {
      return Optional.of(
          new Markup.Builder().paragraph(SPLIT.with(word, "…").in(language)).build());
    }
    return Schema.kind(word).map(this::kind);
  }

  private Optional<Markup> name(Caret.DeclaredName caret) {
    return caret.in().spec().nested().containsKey(caret.keyword())
        ? Optional.of(
            new Markup.Builder()
                .paragraph(SPLIT.with(caret.keyword(), text(caret.word())).in(language))
                .build())
        : Optional.empty();
  }

  private Markup sentence(Localized text) {
    return new Markup.Builder().paragraph(text.in(language)).build();
  }

  private Markup kind(Kind kind) {
    return descriptions.kind(kind);
  }

  private Markup metric(String word) {
    return Metrics.find(word)
        .map(descriptions::metric)
        .orElseGet(
            () -> new Markup.Builder().paragraph(OWN_METRIC.with(word).in(language)).build());
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

  private static Optional<RuleInfo> rule(String id) {
    for (Rule rule : RuleIndex.all()) {
      if (rule.info().id().equals(id)) {
        return Optional.of(rule.info());
      }
    }
    return Optional.empty();
  }

  private Optional<Markup> value(Target target, String word) {
    if (word.equals("unknown") || word.equals("none")) {
      return Optional.of(
          new Markup.Builder()
              .add(sentence(word.equals("none") ? NONE : UNKNOWN))
              .add(property(target))
              .build());
    }
    if (!(target instanceof Target.Of of)) {
      return target instanceof Target.OfMetric metric
          ? Optional.of(metric(metric.metric()))
          : Optional.empty();
    }
    Type type = of.property().type();
    Optional<Markup> known = Optional.empty();
    if (type instanceof Type.Word words) {
      known = word(words.words(), word);
    } else if (type instanceof Type.Tagged tagged) {
      known = word(tagged.words(), word);
    } else if (type instanceof Type.MetricName) {
      known = Optional.of(metric(word));
    } else if (type instanceof Type.LanguageTag) {
      Locale own = Locale.forLanguageTag(language.tag());
      known =
          Optional.of(
              new Markup.Builder()
                  .paragraph("`" + word + "`: " + Locale.forLanguageTag(word).getDisplayName(own))
                  .build());
    }
    return known.isPresent() ? known : Optional.of(descriptions.property(of.property()));
  }

  private Optional<Markup> word(WordList words, String text) {
    return words.find(text).map(word -> descriptions.word(words, word));
  }

  private Markup property(Target target) {
    if (target instanceof Target.Of of) {
      return descriptions.property(of.property());
    }
    return target instanceof Target.OfMetric metric
        ? metric(metric.metric())
        : new Markup(List.of());
  }

  private Markup imported(Caret.ImportPath path) {
    Markup.Builder text = new Markup.Builder();
    Optional<SourceFile> file = plan.importAt(path.word().start());
    if (file.isEmpty()) {
      return sentence(NO_FILE);
    }
    List<String> declared = new ArrayList<>();
    for (SyntaxTree.Placed placed : file.get().tree().members()) {
      if (placed.member() instanceof Member.Declaration declaration
          && declaration.name().isPresent()) {
        declared.add(
            "`" + declaration.keyword().text() + " " + declaration.name().get().text() + "`");
      }
    }
    String separator = language == Language.CHINESE ? "、" : ", ";
    return declared.isEmpty()
        ? sentence(IMPORT)
        : text.paragraph(DECLARES.with(String.join(separator, declared)).in(language)).build();
  }

  private Optional<Markup> unit(Caret.InUnit caret) {
    Optional<UnitWord> unit = Units.find(text(caret.word()));
    Optional<Markup> figure = figure(caret.word().start(), caret.target());
    if (unit.isEmpty()) {
      return figure;
    }
    Markup.Builder text = new Markup.Builder().add(descriptions.unit(unit.get()));
    figure.ifPresent(text::add);
    return Optional.of(text.build());
  }

  /** A figure, a date, a text, by the token in which an offset lies. */
  private Optional<Hover> literal(int offset) {
    int chunk = tree.chunkAt(offset);
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    if (tokens.size() == 0) {
      return Optional.empty();
    }
    int at = tokens.at(offset - base);
    if (!isLiteral(tokens.kind(at)) && at > 0 && base + tokens.start(at) == offset) {
      at--;
    }
    if (!isLiteral(tokens.kind(at))) {
      return Optional.empty();
    }
    Span span = new Span(base + tokens.start(at), base + tokens.end(at));
    Optional<Target> target = Carets.target(plan, span.start());
    if (target.isEmpty()) {
      return Optional.empty();
    }
    Markup.Builder text = new Markup.Builder();
    Optional<Markup> figure =
        tokens.kind(at) == TokenKind.TEXT
            ? known(span, target.get())
            : figure(span.start(), target.get());
    figure.ifPresent(text::add);
    Markup markup = text.add(property(target.get())).build();
    return markup.parts().isEmpty() ? Optional.empty() : Optional.of(new Hover(span, markup));
  }

  private static boolean isLiteral(TokenKind kind) {
    return switch (kind) {
      case NUMBER, PERCENT, DATE, TEXT -> true;
      default -> false;
    };
  }

  /** The published model that a text names. */
  private Optional<Markup> known(Span span, Target target) {
    boolean names = target instanceof Target.Of of && TextCompletions.namesModel(of.property());
    String text = text(span);
    return names && text.length() > 2
        ? Models.find(text.substring(1, text.length() - 1)).map(descriptions::model)
        : Optional.empty();
  }

  /** What a figure or a date is in other words, by where it starts or where its unit does. */
  private Optional<Markup> figure(int offset, Target target) {
    Optional<Nodes.PlacedValue> found = Nodes.valueAt(tree, offset);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> sentence = Optional.empty();
    if (found.get().value() instanceof Value.Date date) {
      sentence = Optional.of(descriptions.figures().date(plan, date)).filter(s -> !s.isEmpty());
    } else if (found.get().value() instanceof Value.Quantity quantity) {
      sentence = figure(quantity, found.get(), target);
    }
    return sentence.map(text -> new Markup.Builder().paragraph(text).build());
  }

  private Optional<String> figure(
      Value.Quantity quantity, Nodes.PlacedValue placed, Target target) {
    Optional<Unit> unit =
        quantity.unit().or(() -> placed.range().flatMap(range -> range.high().unit()));
    int end = quantity.unit().map(Unit::end).orElse(quantity.numberEnd());
    String written =
        text(new Span(quantity.start(), end).shift(placed.base()))
            + (quantity.unit().isEmpty() ? unit.map(own -> " " + own.text()).orElse("") : "");
    return descriptions.figures().figure(quantity, written, unit, isShare(target));
  }

  private static boolean isShare(Target target) {
    return target instanceof Target.Of of
        ? of.property().type() instanceof Type.Share
        : target instanceof Target.OfMetric metric
            && Metrics.find(metric.metric())
                .filter(known -> known.range().scale() == Metric.Scale.SHARE)
                .isPresent();
  }

  /** Adds what the rules have found at the word, while that is about the plan as it is now. */
  private Hover withFindings(Hover hover, int offset) {
    Markup.Builder text = new Markup.Builder().add(hover.text());
    surroundings
        .known()
        .filter(analysis -> analysis.plan() == plan)
        .ifPresent(
            analysis -> {
              for (Diagnostic found : analysis.diagnostics()) {
                if (found.location().file().equals(plan.file())
                    && found.location().span().touches(offset)) {
                  rule(found.code()).map(descriptions::rule).ifPresent(text::add);
                }
              }
            });
    return new Hover(hover.span(), text.build());
  }
}
