package dev.genplan.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The shapes of members, and how one mistake leaves the rest of its member usable. */
class MembersTest {

  @Test
  void a_declaration() {
    Member.Declaration member = (Member.Declaration) member("finetune sft {\n  epochs: 5\n}");
    assertThat(member.keyword().text()).isEqualTo("finetune");
    assertThat(member.name().orElseThrow().text()).isEqualTo("sft");
    assertThat(member.members()).hasSize(1);
    assertThat(member.doc()).isEmpty();
    assertThat(member.span().length()).isEqualTo("finetune sft {\n  epochs: 5\n}".length());
  }

  @Test
  void a_section_and_a_nested_declaration() {
    Member.Declaration member =
        (Member.Declaration) member("dataset d { split train { size: 5 }, metrics { } }");
    Member.Declaration split = (Member.Declaration) member.members().get(0);
    assertThat(split.keyword().text()).isEqualTo("split");
    assertThat(split.name().orElseThrow().text()).isEqualTo("train");
    Member.Declaration metrics = (Member.Declaration) member.members().get(1);
    assertThat(metrics.name()).isEmpty();
    assertThat(metrics.members()).isEmpty();
  }

  @Test
  void properties() {
    Member.Property plain = (Member.Property) member("epochs: 5");
    assertThat(plain.key().text()).isEqualTo("epochs");
    assertThat(plain.label()).isEmpty();
    assertThat(plain.colon()).isEqualTo(6);
    Member.Property labelled = (Member.Property) member("allow unused: \"why\"");
    assertThat(labelled.label().orElseThrow().text()).isEqualTo("unused");
    Member.Property measured = (Member.Property) member("truthfulqa.truthful: 50%");
    assertThat(measured.key().names()).hasSize(2);
  }

  @Test
  void criteria() {
    for (Operator operator : Operator.values()) {
      Member.Criterion member =
          (Member.Criterion) member("truthfulqa.truthful " + operator.symbol() + " 50%");
      assertThat(member.operator()).isEqualTo(operator);
      assertThat(member.metric().text()).isEqualTo("truthfulqa.truthful");
    }
    Member.Criterion other =
        (Member.Criterion) member("rouge1 >= full-quality.rouge1 { margin: 1 }");
    assertThat(((Value.Reference) other.value().orElseThrow()).text())
        .isEqualTo("full-quality.rouge1");
    assertThat(other.value().orElseThrow().block()).isPresent();
  }

  @Test
  void a_bare_metric() {
    assertThat(((Member.Bare) member("rougeL")).path().text()).isEqualTo("rougeL");
    assertThat(((Member.Bare) member("truthfulqa.truthful")).path().isSimple()).isFalse();
  }

  @Test
  void an_import() {
    Member.Import member = (Member.Import) member("import \"hardware.genplan\"");
    assertThat(member.file().orElseThrow().text()).isEqualTo("hardware.genplan");
  }

  @Test
  void no_word_is_reserved() {
    assertThat(member("import: 5")).isInstanceOf(Member.Property.class);
    assertThat(member("import import { import { } }")).isInstanceOf(Member.Declaration.class);
    assertThat(member("true none { allow: none }")).isInstanceOf(Member.Declaration.class);
  }

  @Test
  void members_end_at_a_comma_or_a_line_end_and_a_comma_too_many_is_fine() {
    Member.Declaration member =
        (Member.Declaration) member("x y {\n  a: 1, b: 2,\n  c: 3\n\n  d { }, e { },\n}");
    assertThat(member.members()).hasSize(5);
  }

  @Test
  void a_doc_comment_belongs_to_the_declaration_directly_under_it() {
    String plan =
        """
        /// Not this one.

        // nor this
        ///  First line.
          ///
        ///Last line.\s
        model m { }""";
    assertThat(((Member.Declaration) member(plan)).doc()).isEqualTo(" First line.\n\nLast line.");
    assertThat(((Member.Declaration) member("/// Above.\n\nmodel m { }")).doc()).isEmpty();
    assertThat(((Member.Declaration) member("//// Four.\nmodel m { }")).doc()).isEmpty();
    Member.Declaration outer =
        (Member.Declaration) member("dataset d {\n  /// The split.\n  split s { }\n}");
    assertThat(((Member.Declaration) outer.members().get(0)).doc()).isEqualTo("The split.");
  }

  @Test
  void positions_count_from_the_start_of_the_chunk() {
    SyntaxTree tree = SyntaxTree.parse("model a { }\n\n// b\nmodel b { }\n");
    SyntaxTree.Placed second = tree.members().get(1);
    assertThat(second.base()).isEqualTo("model a { }\n".length());
    assertThat(second.chunk()).isEqualTo(1);
    assertThat(second.member().start()).isEqualTo("\n// b\n".length());
  }

