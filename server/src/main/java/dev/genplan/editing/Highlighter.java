package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Course;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.catalog.UnusedDeclaration;
import dev.genplan.schema.FlowType;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Tokens;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Tells what the tokens of plans are. What a chunk itself says is kept as long as the chunk lives,
 * so that after an edit only what names mean is worked out anew.
 */
public final class Highlighter {

  /** Takes the tokens that are something, in the order of the text; they do not overlap. */
  @FunctionalInterface
  public interface Sink {

    /**
     * Takes a token.
     *
     * @param start offset in the file
     * @param end offset behind the token, which may lie in a later line
     */
    void token(int start, int end, TokenType type, Set<TokenTrait> traits);
  }

  private record Meaning(TokenType type, Set<TokenTrait> use, Set<TokenTrait> declaration) {}

  private final Map<Chunk, TokenType[]> words = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Gives the tokens of the chunks in which a range of the plan's own file lies.
   *
   * @param sink takes the tokens of these chunks, be they inside the range or not
   */
  public void each(Plan plan, Span range, Sink sink) {
    SyntaxTree tree = plan.source().tree();
    if (tree.chunks().isEmpty()) {
      return;
    }
    List<Mention> names = Mentions.all(plan);
    Map<Symbol, Meaning> meanings = new HashMap<>();
    int last = tree.chunkAt(range.end());
    int chunk = tree.chunkAt(range.start());
    int next = first(names, tree.start(chunk));
    for (; chunk <= last; chunk++) {
      int base = tree.start(chunk);
      Tokens tokens = tree.chunks().get(chunk).tokens();
      TokenType[] types = words.computeIfAbsent(tree.chunks().get(chunk), WordTypes::of);
      for (int i = 0; i < types.length; i++) {
        int start = base + tokens.start(i);
        while (next < names.size() && names.get(next).span().start() < start) {
          next++;
        }
        if (next < names.size() && names.get(next).span().start() == start) {
          name(names.get(next), base + tokens.end(i), plan, meanings, sink);
        } else if (types[i] != TokenType.NONE) {
          sink.token(start, base + tokens.end(i), types[i], Set.of());
        }
      }
    }
  }

  /** The index of the first name at or behind an offset. */
  private static int first(List<Mention> names, int offset) {
    int low = 0;
    int high = names.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (names.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static void name(
      Mention mention, int end, Plan plan, Map<Symbol, Meaning> meanings, Sink sink) {
    int start = mention.span().start();
    if (mention instanceof Mention.Verdict) {
      sink.token(start, end, TokenType.VERDICT, Set.of());
    } else if (mention instanceof Mention.Figure) {
      sink.token(start, end, TokenType.METRIC, Set.of());
    } else {
      Meaning meaning = meanings.computeIfAbsent(mention.symbol(), symbol -> meaning(plan, symbol));
      boolean declared = mention instanceof Mention.Declared;
      sink.token(start, end, meaning.type(), declared ? meaning.declaration() : meaning.use());
    }
  }

  private static Meaning meaning(Plan plan, Symbol symbol) {
    Set<TokenTrait> use = EnumSet.noneOf(TokenTrait.class);
    if (symbol.attributes().has("when") || plan.course().of(symbol) != Course.Presence.RUNS) {
      use.add(TokenTrait.CONDITIONAL);
    }
    // Others may use what a library declares.
    Set<TokenTrait> declaration = EnumSet.of(TokenTrait.DECLARATION);
    declaration.addAll(use);
    if (!plan.isLibrary() && UnusedDeclaration.isUnused(plan, symbol)) {
      declaration.add(TokenTrait.UNUSED);
    }
    return new Meaning(type(symbol), use, declaration);
  }

  private static TokenType type(Symbol symbol) {
    if (symbol.is("project")) {
      return TokenType.PROJECT;
    }
    return symbol.makes().map(Highlighter::type).orElse(TokenType.NAME);
  }

  private static TokenType type(FlowType made) {
    return switch (made) {
      case ADAPTER, MODEL -> TokenType.MODEL;
      case REWARD, ENCODER -> TokenType.SCORER;
      case DATASET -> TokenType.DATASET;
      case SYSTEM -> TokenType.SYSTEM;
      case REPORT -> TokenType.REPORT;
      case SERVICE -> TokenType.SERVICE;
      case COMPUTE -> TokenType.COMPUTE;
    };
  }
}
