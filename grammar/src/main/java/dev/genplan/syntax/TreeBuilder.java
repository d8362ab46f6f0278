package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.PlanToken.Fault;
import dev.genplan.syntax.parser.GenPlanParser;
import dev.genplan.syntax.parser.GenPlanParser.BlockContext;
import dev.genplan.syntax.parser.GenPlanParser.ExtraContext;
import dev.genplan.syntax.parser.GenPlanParser.HeadContext;
import dev.genplan.syntax.parser.GenPlanParser.MemberContext;
import dev.genplan.syntax.parser.GenPlanParser.MembersContext;
import dev.genplan.syntax.parser.GenPlanParser.ScalarContext;
import dev.genplan.syntax.parser.GenPlanParser.TailContext;
import dev.genplan.text.Message;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Turns what the parser has recognized into the nodes of the tree, and says what is missing or too
 * much: one message for one mistake.
 */
final class TreeBuilder {

  private final ChunkText source;
  private final Mistakes mistakes;
  private final ValueBuilder values;

  TreeBuilder(ChunkText source, Mistakes mistakes) {
    this.source = source;
    this.mistakes = mistakes;
    this.values = new ValueBuilder(source, mistakes, this);
  }

  List<Member> file(GenPlanParser.FileContext context) {
    return members(context.members(), true);
  }

  /** The block; mistakes of its members do not count against the member it belongs to. */
  Block block(BlockContext context) {
    PlanToken open = ChunkText.first(context);
    PlanToken close = ChunkText.last(context);
    int outside = mistakes.count();
    List<Member> members = members(context.members(), false);
    mistakes.goOnFrom(outside);
    mistakes.opened(open);
    mistakes.closed(open, close, SyntaxErrors.UNCLOSED_BRACE);
    return new Block(members, !close.isVirtual(), open.start(), close.end());
  }

  private List<Member> members(MembersContext context, boolean top) {
    if (context.children == null) {
      return List.of();
    }
    List<ParseTree> children = context.children;
    List<Member> members = new ArrayList<>(children.size() / 2 + 1);
    for (int i = 0; i < children.size(); i++) {
      if (!(children.get(i) instanceof MemberContext member)) {
        PlanToken between = ChunkText.first(children.get(i));
        mistakes.separator(between, SyntaxErrors.MISSING_SEPARATOR, top);
        continue;
      }
      mistakes.goOnFrom(0);
      Member built = member(member, top);
      int last = isSound() ? UnbracketedList.last(children, i, built) : i;
      if (last > i) {
        unbracketed(children.subList(i, last + 1), (Member.Property) built, members);
        i = last;
      } else {
        members.add(built);
      }
    }
    return members;
  }

  private boolean isSound() {
    return mistakes.count() == 0;
  }

  /**
   * Adds a property and the words behind it that were meant as elements of one list.
   *
   * @param list members, and the commas between them
   */
  private void unbracketed(List<ParseTree> list, Member.Property first, List<Member> into) {
    Value value = first.value().orElseThrow();
    mistakes.report(UnbracketedList.error(source, value, list.get(list.size() - 1)));
    into.add(
        new Member.Property(
            first.key(),
            first.label(),
            first.colon(),
            first.value(),
            true,
            first.start(),
            first.end()));
    for (int i = 2; i < list.size(); i += 2) {
      HeadContext head = ((MemberContext) list.get(i)).head();
      into.add(head.path() == null ? unknown(head) : bare(head));
    }
  }

  private Member.Bare bare(HeadContext head) {
    Path path = values.path(head.path());
    return new Member.Bare(path, !isSound(), path.start(), path.end());
  }

