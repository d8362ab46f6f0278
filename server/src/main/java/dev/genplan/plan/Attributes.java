package dev.genplan.plan;

import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Value;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the members of a block state, by property. A value of another type than asked for reads as
 * absent: that it is wrong has been said by the check against the schema.
 *
 * <p>What is read more than once is kept, for hundreds of rules ask the same. Several threads may
 * do so; what they keep is immutable, and equal whoever has worked it out.
 */
public final class Attributes {

  private static final Attributes NONE = new Attributes(BlockSpec.of(List.of()), List.of());

  private final BlockSpec spec;
  private final List<Member> members;
  private final Map<String, Stated> properties;
  private final Map<String, Section> sections;

  /** Notes what is asked; empty if nobody wants to know. */
  private final Optional<Tracker> tracker;

  private final String declaration;

  /** A property, and what its value was read as. */
  private static final class Stated {
    private final Member.Property node;
    private List<Value> values;
    private List<Tag> tags;
    private List<String> words;
    private Optional<Amount> amount;

    Stated(Member.Property node) {
      this.node = node;
    }
  }

  /** A section, and what it states. */
  private static final class Section {
    private final Member.Declaration node;
    private Attributes attributes;

    Section(Member.Declaration node) {
      this.node = node;
    }
  }

  /**
   * @param spec what may stand in the block
   * @param members what stands in it; the first of two equal properties counts
   */
  public Attributes(BlockSpec spec, List<Member> members) {
    this(spec, members, Optional.empty(), "");
  }

  /**
   * @param tracker notes what is asked
   * @param declaration names the declaration in these notes; the same as long as its kind, its name
   *     and where it stands are
   */
  Attributes(BlockSpec spec, List<Member> members, Optional<Tracker> tracker, String declaration) {
    this.spec = spec;
    this.tracker = tracker;
    this.declaration = declaration;
    this.members = members;
    this.properties = new HashMap<>(members.size() * 2);
    this.sections = new HashMap<>(4);
    for (Member member : members) {
      if (member instanceof Member.Property property && property.label().isEmpty()) {
        properties.putIfAbsent(property.key().text(), new Stated(property));
      } else if (member instanceof Member.Declaration section && section.name().isEmpty()) {
        sections.putIfAbsent(section.keyword().text(), new Section(section));
      }
    }
  }

  /** Attributes of a block that is not there. */
  public static Attributes none() {
    return NONE;
  }

  /** Whether it is noted what is asked here. */
  boolean isTracked() {
    return tracker.isPresent();
  }

  String declaration() {
    return declaration;
  }

  private void read(String name) {
    if (tracker.isPresent()) {
      tracker.get().property(name);
    }
  }

  /** Whoever is given the members may look at anything. */
  void readEverything() {
    if (tracker.isPresent()) {
      tracker.get().note(reads -> reads.everythingOf(declaration));
    }
  }

  public BlockSpec spec() {
    return spec;
  }

  /** All members, in the order of the text. */
  public List<Member> members() {
    readEverything();
    return members;
  }

  /** Whether the property is written, whatever its value. */
  public boolean has(String name) {
    read(name);
    return properties.containsKey(name) || sections.containsKey(name);
  }

  /** The member {@code name: value}. */
  public Optional<Member.Property> node(String name) {
    read(name);
    Stated stated = properties.get(name);
    return stated == null ? Optional.empty() : Optional.of(stated.node);
  }

  /** The member {@code name { }}. */
  public Optional<Member.Declaration> sectionNode(String name) {
    read(name);
    Section section = sections.get(name);
    return section == null ? Optional.empty() : Optional.of(section.node);
  }

  public Optional<Value> value(String name) {
    read(name);
    Stated stated = properties.get(name);
    return stated == null ? Optional.empty() : stated.node.value();
  }

  /** The elements of a list, or the single value; empty if absent. */
  public List<Value> values(String name) {
    read(name);
    Stated stated = properties.get(name);
    return stated == null ? List.of() : values(stated);
  }

  private static List<Value> values(Stated stated) {
    List<Value> known = stated.values;
    if (known == null) {
      known = stated.node.value().map(Attributes::elements).orElse(List.of());
      stated.values = known;
    }
    return known;
  }

  /** The elements of a list, or the value itself. */
  public static List<Value> elements(Value value) {
    return value instanceof Value.Sequence sequence ? sequence.elements() : List.of(value);
  }

  /** Whether {@code unknown} is written. */
  public boolean isUnknown(String name) {
    return isWord(name, "unknown");
  }

  /** Whether {@code none} is written. */
  public boolean isNone(String name) {
    return isWord(name, "none");
  }

  /** Whether the value is just this word. */
  public boolean isWord(String name, String word) {
    return value(name).flatMap(Attributes::wordOf).filter(word::equals).isPresent();
  }

  /** The word written, or else the schema's default. */
  public Optional<String> word(String name) {
    Optional<String> written = value(name).flatMap(Attributes::wordOf);
    return written.isPresent() || has(name)
        ? written
        : spec.property(name).flatMap(Property::fallback);
  }

  /** The words written, without {@code unknown} and {@code none}. */
  public List<String> words(String name) {
    read(name);
    Stated stated = properties.get(name);
    if (stated == null) {
      return List.of();
    }
    List<String> known = stated.words;
    if (known == null) {
      List<String> found = new ArrayList<>();
      for (Value value : values(stated)) {
        wordOf(value).filter(word -> !isConstant(word)).ifPresent(found::add);
      }
      known = List.copyOf(found);
      stated.words = known;
    }
    return known;
  }

