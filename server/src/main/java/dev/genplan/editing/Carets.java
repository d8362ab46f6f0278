package dev.genplan.editing;

import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Caret.Target;
import dev.genplan.editing.Statement.Part;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.schema.Property;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.TokenKind;
import dev.genplan.syntax.Tokens;
import dev.genplan.syntax.Value;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what can stand at a caret. */
public final class Carets {

  private final SyntaxTree tree;
  private final int offset;
  private final int base;
  private final Tokens tokens;
  private final Scopes.Found found;

  private Carets(Plan plan, int offset) {
    this.tree = plan.source().tree();
    this.offset = offset;
    int chunk = tree.chunkAt(offset);
    this.base = tree.start(chunk);
    this.tokens = tree.chunks().get(chunk).tokens();
    this.found = Scopes.at(plan, offset);
  }

  /**
   * What can be typed at an offset. A word that the offset is in, or directly behind, is being
   * typed; one directly behind the offset is not.
   */
  public static Caret typing(Plan plan, int offset) {
    return new Carets(plan, offset).classify();
  }

  /** What stands at an offset: the word it is in, directly before or directly behind. */
  public static Caret pointing(Plan plan, int offset) {
    SyntaxTree tree = plan.source().tree();
    int chunk = tree.chunkAt(offset);
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    if (tokens.size() > 0 && offset < tree.text().length()) {
      int at = tokens.at(offset - base);
      boolean word = tokens.kind(at) == TokenKind.NAME || tokens.kind(at) == TokenKind.TEXT;
      if (word) {
        return typing(plan, Math.max(offset, base + tokens.start(at) + 1));
      }
    }
    return typing(plan, offset);
  }

  /** The end of the word that begins at an offset; the offset itself where none does. */
  public static int wordEnd(Plan plan, int offset) {
    SyntaxTree tree = plan.source().tree();
    int chunk = tree.chunkAt(offset);
    int base = tree.start(chunk);
    Tokens tokens = tree.chunks().get(chunk).tokens();
    if (tokens.size() == 0 || offset >= tree.text().length()) {
      return offset;
    }
    int at = tokens.at(offset - base);
    return tokens.kind(at) == TokenKind.NAME && base + tokens.start(at) == offset
        ? base + tokens.end(at)
        : offset;
  }

  /**
   * What a value is of, by where one of its tokens starts; for the reason behind {@code allow} that
   * exception itself.
   */
  static Optional<Caret.Target> target(Plan plan, int start) {
    Carets carets = new Carets(plan, start);
    List<Part> member = Statement.read(carets.tree, carets.found.from(), start).member();
    int assign = assign(member);
    if (assign < 1) {
      return Optional.empty();
    }
    return Optional.of(
        member.get(0).text().equals("allow")
            ? new Caret.Target.Of(Schema.allow())
            : carets.target(member.subList(0, assign), member.get(assign)));
  }

  private Caret classify() {
    Span here = new Span(offset, offset);
    Optional<Part> touched = touched();
    if (touched.isPresent() && isInside(touched.get())) {
      return inside(touched.get(), here);
    }
    Statement statement = Statement.read(tree, found.from(), offset);
    List<Part> member = new ArrayList<>(statement.member());
    List<Part> element = new ArrayList<>(statement.element());
    List<Part> current = statement.isInList() ? element : member;
    Span word = here;
    if (touched.isPresent() && touched.get().is(TokenKind.NAME) && !current.isEmpty()) {
      current.remove(current.size() - 1);
      word = new Span(touched.get().start(), touched.get().end());
    } else if (touched.isPresent() && touched.get().is(TokenKind.NUMBER)) {
      return new Caret.Free(here);
    }
    int assign = assign(member);
    if (assign < 0) {
      return statement.isInList() ? new Caret.Free(word) : head(member, word);
    }
    List<Part> before = member.subList(0, assign);
    List<Part> value = statement.isInList() ? element : member.subList(assign + 1, member.size());
    return value(before, member.get(assign), value, word, statement.isInList());
  }

  /** The token that the caret is in or directly behind. */
  private Optional<Part> touched() {
    if (offset == base || tokens.size() == 0) {
      return Optional.empty();
    }
    int at = tokens.at(offset - 1 - base);
    int start = base + tokens.start(at);
    int end = base + tokens.end(at);
    return Optional.of(new Part(tokens.kind(at), tree.text().substring(start, end), start, end));
  }

  /** Whether the caret is where only free text can be typed. */
  private boolean isInside(Part token) {
    return switch (token.kind()) {
      case COMMENT, DOC_COMMENT -> true;
      case TEXT -> offset < token.end();
      case UNKNOWN -> isQuote(token.text().charAt(0));
      default -> false;
    };
  }

  private static boolean isQuote(char unit) {
    return unit == '"' || unit == '“' || unit == '”' || unit == '\'';
  }

  private Caret inside(Part token, Span here) {
    if (token.is(TokenKind.COMMENT) || token.is(TokenKind.DOC_COMMENT)) {
      return new Caret.Free(here);
    }
    List<Part> member = Statement.read(tree, found.from(), token.start()).member();
    int quotes = token.text().startsWith("\"\"\"") ? 3 : 1;
    boolean closed = token.is(TokenKind.TEXT) && token.text().length() >= 2 * quotes;
    Span content =
        new Span(
            Math.min(token.start() + quotes, token.end()), token.end() - (closed ? quotes : 0));
    if (!content.touches(offset)) {
      return new Caret.Free(here);
    }
    if (member.size() == 1 && member.get(0).text().equals("import")) {
      return new Caret.ImportPath(content);
    }
    int assign = assign(member);
    Optional<Property> property =
        assign > 0 ? found.scope().find(member.get(0).text()) : Optional.empty();
    return new Caret.InText(content, property);
  }

