package dev.genplan.editing;

import dev.genplan.catalog.Metrics;
import dev.genplan.plan.Attributes;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Name;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.Path;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Unit;
import dev.genplan.syntax.Value;
import java.util.List;
import java.util.Optional;

/**
 * Tells what each token of a chunk is, as far as the chunk itself and the schema say; what names
 * mean, only the plan knows.
 */
final class WordTypes {

  private static final BlockSpec NOTHING = BlockSpec.of(List.of());

  private final Tokens tokens;
  private final TokenType[] types;

  private WordTypes(Tokens tokens) {
    this.tokens = tokens;
    this.types = new TokenType[tokens.size()];
    for (int i = 0; i < types.length; i++) {
      types[i] = type(tokens.kind(i));
    }
  }

  /** One type for each token. */
  static TokenType[] of(Chunk chunk) {
    WordTypes words = new WordTypes(chunk.tokens());
    words.block(NOTHING, List.of(), chunk.members(), true);
    return words.types;
  }

  private static TokenType type(TokenKind kind) {
    return switch (kind) {
      case COMMENT -> TokenType.COMMENT;
      case DOC_COMMENT -> TokenType.DOC_COMMENT;
      case TEXT -> TokenType.TEXT;
      case NUMBER, DATE, PERCENT -> TokenType.NUMBER;
      case OPERATOR, RANGE -> TokenType.OPERATOR;
      default -> TokenType.NONE;
    };
  }

  private void set(Node node, TokenType type) {
    if (node.end() > node.start()) {
      set(node.start(), type);
    }
  }

  private void set(int offset, TokenType type) {
    int at = tokens.at(offset);
    if (tokens.kind(at) == TokenKind.NAME) {
      types[at] = type;
    }
  }

  private void block(BlockSpec spec, List<Property> more, List<Member> members, boolean top) {
    for (Member member : members) {
      if (member instanceof Member.Declaration declaration) {
        declaration(spec, declaration, top);
      } else if (member instanceof Member.Property property) {
        property(spec, more, property);
      } else if (member instanceof Member.Criterion criterion) {
        metric(criterion.metric());
        criterion.value().ifPresent(value -> value(Optional.empty(), value));
      } else if (member instanceof Member.Bare bare && holdsMetrics(spec)) {
        metric(bare.path());
      } else if (member instanceof Member.Import) {
        set(member.start(), TokenType.KEYWORD);
      }
    }
  }

  private static boolean holdsMetrics(BlockSpec spec) {
    return switch (spec.content()) {
      case CRITERIA, GATED_CRITERIA, RESULTS -> true;
      case PROPERTIES, STAGES -> false;
    };
  }

  private void declaration(BlockSpec outer, Member.Declaration declaration, boolean top) {
    String word = declaration.keyword().text();
    Optional<Property> section = outer.property(word);
    if (section.isPresent() && section.get().type() instanceof Type.Section type) {
      set(declaration.keyword(), TokenType.PROPERTY);
      block(type.block(), List.of(), declaration.members(), false);
      return;
    }
    Optional<Kind> kind =
        top || outer.content() == BlockSpec.Content.STAGES ? Schema.kind(word) : Optional.empty();
    Optional<BlockSpec> body =
        kind.map(Kind::body).or(() -> Optional.ofNullable(outer.nested().get(word)));
    body.ifPresent(known -> set(declaration.keyword(), TokenType.KEYWORD));
    block(body.orElse(NOTHING), List.of(), declaration.members(), false);
  }

  private void property(BlockSpec spec, List<Property> more, Member.Property member) {
    String key = member.key().text();
    Optional<Property> known = find(spec, more, key);
    if (member.label().isPresent()) {
      boolean allow = key.equals(Schema.allow().name());
      known = allow ? Optional.of(Schema.allow()) : Optional.empty();
      set(member.key().first(), allow ? TokenType.KEYWORD : TokenType.NONE);
      set(member.label().get(), TokenType.RULE);
    } else if (known.isPresent()) {
      set(member.key().first(), TokenType.PROPERTY);
    } else if (holdsMetrics(spec)) {
      metric(member.key());
    }
    Optional<Property> property = known;
    member.value().ifPresent(value -> value(property, value));
  }

