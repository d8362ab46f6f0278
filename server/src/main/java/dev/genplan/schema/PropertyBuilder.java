package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes a {@link Property} so that many of them can be read as a table. */
final class PropertyBuilder {

  private final String name;
  private Type type;
  private Localized title = Localized.same("");
  private Localized doc = Localized.same("");
  private boolean required;
  private boolean many;
  private boolean world;
  private boolean none;
  private Optional<String> fallback = Optional.empty();
  private List<Property> qualifiers = List.of();

  private PropertyBuilder(String name, Type type) {
    this.name = name;
    this.type = type;
  }

  static PropertyBuilder text(String name) {
    return new PropertyBuilder(name, new Type.Text());
  }

  static PropertyBuilder identifier(String name) {
    return new PropertyBuilder(name, new Type.Identifier());
  }

  static PropertyBuilder date(String name) {
    return new PropertyBuilder(name, new Type.Date());
  }

  static PropertyBuilder bool(String name) {
    return new PropertyBuilder(name, new Type.Bool());
  }

  static PropertyBuilder language(String name) {
    return new PropertyBuilder(name, new Type.LanguageTag());
  }

  static PropertyBuilder metric(String name) {
    return new PropertyBuilder(name, new Type.MetricName());
  }

  /** A whole number that counts something of which there is at least one. */
  static PropertyBuilder count(String name) {
    return new PropertyBuilder(name, new Type.Number(true, 1, Double.POSITIVE_INFINITY));
  }

  /** A whole number, 0 included. */
  static PropertyBuilder integer(String name) {
    return new PropertyBuilder(name, new Type.Number(true, 0, Double.POSITIVE_INFINITY));
  }

  /** A number that may be 0 but not negative, unless {@link #between} says otherwise. */
  static PropertyBuilder number(String name) {
    return new PropertyBuilder(name, new Type.Number(false, 0, Double.POSITIVE_INFINITY));
  }

  static PropertyBuilder share(String name) {
    return new PropertyBuilder(name, new Type.Share());
  }

  static PropertyBuilder quantity(String name, Measure... measures) {
    return new PropertyBuilder(name, new Type.Quantity(List.of(measures), false, false));
  }

  static PropertyBuilder quantity(String name, Dimension dimension) {
    return quantity(name, Measure.of(dimension));
  }

  /** A plain count that is usually written with a magnitude: parameters. */
  static PropertyBuilder magnitude(String name) {
    return new PropertyBuilder(name, new Type.Quantity(List.of(), true, true));
  }

  static PropertyBuilder word(String name, WordList words) {
    return new PropertyBuilder(name, new Type.Word(words)).noneIf(words);
  }

  static PropertyBuilder tagged(String name, WordList words) {
    return new PropertyBuilder(name, new Type.Tagged(words)).noneIf(words);
  }

  static PropertyBuilder reference(String name, FlowType... accepts) {
    return new PropertyBuilder(
        name, new Type.Reference(Set.of(accepts), Set.of(), Type.Target.ARTIFACT));
  }

  /** A reference to something that is not what a declaration makes. */
  static PropertyBuilder reference(String name, Type.Target target, FlowType... accepts) {
    return new PropertyBuilder(name, new Type.Reference(Set.of(accepts), Set.of(), target));
  }

  static PropertyBuilder section(String name, BlockSpec block) {
    return new PropertyBuilder(name, new Type.Section(block));
  }

  static PropertyBuilder either(String name, Type... types) {
    return new PropertyBuilder(name, new Type.Either(List.of(types)));
  }

  private PropertyBuilder noneIf(WordList words) {
    none = words.find("none").isPresent();
    return this;
  }

  PropertyBuilder title(String en, String zh) {
    title = Localized.of(en, zh);
    return this;
  }

  PropertyBuilder doc(String en, String zh) {
    doc = Localized.of(en, zh);
    return this;
  }

  PropertyBuilder required() {
    required = true;
    return this;
  }

  PropertyBuilder many() {
    many = true;
    return this;
  }

  PropertyBuilder world() {
    world = true;
    return this;
  }

  PropertyBuilder none() {
    none = true;
    return this;
  }

  PropertyBuilder fallback(String value) {
    fallback = Optional.of(value);
    return this;
  }

  /** Zero makes no sense either. */
  PropertyBuilder positive() {
    return between(Double.MIN_VALUE, Double.POSITIVE_INFINITY);
  }

  PropertyBuilder between(double min, double max) {
    type = new Type.Number(((Type.Number) type).integer(), min, max);
    return this;
  }

  /** The unit may be left out. */
  PropertyBuilder bare() {
    return bare(1);
  }

  /** The unit may be left out, a bare number then counting in units of that many base units. */
  PropertyBuilder bare(double factor) {
    Type.Quantity quantity = (Type.Quantity) type;
    type = new Type.Quantity(quantity.measures(), true, quantity.count(), factor);
    return this;
  }

  /** A plain count may stand here as well: steps beside minutes. */
  PropertyBuilder orCount() {
    Type.Quantity quantity = (Type.Quantity) type;
    type = new Type.Quantity(quantity.measures(), true, true, 1);
    return this;
  }

  /** What would fit one of the accepted types, and all the same cannot stand here. */
  PropertyBuilder except(FlowType... rejected) {
    Type.Reference reference = (Type.Reference) type;
    type = new Type.Reference(reference.accepts(), Set.of(rejected), reference.target());
    return this;
  }

  PropertyBuilder qualifiers(Property... properties) {
    qualifiers = List.of(properties);
    return this;
  }

  /** The finished property, with a value as it would be written. */
  Property example(String value) {
    return new Property(
        name, title, doc, type, required, many, world, none, fallback, value, qualifiers);
  }
}