  private Member member(MemberContext context, boolean top) {
    HeadContext head = context.head();
    if (isQuotedKey(context)) {
      return quotedKey(context);
    }
    if (head == null || head.path() == null) {
      mistakes.unexpected(context, SyntaxErrors.UNEXPECTED_MEMBER);
      return unknown(context);
    }
    TailContext tail = context.tail();
    if (tail == null) {
      return unfinished(head, top);
    }
    return tail.assign() == null
        ? declaration(head, tail.block(), ChunkText.end(context), top)
        : assignment(head, tail, ChunkText.end(context));
  }

  /** {@code "goal": "..."}, as JSON has it. */
  private static boolean isQuotedKey(MemberContext context) {
    return context.head() != null
        && context.head().TEXT() != null
        && context.head().getChildCount() == 1
        && context.tail() != null
        && context.tail().assign() != null
        && context.tail().assign().COLON() != null;
  }

  private Member quotedKey(MemberContext context) {
    Name key = quotedName(context.head().TEXT());
    Path path = new Path(List.of(key), key.start(), key.end());
    PlanToken mark = ChunkText.first(context.tail());
    Optional<Value> value = value(context.head(), context.tail(), mark, context.tail().block());
    return new Member.Property(
        path, Optional.empty(), mark.start(), value, true, key.start(), ChunkText.end(context));
  }

  private static Member unknown(ParserRuleContext context) {
    return new Member.Unknown(ChunkText.start(context), ChunkText.end(context));
  }

  // Declarations and sections

  private Member declaration(HeadContext head, BlockContext body, int end, boolean top) {
    String doc = source.docAbove(ChunkText.first(head));
    Name keyword = simpleName(head.path());
    Optional<Name> name = declaredName(head);
    if (top && name.isEmpty() && isSound()) {
      mistakes.report(SyntaxErrors.MISSING_NAME.at(keyword.span(), keyword.text()));
    }
    Block block = block(body);
    TailContext tail = (TailContext) body.getParent();
    mistakes.extras(tail.extra());
    return new Member.Declaration(
        doc, keyword, name, Optional.of(block), !isSound(), keyword.start(), end);
  }

  /** The second word of a declaration, whatever was written there. */
  private Optional<Name> declaredName(HeadContext head) {
    if (head.label() == null && head.oddity() == null) {
      return Optional.empty();
    }
    int start = ChunkText.start(head.getChild(1));
    Span all = new Span(start, ChunkText.end(head));
    if (head.getChildCount() > 2 || head.label() == null) {
      String text = source.text(all);
      boolean words = head.label() != null && head.label().path() != null && text.contains(" ");
      if (words) {
        Span rest = new Span(ChunkText.start(head.getChild(2)), all.end());
        mistakes.report(SyntaxErrors.NAME_OF_WORDS.at(rest, source.shortened(rest)));
        return Optional.of(simpleName(head.label().path()));
      }
      if (!mistakes.fault(head)) {
        mistakes.report(SyntaxErrors.INVALID_NAME.at(all, source.shortened(all)));
      }
      return Optional.of(new Name(source.name(all), all.start(), all.end()));
    }
    return Optional.of(
        head.label().path() == null
            ? quotedName(head.label().TEXT())
            : simpleName(head.label().path()));
  }

  private Name quotedName(TerminalNode leaf) {
    Span span = ChunkText.span(leaf);
    String text = values.literals().text(leaf).text();
    if (isSound()) {
      mistakes.report(
          ChunkText.isName(text)
              ? SyntaxErrors.QUOTED_NAME.fixed(span, span, text, text)
              : SyntaxErrors.INVALID_NAME.at(span, source.shortened(span)));
    }
    return new Name(Normalizer.normalize(text, Normalizer.Form.NFC), span.start(), span.end());
  }

  private Name simpleName(GenPlanParser.PathContext context) {
    Path path = values.path(context);
    if (path.isSimple()) {
      return path.first();
    }
    if (!path.last().text().isEmpty()) {
      mistakes.report(SyntaxErrors.DOTTED_NAME.at(path.span(), path.text()));
    }
    return new Name(path.text(), path.start(), path.end());
  }

  // Properties and criteria