  @Test
  void broken_is_the_member_with_the_error_and_no_other() {
    Member.Declaration outer =
        (Member.Declaration) broken("finetune f {\n  rank = 16\n  method: lora { alpha: }\n}");
    assertThat(outer.broken()).isFalse();
    assertThat(outer.members()).extracting(Member::broken).containsExactly(true, false);
    Member.Property method = (Member.Property) outer.members().get(1);
    assertThat(method.value().orElseThrow().block().orElseThrow().members())
        .extracting(Member::broken)
        .containsExactly(true);
  }

  @Test
  void what_is_nearly_right_keeps_its_value() {
    assertThat(quantity("x = 16").value()).isEqualTo(16);
    assertThat(quantity("x 16").value()).isEqualTo(16);
    assertThat(quantity("x:\n  16 GB").value()).isEqualTo(16);
    assertThat(quantity("x: 8 B").value()).isEqualTo(8e9);
    assertThat(quantity("x: 12,000 USD").value()).isEqualTo(12_000);
    assertThat(quantity("x: 12,000 USD").unit().orElseThrow().text()).isEqualTo("USD");
    Value.Range range = (Value.Range) value("x: 5%-10%");
    assertThat(range.low().value()).isEqualTo(0.05);
    assertThat(range.high().value()).isEqualTo(0.1);
    assertThat(((Value.Text) value("x: google/flan-t5")).text()).isEqualTo("google/flan-t5");
    assertThat(((Value.Date) value("x: 2026/1/5")).day()).isEqualTo(5);
  }

  @Test
  void a_brace_on_the_next_line_opens_the_block() {
    Member.Declaration member = (Member.Declaration) broken("finetune f\n{\n  epochs: 5\n}");
    assertThat(member.members()).hasSize(1);
    assertThat(member.broken()).isTrue();
  }

  @Test
  void a_forgotten_brace_opens_the_block() {
    Member.Declaration member = (Member.Declaration) broken("finetune f\n  epochs: 5\n}");
    assertThat(member.members()).hasSize(1);
    assertThat(member.body().orElseThrow().closed()).isTrue();
  }

  @Test
  void a_list_without_brackets_leaves_its_other_values_as_bare_words() {
    Member.Declaration member = (Member.Declaration) broken("evaluate e { data: a, b }");
    assertThat(member.members())
        .extracting(each -> each.getClass().getSimpleName())
        .containsExactly("Property", "Bare");
    assertThat(member.members()).allMatch(Member::broken);
  }

  @Test
  void a_word_and_a_name_alone_are_a_declaration_being_typed() {
    Member.Declaration member = (Member.Declaration) broken("finetune sft");
    assertThat(member.name().orElseThrow().text()).isEqualTo("sft");
    assertThat(member.body()).isEmpty();
  }

  @Test
  void a_dot_alone_leaves_an_empty_name_behind_it() {
    Member.Declaration member = (Member.Declaration) broken("evaluate e {\n  data: d.\n}");
    Path path =
        ((Value.Reference) ((Member.Property) member.members().get(0)).value().orElseThrow())
            .path();
    assertThat(path.names()).extracting(Name::text).containsExactly("d", "");
    assertThat(path.last().start()).isEqualTo(path.end());
  }

  @Test
  void a_block_that_is_never_closed_reaches_to_the_line_it_ends_before() {
    String plan = "evaluate e {\n  metrics {\n    rougeL\n  data: x\n}\n";
    Member.Declaration outer = (Member.Declaration) broken(plan);
    assertThat(outer.members()).hasSize(2);
    Block metrics = ((Member.Declaration) outer.members().get(0)).body().orElseThrow();
    assertThat(metrics.closed()).isFalse();
    assertThat(metrics.end()).isEqualTo(plan.indexOf("  data"));
    assertThat(metrics.innerEnd()).isEqualTo(metrics.end());
  }

  private static Value.Quantity quantity(String plan) {
    return (Value.Quantity) value(plan);
  }

  private static Value value(String plan) {
    return ((Member.Property) broken(plan)).value().orElseThrow();
  }

  /** The only member of a plan with errors. */
  private static Member broken(String plan) {
    SyntaxTree tree = SyntaxTree.parse(plan);
    assertThat(tree.errors()).isNotEmpty();
    return only(tree);
  }

  private static Member member(String plan) {
    SyntaxTree tree = SyntaxTree.parse(plan);
    assertThat(tree.errors()).isEmpty();
    return only(tree);
  }

  private static Member only(SyntaxTree tree) {
    List<SyntaxTree.Placed> members = tree.members();
    assertThat(members).hasSize(1);
    return members.get(0).member();
  }
}
