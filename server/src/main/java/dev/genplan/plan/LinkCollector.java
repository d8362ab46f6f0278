package dev.genplan.plan;

import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Path;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks a declaration along its schema and collects the references in it. */
final class LinkCollector {

  private static final Type.Reference FIGURE =
      new Type.Reference(Set.of(FlowType.REPORT), Type.Target.FIGURE);
  private static final Type.Reference METRIC_SUBJECT =
      new Type.Reference(Set.of(FlowType.values()), Type.Target.SUBJECT);

  private final Symbol from;
  private final List<Link> links = new ArrayList<>();

  private LinkCollector(Symbol from) {
    this.from = from;
  }

  static List<Link> collect(Symbol from) {
    LinkCollector collector = new LinkCollector(from);
    collector.block(from.attributes().spec(), from.declaration().members(), "");
    return collector.links;
  }

  private void block(BlockSpec spec, List<Member> members, String section) {
    for (Member member : members) {
      if (member instanceof Member.Property property) {
        property(spec, property, section);
      } else if (member instanceof Member.Criterion criterion) {
        subject(criterion.metric(), section);
        criterion.value().ifPresent(value -> figure(value, section));
      } else if (member instanceof Member.Bare bare) {
        if (isCriteria(spec)) {
          subject(bare.path(), section);
        }
      } else if (member instanceof Member.Declaration nested && nested.name().isEmpty()) {
        spec.property(nested.keyword().text())
            .map(Property::type)
            .filter(Type.Section.class::isInstance)
            .ifPresent(
                type ->
                    block(
                        ((Type.Section) type).block(), nested.members(), nested.keyword().text()));
      }
    }
  }

  private static boolean isCriteria(BlockSpec spec) {
    return spec.content() == BlockSpec.Content.CRITERIA
        || spec.content() == BlockSpec.Content.GATED_CRITERIA;
  }

  private void property(BlockSpec spec, Member.Property member, String section) {
    if (member.label().isPresent()) {
      return;
    }
    Optional<Property> known = spec.property(member.key().text());
    if (known.isEmpty() && spec.content() == BlockSpec.Content.RESULTS) {
      subject(member.key(), section);
      return;
    }
    Optional<Property> property = known.or(() -> spec.keys().map(BlockSpec.Keys::value));
    if (property.isPresent() && member.value().isPresent()) {
      for (Value value : Attributes.elements(member.value().get())) {
        value(member.key().text(), property.get(), property.get().type(), value);
      }
    }
  }

  private void value(String name, Property property, Type type, Value value) {
    if (value instanceof Value.Reference reference) {
      if (type instanceof Type.Reference expected) {
        reference(name, expected, reference);
      } else if (type instanceof Type.Tagged tagged) {
        tagged
            .words()
            .find(reference.text())
            .flatMap(Word::block)
            .ifPresent(
                spec -> value.block().ifPresent(block -> block(spec, block.members(), name)));
        return;
      }
    }
    value
        .block()
        .ifPresent(
            block -> {
              for (Member member : block.members()) {
                if (member instanceof Member.Property qualifier) {
                  qualifier(property, qualifier);
                }
              }
            });
  }

  private void qualifier(Property property, Member.Property member) {
    String name = member.key().text();
    Optional<Property> qualifier =
        property.qualifiers().stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .or(
                () ->
                    Schema.figureQualifiers().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst());
    if (qualifier.isPresent() && member.value().isPresent()) {
      for (Value value : Attributes.elements(member.value().get())) {
        value(name, qualifier.get(), qualifier.get().type(), value);
      }
    }
  }

  private void reference(String name, Type.Reference expected, Value.Reference reference) {
    if (reference.path().isSimple() && Attributes.isConstant(reference.text())) {
      return;
    }
    boolean innerFirst =
        expected.target() == Type.Target.INNER_STAGE || (from.is("repeat") && name.equals("until"));
    Resolution target = Resolver.resolve(reference.path(), from, innerFirst);
    links.add(new Link(from, name, reference.path(), Optional.of(reference), target, expected));
  }

  /** {@code full-quality.rouge1} where a number is expected. */
  private void figure(Value value, String section) {
    if (value instanceof Value.Reference reference && !Attributes.isConstant(reference.text())) {
      Resolution target = Resolver.resolve(reference.path(), from, false);
      links.add(new Link(from, section, reference.path(), Optional.of(reference), target, FIGURE));
    }
  }

  /** {@code truthfulqa} in {@code truthfulqa.truthful}: what a metric is measured on. */
  private void subject(Path metric, String section) {
    if (metric.isSimple()) {
      return;
    }
    Path subject =
        new Path(
            metric.names().subList(0, metric.names().size() - 1),
            metric.start(),
            metric.names().get(metric.names().size() - 2).end());
    links.add(
        new Link(
            from,
            section,
            subject,
            Optional.empty(),
            Resolver.resolve(subject, from, false),
            METRIC_SUBJECT));
  }
}