  private static Optional<Property> find(BlockSpec spec, List<Property> more, String name) {
    Optional<Property> fixed = spec.property(name);
    if (fixed.isPresent()) {
      return fixed;
    }
    for (Property property : more) {
      if (property.name().equals(name)) {
        return Optional.of(property);
      }
    }
    return spec.keys().map(BlockSpec.Keys::value);
  }

  /** The last name of the path; those before it are names of datasets. */
  private void metric(Path path) {
    boolean known = Metrics.find(path.last().text()).isPresent();
    set(path.last(), known ? TokenType.METRIC : TokenType.OWN_METRIC);
  }

  private void value(Optional<Property> property, Value value) {
    if (value instanceof Value.Sequence list) {
      list.elements().forEach(element -> value(property, element));
      return;
    }
    Optional<BlockSpec> options = Optional.empty();
    if (value instanceof Value.Reference reference) {
      options = property.flatMap(known -> word(known.type(), reference));
    } else if (value instanceof Value.Quantity quantity) {
      quantity(quantity);
    } else if (value instanceof Value.Range range) {
      quantity(range.low());
      quantity(range.high());
    } else if (value instanceof Value.Bound bound) {
      quantity(bound.limit());
    }
    Optional<Block> block = value.block();
    if (block.isPresent()) {
      List<Property> qualifiers = property.map(Property::qualifiers).orElse(List.of());
      qualified(options, qualifiers, block.get());
    }
  }

  private void qualified(Optional<BlockSpec> options, List<Property> qualifiers, Block block) {
    for (Member member : block.members()) {
      if (member instanceof Member.Property property) {
        String key = property.key().text();
        Optional<Property> figure = Schema.figureQualifier(key);
        List<Property> more =
            find(options.orElse(NOTHING), qualifiers, key).isEmpty() && figure.isPresent()
                ? List.of(figure.get())
                : qualifiers;
        block(options.orElse(NOTHING), more, List.of(property), false);
      } else {
        block(options.orElse(NOTHING), qualifiers, List.of(member), false);
      }
    }
  }

  /** A word that is a value; what options it takes. */
  private Optional<BlockSpec> word(Type type, Value.Reference reference) {
    Name name = reference.path().first();
    String text = reference.text();
    if (Attributes.isConstant(text)) {
      set(name, TokenType.CONSTANT);
    } else if (type instanceof Type.Bool) {
      boolean constant = text.equals("true") || text.equals("false");
      set(name, constant ? TokenType.CONSTANT : TokenType.NONE);
    } else if (type instanceof Type.Word words) {
      word(words.words(), name);
    } else if (type instanceof Type.Tagged tagged) {
      word(tagged.words(), name);
      return tagged.words().find(name.text()).flatMap(Word::block);
    } else if (type instanceof Type.LanguageTag) {
      set(name, TokenType.WORD);
    } else if (type instanceof Type.Identifier) {
      set(name, TokenType.NAME);
    } else if (type instanceof Type.MetricName) {
      metric(reference.path());
    } else if (type instanceof Type.Either either) {
      for (Type each : either.types()) {
        Optional<BlockSpec> options = word(each, reference);
        if (options.isPresent()) {
          return options;
        }
      }
    }
    return Optional.empty();
  }

  private void word(WordList words, Name name) {
    if (words.isOpen() || words.find(name.text()).isPresent()) {
      set(name, TokenType.WORD);
    }
  }

  /** The number with its magnitude, and the unit, which may have a number behind its slash. */
  private void quantity(Value.Quantity quantity) {
    names(quantity.start(), quantity.numberEnd());
    if (quantity.unit().isPresent()) {
      Unit unit = quantity.unit().get();
      names(unit.start(), unit.end());
      set(unit.numerator(), TokenType.UNIT);
      unit.denominator().ifPresent(per -> set(per, TokenType.UNIT));
    }
  }

  private void names(int from, int to) {
    for (int i = tokens.at(from); i < types.length && tokens.start(i) < to; i++) {
      if (tokens.kind(i) == TokenKind.NAME) {
        types[i] = TokenType.NUMBER;
      }
    }
  }
}