  private Member assignment(HeadContext head, TailContext tail, int end) {
    PlanToken mark = ChunkText.first(tail);
    boolean comparison = mark.getType() == GenPlanParser.OPERATOR;
    BlockContext block = tail.block();
    if (!comparison && tail.scalar() == null && tail.mistake() == null && block != null) {
      return section(head, mark, block, end);
    }
    if (mark.getType() == GenPlanParser.EQUALS) {
      Span replaced = new Span(ChunkText.end(head), mark.end());
      mistakes.report(
          SyntaxErrors.EQUALS_SIGN.fixed(mark.span(), replaced, mistakes.spaced(":", mark)));
    }
    Path key = values.path(head.path());
    if (comparison) {
      if (head.getChildCount() > 1 && !mistakes.fault(head)) {
        Span rest = new Span(ChunkText.start(head.getChild(1)), ChunkText.end(head));
        mistakes.report(SyntaxErrors.LABELLED_CRITERION.at(rest, source.shortened(rest)));
      }
      Optional<Value> value = value(head, tail, mark, block);
      return new Member.Criterion(key, values.operator(mark), value, !isSound(), key.start(), end);
    }
    Optional<Name> label = propertyLabel(head);
    Optional<Value> value = value(head, tail, mark, block);
    return new Member.Property(key, label, mark.start(), value, !isSound(), key.start(), end);
  }

  /** The second word before a colon. */
  private Optional<Name> propertyLabel(HeadContext head) {
    boolean words = head.label() != null && head.label().path() != null;
    int expected = words ? 2 : 1;
    if (head.getChildCount() > expected && !mistakes.fault(head)) {
      Span rest = new Span(ChunkText.start(head.getChild(expected)), ChunkText.end(head));
      mistakes.report(SyntaxErrors.UNEXPECTED_BEFORE_COLON.at(rest, source.shortened(rest)));
    }
    return words ? Optional.of(simpleName(head.label().path())) : Optional.empty();
  }

  /** What stands behind a colon or a comparison. */
  private Optional<Value> value(
      HeadContext head, TailContext tail, PlanToken mark, BlockContext block) {
    Span key = new Span(ChunkText.start(head), mark.end());
    if (tail.scalar() == null) {
      if (tail.mistake() == null) {
        mistakes.report(SyntaxErrors.EXPECTED_VALUE.at(key, source.shortened(key)));
      } else if (!mistakes.fault(tail)) {
        Span found = new Span(ChunkText.start(tail.mistake()), ChunkText.end(tail));
        mistakes.report(
            SyntaxErrors.UNEXPECTED_VALUE.at(
                found, source.shortened(key), source.shortened(found)));
      }
      return Optional.empty();
    }
    int before = mistakes.count();
    Optional<Value> value = values.value(tail.scalar(), block);
    if (mistakes.count() == before) {
      behind(tail.scalar(), block, value, tail.extra());
    }
    return value;
  }

  /** {@code metrics: { }}: meant as a section. */
  private Member section(HeadContext head, PlanToken mark, BlockContext body, int end) {
    Span replaced = ChunkText.between(head, body);
    mistakes.report(
        SyntaxErrors.COLON_BEFORE_BRACE
            .at(mark.span(), source.text(head.path()), source.text(mark.span()))
            .withFixes(LocalFix.replace(Message.of("Remove it", "删除"), true, replaced, " ")));
    ChunkText.first(body).with(Fault.NONE);
    return declaration(head, body, end, false);
  }

  // Members that are not finished

