package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.PlanToken.Fault;
import dev.genplan.syntax.parser.GenPlanLexer;
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
  private final List<PlanToken> tokens;
  private final ValueBuilder values;
  private final List<LocalDiagnostic> errors;
  private int own;

  /**
   * @param source the chunk's text
   * @param tokens what the parser has read
   * @param errors takes what is wrong
   */
  TreeBuilder(ChunkText source, List<PlanToken> tokens, List<LocalDiagnostic> errors) {
    this.source = source;
    this.tokens = tokens;
    this.errors = errors;
    this.values = new ValueBuilder(source, this);
  }

  /** Takes an error that lies in the member being built. */
  void report(LocalDiagnostic error) {
    errors.add(error);
    own++;
  }

  List<Member> file(GenPlanParser.FileContext context) {
    return members(context.members(), true);
  }

  PlanToken token(int index) {
    return tokens.get(index);
  }

  /** The block; mistakes of its members do not count against the member it belongs to. */
  Block block(BlockContext context) {
    PlanToken open = ChunkText.first(context);
    PlanToken close = ChunkText.last(context);
    int outside = own;
    List<Member> members = members(context.members(), false);
    own = outside;
    if (open.isVirtual()) {
      Span head = lineOf(tokens.get(open.getTokenIndex() - 1));
      report(
          SyntaxErrors.FORGOTTEN_BRACE.inserting(head, open.start(), " {", source.shortened(head)));
    } else if (open.fault() == Fault.BRACE_ON_NEXT_LINE) {
      late(SyntaxErrors.BRACE_ON_NEXT_LINE, open);
    }
    if (close.isVirtual() && !skipped()) {
      report(SyntaxErrors.UNCLOSED_BRACE.at(open.span()));
    }
    return new Block(members, !close.isVirtual(), open.start(), close.end());
  }

  /**
   * Whether something was left out because it nests too deeply, and perhaps with it what would have
   * closed the rest.
   */
  boolean skipped() {
    return tokens.stream().anyMatch(token -> token.fault() == Fault.TOO_DEEP);
  }

  /** A value or brace that stands on the line below the one it belongs to. */
  void late(SyntaxErrors error, PlanToken token) {
    PlanToken before = tokens.get(token.getTokenIndex() - 1);
    LocalDiagnostic found = error.at(token.span(), source.shortened(lineOf(before)));
    boolean blank = source.isBlank(before.end(), token.start());
    Span gap = new Span(before.end(), token.start());
    report(
        blank
            ? found.withFixes(
                LocalFix.replace(Message.of("Join the lines", "合并为一行"), true, gap, " "))
            : found);
  }

  /** From the start of the member that a token belongs to up to that token. */
  private Span lineOf(PlanToken token) {
    int index = token.getTokenIndex();
    while (index > 0 && !isSeparator(tokens.get(index - 1).getType())) {
      index--;
    }
    return new Span(tokens.get(index).start(), token.end());
  }

  private static boolean isSeparator(int type) {
    return switch (type) {
      case GenPlanParser.LINE_END,
          GenPlanParser.COMMA,
          GenPlanParser.MISSING_SEPARATOR,
          GenPlanParser.OPEN_BRACE ->
          true;
      default -> false;
    };
  }

  private List<Member> members(MembersContext context, boolean top) {
    if (context.children == null) {
      return List.of();
    }
    List<ParseTree> children = context.children;
    List<Member> members = new ArrayList<>(children.size() / 2 + 1);
    for (int i = 0; i < children.size(); i++) {
      if (children.get(i) instanceof MemberContext member) {
        own = 0;
        Member built = member(member, top);
        int last = own == 0 ? lastOfList(children, i, built) : i;
        if (last > i) {
          unbracketed(children, i, last, (Member.Property) built, members);
          i = last;
        } else {
          members.add(built);
        }
      } else {
        separator(ChunkText.first(children.get(i)), top);
      }
    }
    return members;
  }

  /** Says what is wrong with what stands between two members. */
  private void separator(PlanToken token, boolean top) {
    if (token.fault() == Fault.WRONG_SEPARATOR) {
      wrongSeparator(token);
    } else if (token.fault() == Fault.NOT_SEPARATED) {
      PlanToken before = tokens.get(token.getTokenIndex() - 1);
      PlanToken next = tokens.get(token.getTokenIndex() + 1);
      Span gap = new Span(before.end(), next.start());
      boolean newLine = top && before.getType() == GenPlanParser.CLOSE_BRACE;
      LocalFix fix =
          newLine
              ? LocalFix.replace(Message.of("Start a new line", "另起一行"), true, gap, "\n")
              : LocalFix.replace(
                  Message.of("Insert a comma", "插入逗号"),
                  true,
                  new Span(before.end(), before.end()),
                  gap.length() == 0 ? ", " : ",");
      errors.add(
          SyntaxErrors.MISSING_SEPARATOR
              .at(next.span(), source.shortened(next.span()))
              .withFixes(fix));
    }
  }

  void wrongSeparator(PlanToken token) {
    int next = tokens.get(token.getTokenIndex() + 1).getType();
    boolean ends =
        next == GenPlanParser.LINE_END
            || next == GenPlanParser.CLOSE_BRACE
            || next == GenPlanParser.CLOSE_BRACKET
            || next == GenPlanParser.EOF;
    errors.add(
        SyntaxErrors.WRONG_SEPARATOR.fixed(
            token.span(), token.span(), ends ? "" : spaced(",", token), source.text(token.span())));
  }

  /** A mark, with a space behind it if there is none yet. */
  private String spaced(String mark, PlanToken token) {
    PlanToken next = tokens.get(token.getTokenIndex() + 1);
    return next.start() == token.end() ? mark + " " : mark;
  }

  /**
   * The last of the members that are meant to be elements of a list: {@code data: a, b}.
   *
   * @return its index, or {@code index} if there is none
   */
  private static int lastOfList(List<ParseTree> children, int index, Member member) {
    int last = index;
    if (!(member instanceof Member.Property property) || property.value().isEmpty()) {
      return last;
    }
    Value value = property.value().get();
    while (value.block().isEmpty()
        && last + 2 < children.size()
        && children.get(last + 1) instanceof TerminalNode comma
        && comma.getSymbol().getType() == GenPlanParser.COMMA
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

  private void unbracketed(
      List<ParseTree> children, int first, int last, Member.Property property, List<Member> into) {
    int start = property.value().orElseThrow().start();
    Span whole = new Span(start, ChunkText.end(children.get(last)));
    report(
        SyntaxErrors.UNBRACKETED_LIST
            .at(whole, source.shortened(whole))
            .withFixes(
                new LocalFix(
                    Message.of("Put the values in brackets", "用方括号括起这些值"),
                    true,
                    List.of(
                        new LocalEdit(new Span(start, start), "["),
                        new LocalEdit(new Span(whole.end(), whole.end()), "]")))));
    into.add(
        new Member.Property(
            property.key(),
            property.label(),
            property.colon(),
            property.value(),
            true,
            property.start(),
            property.end()));
    for (int i = first + 2; i <= last; i += 2) {
      HeadContext head = ((MemberContext) children.get(i)).head();
      into.add(
          head.path() == null
              ? unknown(head)
              : new Member.Bare(
                  values.path(head.path()), true, ChunkText.start(head), ChunkText.end(head)));
    }
  }

  private Member member(MemberContext context, boolean top) {
    HeadContext head = context.head();
    if (isQuotedKey(context)) {
      return quotedKey(context);
    }
    if (head == null || head.path() == null) {
      unexpected(context, SyntaxErrors.UNEXPECTED_MEMBER);
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
    if (top && name.isEmpty() && own == 0) {
      report(SyntaxErrors.MISSING_NAME.at(keyword.span(), keyword.text()));
    }
    Block block = block(body);
    TailContext tail = (TailContext) body.getParent();
    extras(tail.extra());
    return new Member.Declaration(
        doc, keyword, name, Optional.of(block), own > 0, keyword.start(), end);
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
        report(SyntaxErrors.NAME_OF_WORDS.at(rest, source.shortened(rest)));
        return Optional.of(simpleName(head.label().path()));
      }
      if (!fault(head)) {
        report(SyntaxErrors.INVALID_NAME.at(all, source.shortened(all)));
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
    if (own == 0) {
      report(
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
      report(SyntaxErrors.DOTTED_NAME.at(path.span(), path.text()));
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
      report(SyntaxErrors.EQUALS_SIGN.fixed(mark.span(), replaced, spaced(":", mark)));
    }
    Path key = values.path(head.path());
    if (comparison) {
      if (head.getChildCount() > 1 && !fault(head)) {
        Span rest = new Span(ChunkText.start(head.getChild(1)), ChunkText.end(head));
        report(SyntaxErrors.LABELLED_CRITERION.at(rest, source.shortened(rest)));
      }
      Optional<Value> value = value(head, tail, mark, block);
      return new Member.Criterion(key, values.operator(mark), value, own > 0, key.start(), end);
    }
    Optional<Name> label = propertyLabel(head);
    Optional<Value> value = value(head, tail, mark, block);
    return new Member.Property(key, label, mark.start(), value, own > 0, key.start(), end);
  }

  /** The second word before a colon. */
  private Optional<Name> propertyLabel(HeadContext head) {
    boolean words = head.label() != null && head.label().path() != null;
    int expected = words ? 2 : 1;
    if (head.getChildCount() > expected && !fault(head)) {
      Span rest = new Span(ChunkText.start(head.getChild(expected)), ChunkText.end(head));
      report(SyntaxErrors.UNEXPECTED_BEFORE_COLON.at(rest, source.shortened(rest)));
    }
    return words ? Optional.of(simpleName(head.label().path())) : Optional.empty();
  }

  /** What stands behind a colon or a comparison. */
  private Optional<Value> value(
      HeadContext head, TailContext tail, PlanToken mark, BlockContext block) {
    Span key = new Span(ChunkText.start(head), mark.end());
    if (tail.scalar() == null) {
      if (tail.mistake() == null) {
        report(SyntaxErrors.EXPECTED_VALUE.at(key, source.shortened(key)));
      } else if (!fault(tail)) {
        Span found = new Span(ChunkText.start(tail.mistake()), ChunkText.end(tail));
        report(
            SyntaxErrors.UNEXPECTED_VALUE.at(
                found, source.shortened(key), source.shortened(found)));
      }
      return Optional.empty();
    }
    int before = own;
    Optional<Value> value = values.value(tail.scalar(), block);
    if (own == before) {
      behind(tail.scalar(), block, value, tail.extra());
    }
    return value;
  }

  /** {@code metrics: { }}: meant as a section. */
  private Member section(HeadContext head, PlanToken mark, BlockContext body, int end) {
    Span replaced = ChunkText.between(head, body);
    report(
        SyntaxErrors.COLON_BEFORE_BRACE
            .at(mark.span(), source.text(head.path()))
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
      Path path = values.path(head.path());
      return new Member.Bare(path, own > 0, path.start(), end);
    }
    if (fault(head)) {
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
      report(SyntaxErrors.UNEXPECTED_MEMBER.at(all, source.shortened(all)));
      return unknown(head);
    }
    Path key = values.path(head.path());
    report(
        SyntaxErrors.EXPECTED_COLON.inserting(
            key.span(), key.end(), ":", source.shortened(key.span())));
    return new Member.Property(key, Optional.empty(), key.end(), value, true, key.start(), end);
  }

  private Member withoutBody(HeadContext head, int end) {
    Name keyword = simpleName(head.path());
    Name name = simpleName(head.label().path());
    if (own == 0) {
      Span words = ChunkText.span(head);
      report(SyntaxErrors.EXPECTED_BODY.at(words, source.shortened(words)));
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
      report(SyntaxErrors.MISPLACED_IMPORT.at(ChunkText.span(head)));
    }
    if (head.label() != null && head.label().TEXT() != null) {
      file = Optional.of(values.literals().text(head.label().TEXT()));
      if (head.getChildCount() > 2 && own == 0) {
        Span rest = new Span(ChunkText.start(head.getChild(2)), end);
        report(SyntaxErrors.UNEXPECTED_TEXT.at(rest, source.shortened(rest)));
      }
    } else if (head.getChildCount() > 1) {
      Span name = new Span(ChunkText.start(head.getChild(1)), end);
      report(SyntaxErrors.EXPECTED_FILE.fixed(name, name, quoted(source.text(name))));
    } else {
      report(SyntaxErrors.EXPECTED_FILE.at(ChunkText.span(head)));
    }
    return new Member.Import(file, own > 0, ChunkText.start(head), end);
  }

  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  // What is too much

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
      extras(extras);
      return;
    }
    Span whole = new Span(ChunkText.start(scalar), ChunkText.end(extras.get(extras.size() - 1)));
    Span rest = new Span(ChunkText.start(extras.get(0)), whole.end());
    report(
        SyntaxErrors.UNQUOTED_SENTENCE.fixed(
            rest, whole, quoted(source.text(whole)), source.shortened(rest)));
  }

  private static boolean isWord(ExtraContext extra) {
    if (extra.block() != null) {
      return false;
    }
    return extra.scalar() == null
        ? ChunkText.first(extra).fault() == Fault.NONE
        : extra.scalar().path() != null || extra.scalar().amount() != null;
  }

  void extras(List<ExtraContext> extras) {
    if (extras.isEmpty() || own > 0) {
      return;
    }
    for (ExtraContext extra : extras) {
      if (fault(extra)) {
        return;
      }
    }
    Span all =
        new Span(ChunkText.start(extras.get(0)), ChunkText.end(extras.get(extras.size() - 1)));
    report(SyntaxErrors.UNEXPECTED_TEXT.at(all, source.shortened(all)));
  }

  void unexpected(ParserRuleContext context, SyntaxErrors error) {
    if (!fault(context)) {
      Span span = ChunkText.span(context);
      report(error.at(span, source.shortened(span)));
    }
  }

  /** Reports the first thing in a range that has a message of its own; whether there was one. */
  boolean fault(ParserRuleContext context) {
    int last = ChunkText.last(context).getTokenIndex();
    for (int i = ChunkText.first(context).getTokenIndex(); i <= last; i++) {
      PlanToken token = tokens.get(i);
      if (token.getType() == GenPlanParser.OPEN_BRACE) {
        return false;
      }
      if (token.getType() == GenPlanParser.JUNK && junk(token)) {
        return true;
      }
    }
    return false;
  }

  private boolean junk(PlanToken token) {
    switch (token.fault()) {
      case STRAY_BRACE -> report(SyntaxErrors.STRAY_BRACE.at(token.span()));
      case STRAY_BRACKET -> report(SyntaxErrors.STRAY_BRACKET.at(token.span()));
      case TOO_DEEP -> {
        Span open = new Span(token.start(), token.start() + 1);
        report(SyntaxErrors.TOO_DEEP.at(open, Layout.MAX_DEPTH));
      }
      default -> {
        return withoutNumber(token) || invalidCharacter(token);
      }
    }
    return true;
  }

  /** A range or a bound that lacks its number. */
  private boolean withoutNumber(PlanToken token) {
    int index = token.getTokenIndex();
    int before = index == 0 ? GenPlanParser.LINE_END : tokens.get(index - 1).getType();
    int behind = tokens.get(index + 1).getType();
    boolean expected =
        switch (source.rawType(token)) {
          case GenPlanLexer.OPERATOR -> isSeparator(before) || isMark(before);
          case GenPlanLexer.RANGE -> isAmount(before) && behind != GenPlanParser.NUMBER;
          default -> false;
        };
    if (!expected) {
      return false;
    }
    report(SyntaxErrors.EXPECTED_NUMBER.at(token.span(), source.text(token.span())));
    return true;
  }

  private static boolean isMark(int type) {
    return switch (type) {
      case GenPlanParser.COLON,
          GenPlanParser.EQUALS,
          GenPlanParser.OPERATOR,
          GenPlanParser.OPEN_BRACKET ->
          true;
      default -> false;
    };
  }

  private static boolean isAmount(int type) {
    return switch (type) {
      case GenPlanParser.NUMBER,
          GenPlanParser.MAGNITUDE,
          GenPlanParser.PERCENT,
          GenPlanParser.UNIT ->
          true;
      default -> false;
    };
  }

  private boolean invalidCharacter(PlanToken token) {
    if (source.rawType(token) != GenPlanLexer.UNKNOWN) {
      return false;
    }
    String text = source.text(token.span());
    Optional<String> meant = FullWidth.meant(text);
    if (meant.isPresent()) {
      report(
          SyntaxErrors.FULL_WIDTH_CHARACTER.fixed(
              token.span(), token.span(), meant.get(), text, meant.get()));
    } else {
      report(SyntaxErrors.INVALID_CHARACTER.at(token.span(), FullWidth.visible(text)));
    }
    return true;
  }

  /** Says of each comment in the manner of another language how it is written here. */
  void foreignComments() {
    RawTokens raw = source.raw();
    for (int i = 0; i < raw.size(); i++) {
      Span span = new Span(raw.start(i), raw.end(i));
      if (raw.type(i) == GenPlanLexer.HASH_COMMENT) {
        Span mark = new Span(span.start(), span.start() + 1);
        errors.add(SyntaxErrors.WRONG_COMMENT.fixed(span, mark, "//"));
      } else if (raw.type(i) == GenPlanLexer.BLOCK_COMMENT) {
        int next = raw.visible(i + 1);
        boolean last = next == raw.size() || raw.type(next) == GenPlanLexer.LINE_END;
        errors.add(
            last
                ? SyntaxErrors.WRONG_COMMENT.fixed(span, span, lineComments(source.text(span)))
                : SyntaxErrors.WRONG_COMMENT.at(span));
      }
    }
  }

  private static String lineComments(String block) {
    String inside = block.replaceFirst("^/\\*+", "").replaceFirst("\\*+/$", "").strip();
    return "// " + inside.replaceAll("(\\R)\\h*(?:\\*\\h?)?", "$1// ");
  }
}
