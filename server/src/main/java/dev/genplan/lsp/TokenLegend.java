package dev.genplan.lsp;

import dev.genplan.editing.TokenTrait;
import dev.genplan.editing.TokenType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.SemanticTokenModifiers;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.SemanticTokensLegend;

/**
 * What a client calls the types of tokens. All are the protocol's own, since these are what themes
 * color; those that the client has not announced are left out. The modifiers {@code unused} and
 * {@code conditional} are GenPlan's own: a client that does not know them passes over them.
 */
final class TokenLegend {

  private static final String UNUSED = "unused";
  private static final String CONDITIONAL = "conditional";

  private final List<String> types = new ArrayList<>();
  private final List<String> modifiers = new ArrayList<>();
  private final Map<TokenType, Integer> indexes = new EnumMap<>(TokenType.class);
  private final Map<TokenType, Integer> bits = new EnumMap<>(TokenType.class);
  private final Map<TokenTrait, Integer> traits = new EnumMap<>(TokenTrait.class);

  private TokenLegend(Set<String> knownTypes, Set<String> knownModifiers) {
    for (TokenType type : TokenType.values()) {
      typeName(type)
          .filter(knownTypes::contains)
          .ifPresent(name -> indexes.put(type, index(types, name)));
      modifierName(type)
          .filter(knownModifiers::contains)
          .ifPresent(name -> bits.put(type, 1 << index(modifiers, name)));
    }
    for (TokenTrait trait : TokenTrait.values()) {
      String name = modifierName(trait);
      if (trait != TokenTrait.DECLARATION || knownModifiers.contains(name)) {
        traits.put(trait, 1 << index(modifiers, name));
      }
    }
  }

  static TokenLegend of(SemanticTokensCapabilities client) {
    return new TokenLegend(
        Set.copyOf(Optional.ofNullable(client.getTokenTypes()).orElse(List.of())),
        Set.copyOf(Optional.ofNullable(client.getTokenModifiers()).orElse(List.of())));
  }

  private static int index(List<String> names, String name) {
    int known = names.indexOf(name);
    if (known >= 0) {
      return known;
    }
    names.add(name);
    return names.size() - 1;
  }

  SemanticTokensLegend announced() {
    return new SemanticTokensLegend(types, modifiers);
  }

  /** The number of a type, -1 where the client does not know it. */
  int type(TokenType type) {
    return indexes.getOrDefault(type, -1);
  }

  /** The bits of the modifiers of a token. */
  int modifiers(TokenType type, Set<TokenTrait> of) {
    int all = bits.getOrDefault(type, 0);
    for (TokenTrait trait : of) {
      all |= traits.getOrDefault(trait, 0);
    }
    return all;
  }

  private static Optional<String> typeName(TokenType type) {
    return switch (type) {
      case NONE -> Optional.empty();
      case KEYWORD, CONSTANT -> Optional.of(SemanticTokenTypes.Keyword);
      case PROPERTY -> Optional.of(SemanticTokenTypes.Property);
      case WORD -> Optional.of(SemanticTokenTypes.EnumMember);
      case METRIC, OWN_METRIC -> Optional.of(SemanticTokenTypes.Parameter);
      case VERDICT -> Optional.of(SemanticTokenTypes.Event);
      case UNIT -> Optional.of(SemanticTokenTypes.Modifier);
      case NUMBER -> Optional.of(SemanticTokenTypes.Number);
      case TEXT -> Optional.of(SemanticTokenTypes.String);
      case OPERATOR -> Optional.of(SemanticTokenTypes.Operator);
      case COMMENT, DOC_COMMENT -> Optional.of(SemanticTokenTypes.Comment);
      case RULE -> Optional.of(SemanticTokenTypes.Decorator);
      case PROJECT -> Optional.of(SemanticTokenTypes.Namespace);
      case MODEL -> Optional.of(SemanticTokenTypes.Class);
      case SCORER -> Optional.of(SemanticTokenTypes.Interface);
      case DATASET -> Optional.of(SemanticTokenTypes.Struct);
      case SYSTEM -> Optional.of(SemanticTokenTypes.Type);
      case REPORT -> Optional.of(SemanticTokenTypes.Function);
      case SERVICE -> Optional.of(SemanticTokenTypes.Method);
      case COMPUTE, NAME -> Optional.of(SemanticTokenTypes.Variable);
    };
  }

  private static Optional<String> modifierName(TokenType type) {
    return switch (type) {
      case METRIC -> Optional.of(SemanticTokenModifiers.DefaultLibrary);
      case DOC_COMMENT -> Optional.of(SemanticTokenModifiers.Documentation);
      case COMPUTE -> Optional.of(SemanticTokenModifiers.Readonly);
      default -> Optional.empty();
    };
  }

  private static String modifierName(TokenTrait trait) {
    return switch (trait) {
      case DECLARATION -> SemanticTokenModifiers.Declaration;
      case UNUSED -> UNUSED;
      case CONDITIONAL -> CONDITIONAL;
    };
  }
}