  /** Words without a colon, a comparison or a block behind them. */
  private Member unfinished(HeadContext head, boolean top) {
    int end = ChunkText.end(head);
    boolean text = head.label() != null && head.label().TEXT() != null;
    if ((top || text) && source.text(head.path()).equals("import")) {
      return importOf(head, end, top);
    }
    if (head.getChildCount() == 1) {
      return bare(head);
    }
    if (mistakes.fault(head)) {
      return unknown(head);
    }
    if (head.getChildCount() == 2 && head.label() != null && head.label().path() != null) {
      return withoutBody(head, end);
    }
    if (head.getChildCount() == 2 && top && head.label() != null) {
      Name name = quotedName(head.label().TEXT());
      Name keyword = simpleName(head.path());
      return new Member.Declaration(
          source.docAbove(ChunkText.first(head)),
          keyword,
          Optional.of(name),
          Optional.empty(),
          true,
          keyword.start(),
          end);
    }
    Optional<Value> value =
        head.getChildCount() == 2 ? values.misplaced(head.getChild(1)) : Optional.empty();
    if (value.isEmpty()) {
      Span all = ChunkText.span(head);
      mistakes.report(SyntaxErrors.UNEXPECTED_MEMBER.at(all, source.shortened(all)));
      return unknown(head);
    }
    Path key = values.path(head.path());
    mistakes.report(
        SyntaxErrors.EXPECTED_COLON.inserting(
            key.span(), key.end(), ":", source.shortened(key.span())));
    return new Member.Property(key, Optional.empty(), key.end(), value, true, key.start(), end);
  }

  private Member withoutBody(HeadContext head, int end) {
    Name keyword = simpleName(head.path());
    Name name = simpleName(head.label().path());
    if (isSound()) {
      Span words = ChunkText.span(head);
      mistakes.report(SyntaxErrors.EXPECTED_BODY.at(words, source.shortened(words)));
    }
    return new Member.Declaration(
        source.docAbove(ChunkText.first(head)),
        keyword,
        Optional.of(name),
        Optional.empty(),
        true,
        keyword.start(),
        end);
  }

  private Member importOf(HeadContext head, int end, boolean top) {
    Optional<Value.Text> file = Optional.empty();
    if (!top) {
      mistakes.report(SyntaxErrors.MISPLACED_IMPORT.at(ChunkText.span(head)));
    }
    if (head.label() != null && head.label().TEXT() != null) {
      file = Optional.of(values.literals().text(head.label().TEXT()));
      if (head.getChildCount() > 2 && isSound()) {
        Span rest = new Span(ChunkText.start(head.getChild(2)), end);
        mistakes.report(SyntaxErrors.UNEXPECTED_TEXT.at(rest, source.shortened(rest)));
      }
    } else if (head.getChildCount() > 1) {
      Span name = new Span(ChunkText.start(head.getChild(1)), end);
      mistakes.report(
          SyntaxErrors.EXPECTED_FILE.fixed(name, name, Literals.quoted(source.text(name))));
    } else {
      mistakes.report(SyntaxErrors.EXPECTED_FILE.at(ChunkText.span(head)));
    }
    return new Member.Import(file, !isSound(), ChunkText.start(head), end);
  }

  /** Says that nothing can follow a value that is complete. */
  private void behind(
      ScalarContext scalar, BlockContext block, Optional<Value> value, List<ExtraContext> extras) {
    if (extras.isEmpty()) {
      return;
    }
    boolean sentence =
        block == null
            && value.filter(Value.Reference.class::isInstance).isPresent()
            && extras.stream().allMatch(TreeBuilder::isWord);
    if (!sentence) {
      mistakes.extras(extras);
      return;
    }
    ExtraContext last = extras.get(extras.size() - 1);
    Span whole = ChunkText.span(scalar, last);
    Span rest = ChunkText.span(extras.get(0), last);
    mistakes.report(
        SyntaxErrors.UNQUOTED_SENTENCE.fixed(
            rest, whole, Literals.quoted(source.text(whole)), source.shortened(rest)));
  }

  private static boolean isWord(ExtraContext extra) {
    if (extra.block() != null) {
      return false;
    }
    return extra.scalar() == null
        ? ChunkText.first(extra).fault() == Fault.NONE
        : extra.scalar().path() != null || extra.scalar().amount() != null;
  }
}
