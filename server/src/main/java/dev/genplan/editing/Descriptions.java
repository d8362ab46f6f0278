package dev.genplan.editing;

import dev.genplan.catalog.Accelerators;
import dev.genplan.catalog.Licenses;
import dev.genplan.catalog.MethodMatrix;
import dev.genplan.catalog.MethodRequirement;
import dev.genplan.catalog.Metric;
import dev.genplan.catalog.ModelCard;
import dev.genplan.catalog.Models;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.ValuePhrases;
import dev.genplan.plan.Verdicts;
import dev.genplan.rules.RuleInfo;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.UnitWord;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Value;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What there is to say about a word of the language or of a plan, in one language. */
final class Descriptions extends Wording {

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
  private static final Localized UNIT = Localized.of("**{0}**", "**{0}**");
  private static final Localized NAMED_UNIT = Localized.of("**{0}**: {1}", "**{0}**：{1}");
  private static final Localized PASSED = Localized.of("Passed, with {0}.", "已通过，实测 {0}。");
  private static final Localized FAILED = Localized.of("Failed, with {0}.", "未通过，实测 {0}。");
  private static final Localized UNDECIDED =
      Localized.of("Not decided yet, with {0}.", "尚无定论，实测 {0}。");
  private static final Localized RUNS = Localized.of("Runs, since {0} holds", "将执行，因为 {0} 成立");
  private static final Localized SKIPPED =
      Localized.of("Skipped, since {0} does not hold", "将跳过，因为 {0} 不成立");
  private static final Localized CONDITIONAL =
      Localized.of("Runs only if {0} holds", "仅当 {0} 成立时执行");

  private final Surroundings surroundings;
  private final CatalogDescriptions catalog;
  private final FigureDescriptions figures;

  Descriptions(Surroundings surroundings) {
    super(surroundings.language());
    this.surroundings = surroundings;
    this.catalog = new CatalogDescriptions(language());
    this.figures = new FigureDescriptions(language(), surroundings.today());
  }

  CatalogDescriptions catalog() {
    return catalog;
  }

  FigureDescriptions figures() {
    return figures;
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

  /** A word with what the catalog knows of what it names, and what it needs if it is a method. */
  Markup word(WordList list, Word word) {
    Markup.Builder text = new Markup.Builder().paragraph(in(word.doc()));
    switch (list.name()) {
      case "accelerator" ->
          Accelerators.find(word.text()).map(catalog::accelerator).ifPresent(text::add);
      case "license" -> Licenses.find(word.text()).map(catalog::license).ifPresent(text::add);
      default ->
          MethodMatrix.find(word.text())
              .filter(row -> row.family() != MethodRequirement.Family.SUPERVISED)
              .map(catalog::method)
              .ifPresent(text::add);
    }
    return text.build();
  }

  /** A published model in a few words. */
  String shortly(ModelCard card) {
    return catalog.shortly(card);
  }

  /** A published model. */
  Markup model(ModelCard card) {
    return catalog.model(card);
  }

  /** A day that is proposed for a property. */
  Markup date(LocalDate day, Property property) {
    return new Markup.Builder()
        .paragraph(day + ": " + figures.away(day))
        .add(property(property))
        .build();
  }

  Markup unit(UnitWord unit) {
    String title = in(unit.title());
    boolean plain = title.equals(unit.word()) || title.equals(unit.word() + "s");
    return new Markup.Builder()
        .paragraph(plain ? in(UNIT, unit.word()) : in(NAMED_UNIT, unit.word(), title))
        .build();
  }

  Markup metric(Metric metric) {
    return catalog.metric(metric);
  }

  /** A rule: what it finds and why that matters. */
  Markup rule(RuleInfo rule) {
    Markup.Builder text = new Markup.Builder();
    text.paragraph("`" + rule.id() + "`: " + in(rule.summary()));
    surroundings.why().apply(rule.id()).ifPresent(text::paragraph);
    return text.build();
  }

  /** A declaration: what it is, what its author says, what it is made of and what for. */
  Markup symbol(Plan plan, Symbol symbol) {
    Markup.Builder text = new Markup.Builder();
    String keyword = symbol.node().keyword().text();
    text.code(keyword + " " + symbol.qualifiedName());
    text.paragraph(symbol.node().doc());
    text.paragraph(what(symbol));
    result(plan, symbol).ifPresent(text::paragraph);
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
    condition(plan, symbol).ifPresent(flow::add);
    text.bullets(flow);
    if (symbol.is("model")) {
      symbol.attributes().text("id").flatMap(Models::find).map(catalog::model).ifPresent(text::add);
    }
    return text.build();
  }

  /** What a report's results say so far. */
  private Optional<String> result(Plan plan, Symbol symbol) {
    List<Verdicts.Check> checks = plan.verdicts().checks(symbol);
    if (checks.isEmpty() || checks.stream().allMatch(check -> check.measured().isEmpty())) {
      return Optional.empty();
    }
    Localized verdict =
        switch (plan.verdicts().of(symbol)) {
          case PASSES -> PASSED;
          case FAILS -> FAILED;
          case OPEN -> UNDECIDED;
        };
    List<String> figures = new ArrayList<>();
    for (Verdicts.Check check : checks) {
      Optional<Value> measured =
          symbol
              .attributes()
              .section("results")
              .flatMap(results -> results.value(check.criterion().metric().text()));
      measured.ifPresent(
          value ->
              figures.add(
                  "`" + check.criterion().metric().text() + ": " + symbol.figure(value) + "`"));
    }
    return Optional.of(in(verdict, list(figures)));
  }

  /** When a stage runs, if not always. */
  private Optional<String> condition(Plan plan, Symbol symbol) {
    List<String> verdicts =
        symbol.attributes().references("when").stream()
            .map(reference -> "`" + reference.text() + "`")
            .toList();
    if (verdicts.isEmpty()) {
      return Optional.empty();
    }
    Localized presence =
        switch (plan.course().of(symbol)) {
          case RUNS -> RUNS;
          case SKIPPED -> SKIPPED;
          case OPEN -> CONDITIONAL;
        };
    return Optional.of(in(presence, list(verdicts)));
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

  private static List<String> names(List<Symbol> symbols) {
    return symbols.stream().map(symbol -> "`" + symbol.qualifiedName() + "`").distinct().toList();
  }

  /** What a name is, in a few words: {@code finetune: an adapter}. */
  String shortly(Symbol symbol) {
    String keyword = symbol.node().keyword().text();
    Optional<String> makes = symbol.makes().map(type -> in(type.phrase()));
    return makes
        .map(type -> keyword + (language() == Language.CHINESE ? "：" : ": ") + type)
        .orElse(keyword);
  }

  /** What a property takes, in a few words. */
  String shortly(Property property) {
    return in(property.title());
  }
}
