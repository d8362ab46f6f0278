package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.syntax.parser.GenPlanLexer;
import dev.genplan.text.Language;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every text. */
class SyntaxPropertiesTest {

  @Property
  void printing_gives_the_text_back(@ForAll("texts") String text) {
    assertThat(SyntaxTree.parse(text).print()).isEqualTo(text);
  }

  @Property
  void tokens_cover_each_chunk_without_gaps(@ForAll("texts") String text) {
    SyntaxTree tree = SyntaxTree.parse(text);
    int at = 0;
    for (int i = 0; i < tree.chunks().size(); i++) {
      Chunk chunk = tree.chunks().get(i);
      assertThat(tree.start(i)).isEqualTo(at);
      Tokens tokens = chunk.tokens();
      int end = 0;
      for (int token = 0; token < tokens.size(); token++) {
        assertThat(tokens.start(token)).isEqualTo(end);
        assertThat(tokens.end(token)).isGreaterThan(end);
        end = tokens.end(token);
      }
      assertThat(end).isEqualTo(chunk.length());
      at += chunk.length();
    }
    assertThat(at).isEqualTo(text.length());
  }

  @Property
  void chunks_are_cut_between_tokens(@ForAll("texts") String text) {
    SyntaxTree tree = SyntaxTree.parse(text);
    List<String> inChunks = new ArrayList<>();
    for (int i = 0; i < tree.chunks().size(); i++) {
      describe(tree.chunks().get(i).tokens(), tree.start(i), inChunks);
    }
    List<String> inFile = new ArrayList<>();
    LexerBase lexer = new GenPlanLexer(new TextStream(text, 0, 0));
    describe(lexer.tokenize(new TextStream(text, 0, text.length())).toTokens(), 0, inFile);
    assertThat(inChunks).isEqualTo(inFile);
  }

  private static void describe(Tokens tokens, int base, List<String> into) {
    for (int i = 0; i < tokens.size(); i++) {
      into.add((base + tokens.start(i)) + " " + tokens.kind(i));
    }
  }

  @Property
  void nodes_lie_inside_each_other_and_in_order(@ForAll("texts") String text) {
    for (Chunk chunk : SyntaxTree.parse(text).chunks()) {
      Deque<Node> open = new ArrayDeque<>();
      int end = 0;
      for (Member member : chunk.members()) {
        assertThat(member.start()).isGreaterThanOrEqualTo(end);
        assertThat(member.end()).isLessThanOrEqualTo(chunk.length());
        end = member.end();
        open.add(member);
      }
      while (!open.isEmpty()) {
        Node node = open.poll();
        int inside = node.start();
        for (Node child : node.children()) {
          assertThat(child.start()).as("%s in %s", child, node).isGreaterThanOrEqualTo(inside);
          assertThat(child.end()).as("%s in %s", child, node).isLessThanOrEqualTo(node.end());
          inside = child.end();
          open.add(child);
        }
      }
    }
  }

  @Property
  void errors_are_in_order_inside_the_text_and_in_both_languages(@ForAll("texts") String text) {
    List<LocalDiagnostic> errors = SyntaxTree.parse(text).errors();
    assertThat(errors).isSortedAccordingTo(SyntaxErrors.ORDER).doesNotHaveDuplicates();
    for (LocalDiagnostic error : errors) {
      assertThat(error.span().end()).isLessThanOrEqualTo(text.length());
      assertThat(error.message().in(Language.ENGLISH)).isNotBlank();
      assertThat(error.message().in(Language.CHINESE)).isNotBlank();
    }
  }

  @Property
  void an_unbroken_tree_has_no_broken_member(@ForAll("texts") String text) {
    SyntaxTree tree = SyntaxTree.parse(text);
    if (tree.errors().isEmpty()) {
      Deque<Node> open = new ArrayDeque<>(tree.members().stream().map(p -> p.member()).toList());
      while (!open.isEmpty()) {
        Node node = open.poll();
        assertThat(node instanceof Member member && member.broken()).as("%s", node).isFalse();
        open.addAll(node.children());
      }
    }
  }

  @Property
  void an_update_gives_what_a_fresh_parse_gives(@ForAll("edits") Edited edited) {
    SyntaxTree updated = SyntaxTree.parse(edited.before()).update(edited.after());
    SyntaxTree fresh = SyntaxTree.parse(edited.after());
    assertThat(updated.print()).isEqualTo(fresh.print());
    assertThat(updated.errors()).isEqualTo(fresh.errors());
    assertThat(updated.members()).isEqualTo(fresh.members());
    assertThat(updated.chunks()).doesNotHaveDuplicates();
  }

  @Property
  void an_update_keeps_the_chunks_that_have_the_same_text(@ForAll("edits") Edited edited) {
    SyntaxTree before = SyntaxTree.parse(edited.before());
    SyntaxTree after = before.update(edited.after());
    int front = 0;
    while (front < Math.min(before.chunks().size(), after.chunks().size())
        && text(before, front).equals(text(after, front))) {
      assertThat(after.chunks().get(front)).isSameAs(before.chunks().get(front));
      front++;
    }
  }

  private static String text(SyntaxTree tree, int chunk) {
    int start = tree.start(chunk);
    return tree.text().substring(start, start + tree.chunks().get(chunk).length());
  }

  record Edited(String before, String after) {}

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(Plans.garbage(), Plans.lines());
  }

  @Provide
  Arbitrary<Edited> edits() {
    return Combinators.combine(
            texts(),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 10),
            Plans.garbage().filter(text -> text.length() < 30))
        .as(
            (text, at, deleted, inserted) -> {
              int from = at % (text.length() + 1);
              int to = Math.min(text.length(), from + deleted);
              return new Edited(text, text.substring(0, from) + inserted + text.substring(to));
            });
  }
}
