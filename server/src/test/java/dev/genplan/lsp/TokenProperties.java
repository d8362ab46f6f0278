package dev.genplan.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Span;
import dev.genplan.editing.Highlighter;
import dev.genplan.plan.Plan;
import dev.genplan.syntax.LineIndex;
import dev.genplan.testing.BrokenPlans;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokenTypes;
import org.eclipse.lsp4j.SemanticTokensCapabilities;
import org.eclipse.lsp4j.SemanticTokensEdit;

/** What holds of the tokens of any plan as they are sent. */
class TokenProperties {

  private static final TokenLegend LEGEND = legend();

  private final Highlighter highlighter = new Highlighter();

  private static TokenLegend legend() {
    SemanticTokensCapabilities client = new SemanticTokensCapabilities();
    client.setTokenTypes(
        Arrays.stream(SemanticTokenTypes.class.getFields()).map(TokenProperties::name).toList());
    client.setTokenModifiers(List.of("declaration", "documentation"));
    return TokenLegend.of(client);
  }

  private static String name(java.lang.reflect.Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Provide
  Arbitrary<String> plans() {
    return BrokenPlans.any();
  }

  private TokenData encode(String text, Positions positions, boolean multiline) {
    Plan plan = BrokenPlans.bind(text);
    Span all = new Span(0, text.length());
    TokenEncoder encoder =
        new TokenEncoder(plan.source().tree(), all, positions, LEGEND, multiline);
    highlighter.each(plan, all, encoder);
    return encoder.data();
  }

  /** The places of tokens in the text, read as a client reads them. */
  private static List<Span> decode(TokenData data, LineIndex lines, Positions positions) {
    List<Span> spans = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.size(); i += TokenEncoder.SIZE) {
      column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      Range range =
          new Range(new Position(line, column), new Position(line, column + data.get(i + 2)));
      Span span = positions.span(lines, range);
      assertThat(positions.range(lines, span)).isEqualTo(range);
      spans.add(span);
    }
    return spans;
  }

  @Property(tries = 300)
  void tokensLieInOneLineAndFollowEachOther(
      @ForAll("plans") String text, @ForAll Positions positions) {
    LineIndex lines = new LineIndex(text);
    int behind = 0;
    for (Span span : decode(encode(text, positions, false), lines, positions)) {
      assertThat(span.start()).isGreaterThanOrEqualTo(behind);
      assertThat(span.length()).isPositive();
      assertThat(text.substring(span.start(), span.end())).doesNotContain("\n", "\r");
      behind = span.end();
    }
  }

  @Property(tries = 300)
  void anAnswerAndItsDifferencesGiveTheNextAnswer(
      @ForAll("plans") String before, @ForAll("plans") String after) {
    TokenData old = encode(before, Positions.UTF_16, true);
    TokenData wanted = encode(after, Positions.UTF_16, true);
    List<Integer> patched = new ArrayList<>(old);
    for (SemanticTokensEdit edit : old.edits(wanted)) {
      assertThat(edit.getStart() % TokenEncoder.SIZE).isZero();
      patched.subList(edit.getStart(), edit.getStart() + edit.getDeleteCount()).clear();
      patched.addAll(edit.getStart(), edit.getData());
    }
    assertThat(patched).isEqualTo(wanted);
    assertThat(wanted.edits(encode(after, Positions.UTF_16, true))).isEmpty();
  }
}
