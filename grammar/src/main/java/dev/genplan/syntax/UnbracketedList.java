package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.PlanToken.Fault;
import dev.genplan.syntax.parser.GenPlanParser;
import dev.genplan.syntax.parser.GenPlanParser.HeadContext;
import dev.genplan.syntax.parser.GenPlanParser.MemberContext;
import dev.genplan.text.Message;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * {@code data: a, b}: a list without its brackets, which reads as a property and words of their
 * own. The words stay members, since the last one may be the key that is being typed.
 */
final class UnbracketedList {

  private UnbracketedList() {}

  /**
   * The last of the members that are meant to be elements.
   *
   * @param children members and what stands between them
   * @param index of the member that has the first element as its value
   * @return its index, or {@code index} if there is none
   */
  static int last(List<ParseTree> children, int index, Member member) {
    int last = index;
    if (!(member instanceof Member.Property property) || property.value().isEmpty()) {
      return last;
    }
    Value value = property.value().get();
    while (value.block().isEmpty()
        && last + 2 < children.size()
        && children.get(last + 1) instanceof TerminalNode comma
        && comma.getSymbol().getType() == GenPlanParser.COMMA
        && ChunkText.first(comma).fault() == Fault.NONE
        && children.get(last + 2) instanceof MemberContext next
        && isLike(value, next)) {
      last += 2;
    }
    return last;
  }

  /** Whether a member is nothing but a value of the same kind. */
  private static boolean isLike(Value value, MemberContext member) {
    HeadContext head = member.head();
    if (member.tail() != null || head.getChildCount() > 1) {
      return false;
    }
    if (value instanceof Value.Reference) {
      return head.path() != null;
    }
    if (value instanceof Value.Text) {
      return head.TEXT() != null;
    }
    if (head.oddity() == null) {
      return false;
    }
    return value instanceof Value.Date
        ? head.oddity().DATE() != null
        : head.oddity().amount() != null && !(value instanceof Value.Sequence);
  }

  /** The error, which puts brackets around everything from the value to the last element. */
  static LocalDiagnostic error(ChunkText source, Value value, ParseTree last) {
    Span whole = new Span(value.start(), ChunkText.end(last));
    LocalEdit open = new LocalEdit(new Span(whole.start(), whole.start()), "[");
    LocalEdit close = new LocalEdit(new Span(whole.end(), whole.end()), "]");
    return SyntaxErrors.UNBRACKETED_LIST
        .at(whole, source.shortened(whole))
        .withFixes(
            new LocalFix(
                Message.of("Put the values in brackets", "用方括号括起这些值"), true, List.of(open, close)));
  }
}