  /** The index of the colon or comparison behind the words at the start of a member. */
  private static int assign(List<Part> member) {
    for (int i = 0; i < member.size(); i++) {
      TokenKind kind = member.get(i).kind();
      if (kind == TokenKind.COLON || kind == TokenKind.OPERATOR) {
        return i;
      } else if (kind != TokenKind.NAME && kind != TokenKind.DOT) {
        return -1;
      }
    }
    return -1;
  }

  private Caret head(List<Part> before, Span word) {
    Scope scope = found.scope();
    if (before.isEmpty()) {
      return new Caret.MemberStart(scope, word, goesOn(word.end()));
    }
    if (before.stream().anyMatch(part -> !part.is(TokenKind.NAME) && !part.is(TokenKind.DOT))) {
      return new Caret.Free(word);
    }
    Part last = before.get(before.size() - 1);
    if (last.is(TokenKind.DOT)) {
      return scope.holdsMetrics()
          ? new Caret.MetricMember(scope, names(before), word)
          : new Caret.Free(word);
    }
    if (scope.holdsMetrics()) {
      return new Caret.Comparison(scope, String.join(".", names(before)), word);
    }
    if (before.size() > 1) {
      return new Caret.Free(word);
    }
    if (last.text().equals("allow")) {
      return new Caret.RuleName(scope, word);
    }
    return last.text().equals("import")
        ? new Caret.Free(word)
        : new Caret.DeclaredName(scope, last.text(), word);
  }

  /** Whether what makes a member of a word stands behind it already. */
  private boolean goesOn(int end) {
    for (int i = tokens.at(Math.max(0, end - base)); i < tokens.size(); i++) {
      if (base + tokens.start(i) < end || tokens.kind(i).isTrivia()) {
        continue;
      }
      return switch (tokens.kind(i)) {
        case COLON, OPERATOR, OPEN_BRACE, NAME, DOT, TEXT -> true;
        default -> false;
      };
    }
    return false;
  }

  private Caret value(List<Part> before, Part assign, List<Part> value, Span word, boolean inList) {
    Scope scope = found.scope();
    Target target = target(before, assign);
    if (value.isEmpty()) {
      return new Caret.ValueStart(
          scope, target, wholePath(word), inList ? others(before, word) : List.of());
    }
    Part last = value.get(value.size() - 1);
    if (last.is(TokenKind.DOT)) {
      List<Part> owner = value.subList(0, value.size() - 1);
      boolean path =
          owner.stream().allMatch(part -> part.is(TokenKind.NAME) || part.is(TokenKind.DOT));
      return path ? new Caret.ValueMember(scope, target, names(value), word) : new Caret.Free(word);
    }
    return unit(scope, target, value, word).orElseGet(() -> new Caret.Free(word));
  }

  private Target target(List<Part> before, Part assign) {
    Scope scope = found.scope();
    String name = String.join(".", names(before));
    boolean gated = assign.is(TokenKind.OPERATOR);
    boolean labelled =
        before.size() == 2 && before.stream().allMatch(part -> part.is(TokenKind.NAME));
    Optional<Property> property = gated || labelled ? Optional.empty() : scope.find(name);
    if (property.isPresent()) {
      return new Target.Of(property.get());
    }
    return scope.holdsMetrics() ? new Target.OfMetric(name, gated) : new Target.Unknown();
  }

  /** Number, unit, slash, number: the unit that follows, if one can. */
  private static Optional<Caret> unit(Scope scope, Target target, List<Part> value, Span word) {
    int last = value.size() - 1;
    Part end = value.get(last);
    if (end.is(TokenKind.NUMBER)
        && last > 1
        && value.get(last - 1).is(TokenKind.SLASH)
        && value.get(last - 2).is(TokenKind.NAME)) {
      return Optional.of(perUnit(scope, target, value.subList(0, last), word));
    } else if (end.is(TokenKind.NUMBER)) {
      return Optional.of(new Caret.InUnit(scope, target, end.text(), Optional.empty(), word));
    } else if (end.is(TokenKind.SLASH) && last > 0) {
      return Optional.of(perUnit(scope, target, value, word));
    }
    return Optional.empty();
  }

  private static Caret perUnit(Scope scope, Target target, List<Part> value, Span word) {
    Part numerator = value.get(value.size() - 2);
    boolean known = numerator.is(TokenKind.NAME);
    String number = value.size() > 2 ? value.get(value.size() - 3).text() : "";
    return known
        ? new Caret.InUnit(scope, target, number, Optional.of(numerator.text()), word)
        : new Caret.Free(word);
  }

  /** A word with the names behind its dots, since a reference replaces all of them. */
  private Span wholePath(Span word) {
    if (word.length() == 0) {
      return word;
    }
    int end = word.end();
    int at = tokens.at(end - base);
    while (at + 1 < tokens.size()
        && base + tokens.start(at) == end
        && tokens.kind(at) == TokenKind.DOT
        && tokens.kind(at + 1) == TokenKind.NAME) {
      end = base + tokens.end(at + 1);
      at += 2;
    }
    return new Span(word.start(), end);
  }

  /** The elements that a list has besides the one at the caret. */
  private List<String> others(List<Part> before, Span word) {
    String key = String.join(".", names(before));
    return new Attributes(found.scope().spec(), found.scope().members())
        .values(key).stream()
            .filter(value -> !value.span().shift(base).touches(word.start()))
            .filter(Value.Reference.class::isInstance)
            .map(value -> ((Value.Reference) value).text())
            .toList();
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream()
        .filter(part -> part.is(TokenKind.NAME))
        .map(part -> Normalizer.normalize(part.text(), Normalizer.Form.NFC))
        .toList();
  }
}
