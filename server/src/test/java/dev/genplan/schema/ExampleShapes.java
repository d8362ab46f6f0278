package dev.genplan.schema;

import dev.genplan.syntax.Member;
import dev.genplan.syntax.Value;
import java.util.Optional;

/** Whether a value has the shape that a type asks for; references are not followed. */
final class ExampleShapes {

  private ExampleShapes() {}

  static boolean fits(Property property, Type type, Value value) {
    if (value instanceof Value.Sequence sequence) {
      return property.many()
          && sequence.elements().stream().allMatch(element -> fits(property, type, element));
    }
    if (value instanceof Value.Range range) {
      return property.world() && fits(property, type, range.high());
    }
    if (!optionsAreKnown(property, type, value)) {
      return false;
    }
    if (value instanceof Value.Quantity quantity) {
      return quantityFits(type, quantity);
    }
    if (value instanceof Value.Reference reference) {
      return wordFits(type, reference.text());
    }
    if (value instanceof Value.Text) {
      return type instanceof Type.Text;
    }
    return value instanceof Value.Date && type instanceof Type.Date;
  }

  private static boolean quantityFits(Type type, Value.Quantity quantity) {
    if (type instanceof Type.Share) {
      return quantity.unit().isEmpty() && quantity.value() <= 1;
    }
    if (type instanceof Type.Number number) {
      return quantity.isBare()
          && quantity.value() >= number.min()
          && quantity.value() <= number.max()
          && (!number.integer() || quantity.value() == Math.rint(quantity.value()));
    }
    if (type instanceof Type.Quantity expected) {
      Optional<Measure> measure = quantity.unit().flatMap(Units::measure);
      return quantity.isBare()
          ? expected.bare() || expected.count()
          : measure.isPresent() && expected.measures().contains(measure.get());
    }
    return false;
  }

  private static boolean wordFits(Type type, String text) {
    if (type instanceof Type.Bool) {
      return text.equals("true") || text.equals("false");
    }
    return SchemaWalk.wordsOf(type)
        .map(words -> words.find(text).isPresent())
        .orElse(
            type instanceof Type.Reference
                || type instanceof Type.Identifier
                || type instanceof Type.LanguageTag
                || type instanceof Type.MetricName);
  }

  private static boolean optionsAreKnown(Property property, Type type, Value value) {
    if (value.block().isEmpty()) {
      return true;
    }
    Optional<BlockSpec> options =
        value instanceof Value.Reference reference
            ? optionsOf(type, reference.text())
            : Optional.empty();
    return value.block().get().members().stream()
        .map(member -> ((Member.Property) member).key().text())
        .allMatch(
            name ->
                options.flatMap(block -> block.property(name)).isPresent()
                    || property.qualifiers().stream().anyMatch(q -> q.name().equals(name))
                    || Schema.figureQualifier(name).isPresent());
  }

  private static Optional<BlockSpec> optionsOf(Type type, String text) {
    return SchemaWalk.wordsOf(type).flatMap(words -> words.find(text)).flatMap(Word::block);
  }
}
