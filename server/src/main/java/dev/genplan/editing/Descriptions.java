package dev.genplan.editing;

import dev.genplan.catalog.Metric;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.ValuePhrases;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Word;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say about a word of the language or of a plan, in one language. */
final class Descriptions {

  private static final Localized MAKES = Localized.of("Makes {0}.", "产出：{0}。");
  private static final Localized TAKES = Localized.of("Takes {0}.", "可填：{0}。");
  private static final Localized MEASURES = Localized.of("Measures {0}.", "计量：{0}。");
  private static final Localized REQUIRED = Localized.of("Required.", "必填。");
  private static final Localized LIST = Localized.of("Several can stand in a list.", "可以用列表填写多个。");
  private static final Localized FALLBACK =
      Localized.of("`{0}` if it is not given.", "未填写时为 `{0}`。");
  private static final Localized EXAMPLE = Localized.of("Example: `{0}`", "示例：`{0}`");
  private static final Localized MADE_FROM = Localized.of("Made from {0}", "由 {0} 产出");
  private static final Localized USED_BY = Localized.of("Used by {0}", "被 {0} 使用");
  private static final Localized UNUSED = Localized.of("Not used yet", "尚未被使用");
  private static final Localized HIGHER = Localized.of("Higher is better.", "越高越好。");
  private static final Localized LOWER = Localized.of("Lower is better.", "越低越好。");

  private final Language language;

  Descriptions(Language language) {
    this.language = language;
  }

  private String in(Localized text) {
    return text.in(language);
  }

  private String in(Localized template, Object... arguments) {
    return template.with(arguments).in(language);
  }

  /** Sentences in a row; Chinese needs no space between them. */
  private String row(List<String> sentences) {
    return String.join(language == Language.CHINESE ? "" : " ", sentences);
  }

  Markup kind(Kind kind) {
    Markup.Builder text = new Markup.Builder();
    text.paragraph("**" + in(kind.title()) + "**");
    text.paragraph(in(kind.doc()));
    kind.makes().ifPresent(type -> text.paragraph(in(MAKES, type.phrase())));
    if (!kind.example().isEmpty()) {
      text.code(kind.example().strip());
    }
    return text.build();
  }

  Markup property(Property property) {
    Markup.Builder text = new Markup.Builder();
    if (!in(property.title()).isEmpty()) {
      text.paragraph("**" + in(property.title()) + "**");
    }
    text.paragraph(in(property.doc()));
    List<String> facts = new ArrayList<>();
    facts.add(takes(property));
    if (property.many()) {
      facts.add(in(LIST));
    }
    if (property.required()) {
      facts.add(in(REQUIRED));
    }
    property.fallback().ifPresent(word -> facts.add(in(FALLBACK, word)));
    text.paragraph(row(facts));
    if (!property.example().isEmpty()) {
      boolean section = property.type() instanceof Type.Section;
      text.paragraph(in(EXAMPLE, property.name() + (section ? " " : ": ") + property.example()));
    }
    return text.build();
  }

  private String takes(Property property) {
    if (property.type() instanceof Type.Quantity quantity && !quantity.measures().isEmpty()) {
      return in(MEASURES, ValuePhrases.measures(quantity.measures()));
    }
    return in(TAKES, Localized.same(in(ValuePhrases.expected(property)).strip()));
  }

  Markup word(Word word) {
    return new Markup.Builder().paragraph(in(word.doc())).build();
  }

  Markup unit(UnitWord unit) {
    return new Markup.Builder()
        .paragraph("**" + unit.word() + "**")
        .paragraph(in(unit.title()))
        .build();
  }

  Markup metric(Metric metric) {
    List<String> facts = new ArrayList<>();
    facts.add(sentence(in(metric.doc())));
    facts.add(in(metric.direction() == Metric.Direction.HIGHER ? HIGHER : LOWER));
    return new Markup.Builder()
        .paragraph("**" + in(metric.title()) + "**")
        .paragraph(row(facts))
        .build();
  }

  private String sentence(String text) {
    boolean ends = text.isEmpty() || ".。!?！？".indexOf(text.charAt(text.length() - 1)) >= 0;
    return ends ? text : text + (language == Language.CHINESE ? "。" : ".");
  }

  Markup rule(RuleInfo rule) {
    return new Markup.Builder().paragraph(in(rule.summary())).build();
  }

  /** A declaration: what it is, what its author says, what it is made of and what for. */
  Markup symbol(Plan plan, Symbol symbol) {
    Markup.Builder text = new Markup.Builder();
    String keyword = symbol.node().keyword().text();
    text.code(keyword + " " + symbol.qualifiedName());
    text.paragraph(symbol.node().doc());
    text.paragraph(what(symbol));
    List<String> flow = new ArrayList<>();
    List<String> sources = names(plan.lineage().madeFrom(symbol));
    if (!sources.isEmpty()) {
      flow.add(in(MADE_FROM, list(sources)));
    }
    List<String> users = names(users(plan, symbol));
    if (!users.isEmpty()) {
      flow.add(in(USED_BY, list(users)));
    } else if (symbol.makes().filter(Descriptions::isMeantForOthers).isPresent()) {
      flow.add(in(UNUSED));
    }
    return text.bullets(flow).build();
  }

  /** Who uses a thing or a part of it. */
  private static List<Symbol> users(Plan plan, Symbol symbol) {
    List<Symbol> users = new ArrayList<>(plan.uses(symbol).stream().map(Link::from).toList());
    for (Symbol part : symbol.inner()) {
      if (part.isSplit()) {
        plan.uses(part).forEach(link -> users.add(link.from()));
      }
    }
    return users;
  }

  /** A stage is what is done, and makes something; all else is what it is. */
  private String what(Symbol symbol) {
    Optional<FlowType> type = symbol.makes();
    if (type.isPresent() && !symbol.isStage()) {
      return sentence(capitalized(in(type.get().phrase())));
    }
    List<String> facts = new ArrayList<>();
    symbol.kind().ifPresent(kind -> facts.add(sentence(in(kind.title()))));
    type.ifPresent(made -> facts.add(in(MAKES, made.phrase())));
    return row(facts);
  }

  private static String capitalized(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static boolean isMeantForOthers(FlowType type) {
    return type != FlowType.SERVICE && type != FlowType.REPORT;
  }

  private String list(List<String> names) {
    return String.join(language == Language.CHINESE ? "、" : ", ", names);
  }

  private static List<String> names(List<Symbol> symbols) {
    return symbols.stream().map(symbol -> "`" + symbol.qualifiedName() + "`").distinct().toList();
  }

  /** What a name is, in a few words: {@code finetune: an adapter}. */
  String shortly(Symbol symbol) {
    String keyword = symbol.node().keyword().text();
    Optional<String> makes = symbol.makes().map(type -> in(type.phrase()));
    return makes
        .map(type -> keyword + (language == Language.CHINESE ? "：" : ": ") + type)
        .orElse(keyword);
  }

  /** What a property takes, in a few words. */
  String shortly(Property property) {
    return in(property.title());
  }
}
