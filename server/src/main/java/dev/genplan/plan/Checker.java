package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.Chunk;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * Checks what a chunk says against the schema: whether kinds, properties, words and units exist,
 * and whether values are of the type, the dimension and the size that is possible there.
 *
 * <p>The answer depends on the chunk's own text and on nothing else, so that it can be kept as long
 * as the chunk is. Names of other declarations are not looked up: a word where a reference is
 * expected may be one. Members with a syntax error are passed over, with all that is in them.
 */
public final class Checker {

  private static final Localized NOT_AT_THE_TOP =
      Localized.of(
          "`{0}` cannot stand at the top of a file; declarations, imports and `allow` can",
          "`{0}` 不能写在文件顶层，顶层只能写声明、导入和 `allow`");

  private final CheckerFindings findings;
  private final CheckerBlocks blocks;
  private final CheckerKinds kinds;

  private Checker(CheckerFindings findings) {
    this.findings = findings;
    this.blocks = new CheckerBlocks(findings);
    this.kinds = new CheckerKinds(findings);
  }

  /**
   * What is wrong in a chunk.
   *
   * @return diagnostics with offsets from the start of the chunk, in the order of the text within
   *     each block, one for each mistake
   */
  public static List<LocalDiagnostic> check(Chunk chunk) {
    CheckerFindings findings = new CheckerFindings(chunk);
    Checker checker = new Checker(findings);
    for (Member member : chunk.members()) {
      if (!member.broken() || isUnclosed(member)) {
        checker.top(member);
      }
    }
    return findings.list();
  }

  /**
   * A declaration whose closing brace has not been typed yet; what is in it can be read all the
   * same.
   */
  private static boolean isUnclosed(Member member) {
    return member instanceof Member.Declaration declaration
        && Schema.kind(declaration.keyword().text()).isPresent()
        && declaration.body().filter(body -> !body.closed()).isPresent();
  }

  private void top(Member member) {
    if (member instanceof Member.Declaration declaration) {
      Optional<Kind> kind = Schema.kind(declaration.keyword().text());
      if (kind.isPresent()) {
        blocks.declaration(declaration, kind.get(), Optional.empty());
      } else if (CheckerAllow.isAllow(declaration)) {
        CheckerAllow.withoutReason(findings, declaration);
      } else {
        kinds.unknown(declaration);
      }
    } else if (member instanceof Member.Property property) {
      if (CheckerAllow.isAllow(property)) {
        blocks.allow(property);
      } else {
        misplaced(property.key().text(), property);
      }
    } else if (member instanceof Member.Criterion criterion) {
      misplaced(criterion.metric().text(), criterion);
    } else if (member instanceof Member.Bare bare) {
      findings.add(
          CheckerCode.MISPLACED_MEMBER,
          bare.span(),
          Localized.of(
                  "`{0}` alone says nothing; a declaration is a kind, a name and a block: `{1}`",
                  "单独的 `{0}` 没有意义，声明由类别、名称和花括号块组成：`{1}`")
              .with(bare.path().text(), "prompt brief { … }"));
    }
  }

  private void misplaced(String word, Member member) {
    Message message = NOT_AT_THE_TOP.with(word);
    findings.add(CheckerCode.MISPLACED_MEMBER, member.span(), message);
  }
}