  /** The words written, each with its options. */
  public List<Tag> tags(String name) {
    read(name);
    Stated stated = properties.get(name);
    if (stated == null) {
      return List.of();
    }
    List<Tag> known = stated.tags;
    if (known == null) {
      List<Tag> found = new ArrayList<>();
      for (Value value : values(stated)) {
        wordOf(value)
            .filter(word -> !isConstant(word))
            .ifPresent(word -> found.add(new Tag(word, options(name, word, value), value)));
      }
      known = List.copyOf(found);
      stated.tags = known;
    }
    return known;
  }

  /** The first word written, with its options. */
  public Optional<Tag> tag(String name) {
    List<Tag> tags = tags(name);
    return tags.isEmpty() ? Optional.empty() : Optional.of(tags.get(0));
  }

  private Attributes options(String name, String word, Value value) {
    return value
        .block()
        .map(
            block ->
                new Attributes(
                    spec.property(name)
                        .flatMap(property -> wordSpec(property.type(), word))
                        .orElse(NONE.spec),
                    block.members()))
        .orElse(NONE);
  }

  private static Optional<BlockSpec> wordSpec(Type type, String word) {
    return type instanceof Type.Tagged tagged
        ? tagged.words().find(word).flatMap(Word::block)
        : Optional.empty();
  }

  /** The references written; which of them lead anywhere, the plan knows. */
  public List<Value.Reference> references(String name) {
    List<Value.Reference> references = new ArrayList<>();
    for (Value value : values(name)) {
      if (value instanceof Value.Reference reference && !isConstant(reference.text())) {
        references.add(reference);
      }
    }
    return references;
  }

  /** The figure written, in base units; of a list the interval that holds all its figures. */
  public Optional<Amount> amount(String name) {
    read(name);
    Stated stated = properties.get(name);
    if (stated == null) {
      return Optional.empty();
    }
    Optional<Amount> known = stated.amount;
    if (known == null) {
      known = stated.node.value().flatMap(Amount::of).map(amount -> inBaseUnits(name, amount));
      stated.amount = known;
    }
    return known;
  }

  /** A bare number counts in what the property's bare numbers are: hours, for accelerator-hours. */
  private Amount inBaseUnits(String name, Amount amount) {
    double factor =
        amount.measure().isPresent()
            ? 1
            : spec.property(name)
                .map(Property::type)
                .filter(Type.Quantity.class::isInstance)
                .map(type -> ((Type.Quantity) type).bareFactor())
                .orElse(1.0);
    return factor == 1
        ? amount
        : new Amount(
            amount.low() * factor, amount.high() * factor, amount.measure(), amount.unit());
  }

  /** The single number written, in base units; empty for a range. */
  public OptionalDouble number(String name) {
    Optional<Amount> amount = amount(name).filter(Amount::isExact);
    return amount.isPresent() ? OptionalDouble.of(amount.get().low()) : OptionalDouble.empty();
  }

  /** The quoted text written. */
  public Optional<String> text(String name) {
    return value(name)
        .filter(Value.Text.class::isInstance)
        .map(value -> ((Value.Text) value).text());
  }

  /** The first day of the date written. */
  public Optional<LocalDate> date(String name) {
    return value(name)
        .filter(Value.Date.class::isInstance)
        .map(Value.Date.class::cast)
        .map(date -> LocalDate.of(date.year(), date.month(), Math.max(1, date.day())));
  }

  /** The last day of the date written: the last one of the month if only that is given. */
  public Optional<LocalDate> lastDate(String name) {
    return value(name)
        .filter(Value.Date.class::isInstance)
        .map(Value.Date.class::cast)
        .map(
            date ->
                date.day() == 0
                    ? YearMonth.of(date.year(), date.month()).atEndOfMonth()
                    : LocalDate.of(date.year(), date.month(), date.day()));
  }

  /** Whether {@code true} is written. */
  public boolean isTrue(String name) {
    return isWord(name, "true");
  }

  /** The attributes of a section; empty if the section is not there. */
  public Optional<Attributes> section(String name) {
    read(name);
    Section section = sections.get(name);
    if (section == null) {
      return Optional.empty();
    }
    Attributes known = section.attributes;
    if (known == null) {
      known =
          new Attributes(
              spec.property(name)
                  .map(Property::type)
                  .filter(Type.Section.class::isInstance)
                  .map(type -> ((Type.Section) type).block())
                  .orElse(NONE.spec),
              section.node.members());
      section.attributes = known;
    }
    return Optional.of(known);
  }

  /** What the block behind a value of the named property states. */
  public Attributes qualifiers(String name, Value value) {
    return value
        .block()
        .map(Block::members)
        .map(
            inside ->
                new Attributes(
                    BlockSpec.of(spec.property(name).map(Property::qualifiers).orElse(List.of())),
                    inside))
        .orElse(NONE);
  }

  /** What the block behind the property's single value states. */
  public Attributes qualifiers(String name) {
    return value(name).map(value -> qualifiers(name, value)).orElse(NONE);
  }

  /** The criteria of a section such as {@code metrics}. */
  public List<Member.Criterion> criteria() {
    return members().stream()
        .filter(Member.Criterion.class::isInstance)
        .map(Member.Criterion.class::cast)
        .toList();
  }

  /** The word that a value is, if it is one. */
  public static Optional<String> wordOf(Value value) {
    return value instanceof Value.Reference reference && reference.path().isSimple()
        ? Optional.of(reference.text())
        : Optional.empty();
  }

  /**
   * Whether a word is {@code unknown} or {@code none}: neither a word of a list nor a reference.
   */
  public static boolean isConstant(String word) {
    return word.equals("unknown") || word.equals("none");
  }
}
