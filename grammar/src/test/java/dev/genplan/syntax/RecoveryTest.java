package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one forgotten brace costs in the example of the language's description. */
class RecoveryTest {

  private static final String EXAMPLE = resource("example.genplan");

  static String resource(String name) {
    try (InputStream in = RecoveryTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void the_example_has_no_error() {
    SyntaxTree tree = SyntaxTree.parse(EXAMPLE);
    assertThat(tree.errors()).isEmpty();
    assertThat(declarations(tree)).hasSize(13);
  }

  static Stream<Integer> closing_braces() {
    return positions('}');
  }

  static Stream<Integer> opening_braces() {
    return positions('{');
  }

  private static Stream<Integer> positions(char brace) {
    return IntStream.range(0, EXAMPLE.length()).filter(at -> EXAMPLE.charAt(at) == brace).boxed();
  }

  @ParameterizedTest
  @MethodSource("closing_braces")
  void a_closing_brace_less_keeps_all_declarations_and_is_one_error(int at) {
    SyntaxTree tree = SyntaxTree.parse(without(at));
    assertThat(declarations(tree)).isEqualTo(declarations(SyntaxTree.parse(EXAMPLE)));
    assertThat(tree.errors()).extracting(error -> error.code()).containsExactly("unclosed-brace");
  }

  @ParameterizedTest
  @MethodSource("closing_braces")
  void the_error_marks_the_brace_that_was_never_closed(int at) {
    int open = SyntaxTree.parse(without(at)).errors().get(0).span().start();
    assertThat(open).isEqualTo(partner(at));
  }

  private static int partner(int close) {
    int depth = 0;
    for (int at = close; at >= 0; at--) {
      depth += EXAMPLE.charAt(at) == '}' ? 1 : EXAMPLE.charAt(at) == '{' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    throw new AssertionError();
  }

  @ParameterizedTest
  @MethodSource("closing_braces")
  void a_closing_brace_less_spoils_one_declaration(int at) {
    List<String> whole = texts(SyntaxTree.parse(EXAMPLE));
    List<String> broken = texts(SyntaxTree.parse(without(at)));
    long same = IntStream.range(0, 13).filter(i -> whole.get(i).equals(broken.get(i))).count();
    assertThat(same).isGreaterThanOrEqualTo(12);
  }

  @ParameterizedTest
  @MethodSource("closing_braces")
  void a_closing_brace_twice_is_one_error(int at) {
    SyntaxTree tree = SyntaxTree.parse(new StringBuilder(EXAMPLE).insert(at, '}').toString());
    assertThat(declarations(tree)).isEqualTo(declarations(SyntaxTree.parse(EXAMPLE)));
    assertThat(tree.errors()).extracting(error -> error.code()).containsExactly("stray-brace");
  }

  @ParameterizedTest
  @MethodSource("opening_braces")
  void an_opening_brace_less_is_one_error(int at) {
    SyntaxTree tree = SyntaxTree.parse(without(at));
    assertThat(tree.errors()).as("%s", tree.errors()).hasSize(1);
    assertThat(declarations(tree)).isEqualTo(declarations(SyntaxTree.parse(EXAMPLE)));
  }

  private static String without(int at) {
    return new StringBuilder(EXAMPLE).deleteCharAt(at).toString();
  }

  private static List<String> declarations(SyntaxTree tree) {
    return tree.members().stream()
        .map(SyntaxTree.Placed::member)
        .filter(Member.Declaration.class::isInstance)
        .map(Member.Declaration.class::cast)
        .map(member -> member.keyword().text() + " " + member.name().orElseThrow().text())
        .toList();
  }

  /** The text of each declaration. */
  private static List<String> texts(SyntaxTree tree) {
    return tree.members().stream()
        .map(
            placed ->
                tree.text()
                    .substring(
                        placed.base() + placed.member().start(),
                        placed.base() + placed.member().end()))
        .toList();
  }
}
