package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Statement.Part;
import dev.genplan.plan.Plan;
import dev.genplan.plan.References;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Measure;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.TokenKind;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/** Tells what can stand between the braces of a tagged block, a section, a qualified value. */
public final class Signatures {

  /** Words of a list that are shown one by one; of longer ones the name is. */
  private static final int SHOWN = 4;

  private static final Localized NUMBER = Localized.of("number", "数字");
  private static final Localized INTEGER = Localized.of("integer", "整数");
  private static final Localized SHARE = Localized.of("share", "比例");
  private static final Localized TEXT = Localized.of("text", "文本");
  private static final Localized NAME = Localized.of("name", "名称");
  private static final Localized DATE = Localized.of("date", "日期");
  private static final Localized LANGUAGE = Localized.of("language", "语言");
  private static final Localized METRIC = Localized.of("metric", "指标");

  private final Plan plan;
  private final int offset;
  private final Language language;
  private final Descriptions descriptions;
  private final StringBuilder label = new StringBuilder();
  private final List<Signature.Parameter> parameters = new ArrayList<>();

  private Signatures(Plan plan, int offset, Surroundings surroundings) {
    this.plan = plan;
    this.offset = offset;
    this.language = surroundings.language();
    this.descriptions = new Descriptions(surroundings);
  }

  /** The signature of the innermost braces; empty in those of a declaration and outside of any. */
  public static Optional<Signature> at(Plan plan, int offset, Surroundings surroundings) {
    return new Signatures(plan, offset, surroundings).signature();
  }

  private Optional<Signature> signature() {
    Scopes.Found found = Scopes.at(plan, offset);
    Scope scope = found.scope();
    boolean declaration =
        switch (scope.place()) {
          case FILE, DECLARATION, UNKNOWN -> true;
          case PART, SECTION, OPTIONS, QUALIFIERS -> false;
        };
    List<Property> properties = properties(scope);
    if (declaration || properties.isEmpty()) {
      return Optional.empty();
    }
    label.append(scope.word()).append(" { ");
    for (Property property : properties) {
      parameter(property);
    }
    label.append(" }");
    return Optional.of(new Signature(label.toString(), parameters, active(found, properties)));
  }

  private static List<Property> properties(Scope scope) {
    List<Property> properties = new ArrayList<>(scope.properties());
    scope.spec().keys().map(BlockSpec.Keys::value).ifPresent(properties::add);
    return properties;
  }

  private void parameter(Property property) {
    if (!parameters.isEmpty()) {
      label.append(", ");
    }
    int start = label.length();
    boolean section = property.type() instanceof Type.Section;
    label.append(property.name()).append(section ? " { … }" : ": " + type(property.type()));
    parameters.add(
        new Signature.Parameter(new Span(start, label.length()), descriptions.property(property)));
  }

  /** What a property takes, in a word or two. */
  private String type(Type type) {
    if (type instanceof Type.Number number) {
      return (number.integer() ? INTEGER : NUMBER).in(language);
    } else if (type instanceof Type.Share) {
      return SHARE.in(language);
    } else if (type instanceof Type.Quantity quantity) {
      return quantity.measures().isEmpty()
          ? NUMBER.in(language)
          : measure(quantity.measures().get(0));
    } else if (type instanceof Type.Word words) {
      return words(words.words());
    } else if (type instanceof Type.Tagged tagged) {
      return words(tagged.words());
    } else if (type instanceof Type.Reference reference) {
      return References.phrase(reference).in(language).replaceFirst("^an? ", "");
    } else if (type instanceof Type.Either either) {
      return String.join(" | ", either.types().stream().map(this::type).distinct().toList());
    } else if (type instanceof Type.Bool) {
      return "true | false";
    }
    return simple(type).in(language);
  }

  private static Localized simple(Type type) {
    if (type instanceof Type.Date) {
      return DATE;
    } else if (type instanceof Type.LanguageTag) {
      return LANGUAGE;
    } else if (type instanceof Type.MetricName) {
      return METRIC;
    }
    return type instanceof Type.Identifier ? NAME : TEXT;
  }

  private String measure(Measure measure) {
    String of = measure.of().title().in(language);
    return measure.per().map(per -> of + "/" + per.title().in(language)).orElse(of);
  }

  private static String words(WordList list) {
    if (list.words().size() > SHOWN) {
      return list.name();
    }
    return String.join(" | ", list.words().stream().map(word -> word.text()).toList());
  }

  /**
   * The property of the member at the caret; where none is named yet, the first that is missing.
   */
  private OptionalInt active(Scopes.Found found, List<Property> properties) {
    List<Part> member = Statement.read(plan.source().tree(), found.from(), offset).member();
    if (member.isEmpty()) {
      Set<String> written = found.scope().written();
      return first(properties, property -> !written.contains(property.name()));
    }
    String word = member.get(0).text();
    boolean whole =
        member.size() > 1
            && (member.get(1).is(TokenKind.COLON) || member.get(1).is(TokenKind.NAME));
    OptionalInt named =
        first(
            properties,
            property -> whole ? property.name().equals(word) : property.name().startsWith(word));
    boolean key = named.isEmpty() && found.scope().spec().keys().isPresent();
    return key ? OptionalInt.of(properties.size() - 1) : named;
  }

  private static OptionalInt first(List<Property> properties, Predicate<Property> wanted) {
    for (int i = 0; i < properties.size(); i++) {
      if (wanted.test(properties.get(i))) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }
}
