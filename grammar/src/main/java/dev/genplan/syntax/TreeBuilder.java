package dev.genplan.syntax;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Turns what the parser has recognized into the nodes of the tree, and says what is missing or left
 * over: one message for one mistake.
 */
final class TreeBuilder {

  private final ChunkText source;
  private final ValueBuilder values;
  private final List<LocalDiagnostic> errors;
  private int own;

  /**
   * @param source the chunk's text and tokens
   * @param errors takes what is wrong
   */
  TreeBuilder(ChunkText source, List<LocalDiagnostic> errors) {
    this.source = source;
    this.errors = errors;
    this.values = new ValueBuilder(source, this);
  }

  void report(LocalDiagnostic error) {
    errors.add(error);
    own++;
  }

  List<Member> file(GenPlanParser.FileContext context) {
    return members(context.members(), true);
  }

  /** The block, none of whose mistakes count against the member it belongs to. */
  Block block(GenPlanParser.BlockContext context) {
    int outside = own;
    List<Member> members = members(context.members(), false);
    own = outside;
    PlanToken close = (PlanToken) context.CLOSE_BRACE().getSymbol();
    int start = ((PlanToken) context.OPEN_BRACE().getSymbol()).start();
    return new Block(members, !close.isVirtual(), start, Math.max(start + 1, close.end()));
  }

  Optional<Block> firstBlock(List<GenPlanParser.BlockContext> blocks) {
    for (int i = 1; i < blocks.size(); i++) {
      unexpected(blocks.get(i), SyntaxErrors.UNEXPECTED_TEXT);
    }
    return blocks.isEmpty() ? Optional.empty() : Optional.of(block(blocks.get(0)));
  }

  private List<Member> members(GenPlanParser.MembersContext context, boolean top) {
    List<Member> members = new ArrayList<>();
    List<ParseTree> children = context.children == null ? List.of() : context.children;
    boolean separated = true;
    for (int i = 0; i < children.size(); i++) {
      if (!(children.get(i) instanceof GenPlanParser.MemberContext member)) {
        separated = true;
        continue;
      }
      own = 0;
      boolean run = !separated && member.head() != null;
      if (run) {
        report(
            SyntaxErrors.MISSING_SEPARATOR.inserting(
                source.span(member.head()),
                source.start(member),
                "\n",
                source.text(member.head().path(0))));
      }
      int used = slip(children, i, members);
      if (used > i) {
        i = used;
      } else {
        members.add(member(member, top));
      }
      separated = false;
    }
    return members;
  }

  /**
   * What is nearly right over several members: a value or a brace on the next line, a list without
   * brackets, a comma in a number. Adds the member that is meant.
   *
   * @return index of the last child used, or {@code index} if nothing of the kind is there
   */
  private int slip(List<ParseTree> children, int index, List<Member> members) {
    GenPlanParser.MemberContext first = (GenPlanParser.MemberContext) children.get(index);
    if (first.head() == null || first.rest() != null || first.leftover() != null) {
      return index;
    }
    int next = index + 1;
    int lineEnds = 0;
    int commas = 0;
    while (next < children.size() && children.get(next) instanceof TerminalNode mark) {
      if (mark.getSymbol().getType() == GenPlanParser.COMMA) {
        commas++;
      } else {
        lineEnds++;
      }
      next++;
    }
    if (next >= children.size()) {
      return index;
    }
    GenPlanParser.MemberContext second = (GenPlanParser.MemberContext) children.get(next);
    if (commas == 0 && lineEnds > 0) {
      return nextLine(first, second, index, next, members);
    }
    if (commas == 1 && lineEnds == 0 && isColon(first) && first.value() != null) {
      return list(children, first, index, members);
    }
    return index;
  }

  private static boolean isColon(GenPlanParser.MemberContext member) {
    return member.assign() != null && member.assign().COLON() != null;
  }

  private int nextLine(
      GenPlanParser.MemberContext first,
      GenPlanParser.MemberContext second,
      int index,
      int next,
      List<Member> members) {
    if (first.block() == null && first.assign() == null && startsWithBlock(second)) {
      GenPlanParser.BlockContext body = second.stray().block();
      report(
          SyntaxErrors.BRACE_ON_NEXT_LINE.fixed(
              new Span(source.start(body), source.start(body) + 1),
              new Span(source.end(first), source.start(body) + 1),
              " {",
              source.text(first.head())));
      members.add(declaration(first.head(), Optional.of(block(body)), source.end(body)));
      return next;
    }
    boolean missing = isColon(first) && first.value() == null;
    if (missing
        && isValueLike(second)
        && source.column(source.start(second)) > source.column(source.start(first))) {
      int gapStart = source.end(first);
      Span gap = new Span(gapStart, source.start(second));
      report(
          SyntaxErrors.VALUE_ON_NEXT_LINE.fixed(
              source.span(second), gap, " ", source.text(first.head())));
      members.add(
          property(first.head(), source.end(first) - 1, Optional.empty(), source.end(first)));
      members.add(new Member.Unknown(source.start(second), source.end(second)));
      return next;
    }
    return index;
  }

  private static boolean startsWithBlock(GenPlanParser.MemberContext member) {
    return member.stray() != null && member.stray().block() != null;
  }

  /** Whether a line holds what could be a value and nothing that makes it a member. */
  private static boolean isValueLike(GenPlanParser.MemberContext member) {
    if (member.head() != null) {
      return member.block() == null
          && member.assign() == null
          && member.leftover() == null
          && member.head().path().size() == 1;
    }
    return switch (member.getStart().getType()) {
      case GenPlanParser.NUMBER,
          GenPlanParser.TEXT,
          GenPlanParser.TEXT_BLOCK,
          GenPlanParser.DATE,
          GenPlanParser.OPEN_BRACKET ->
          true;
      default -> false;
    };
  }

  /** {@code data: a, b} and {@code size: 12,000}. */
  private int list(
      List<ParseTree> children,
      GenPlanParser.MemberContext first,
      int index,
      List<Member> members) {
    int last = index;
    int at = index + 2;
    while (at < children.size()
        && children.get(at - 1) instanceof TerminalNode mark
        && mark.getSymbol().getType() == GenPlanParser.COMMA
        && children.get(at) instanceof GenPlanParser.MemberContext member
        && isValueLike(member)) {
      last = at;
      at += 2;
    }
    if (last == index) {
      return index;
    }
    Span whole = new Span(source.start(first.value()), source.end(children.get(last)));
    String written = source.text(whole);
    Optional<Value> value = Optional.of(values.value(first.value()));
    if (written.matches("-?\\d{1,3}(,\\d{3})+\\b.*")) {
      String number = written.replace(",", "_");
      int length = written.split("[^0-9,]", 2)[0].length();
      report(
          SyntaxErrors.COMMA_IN_NUMBER.fixed(
              new Span(whole.start(), whole.start() + length),
              whole,
              number,
              number.substring(0, length)));
    } else {
      report(SyntaxErrors.UNBRACKETED_LIST.fixed(whole, whole, "[" + written + "]", written));
    }
    members.add(property(first.head(), colon(first), value, whole.end()));
    return last;
  }

  private Member member(GenPlanParser.MemberContext context, boolean top) {
    if (context.head() == null) {
      return stray(context.stray());
    }
    GenPlanParser.HeadContext head = context.head();
    if (top && isImport(context)) {
      return importOf(context);
    }
    if (head.TEXT() != null) {
      quotedHead(context);
    }
    if (context.block() != null) {
      return declaration(head, Optional.of(block(context.block())), source.end(context));
    }
    if (context.assign() != null) {
      return assignment(context);
    }
    if (context.leftover() != null) {
      return leftover(context);
    }
    if (head.path().size() == 2 && head.TEXT() == null) {
      report(SyntaxErrors.EXPECTED_BODY.at(source.span(head), source.text(head)));
      return declaration(head, Optional.empty(), source.end(context));
    }
    Path path = values.path(head.path(0));
    return new Member.Bare(path, own > 0, path.start(), source.end(context));
  }

  private boolean isImport(GenPlanParser.MemberContext context) {
    return source.text(context.head().path(0)).equals("import")
        && context.block() == null
        && context.assign() == null;
  }

  private Member importOf(GenPlanParser.MemberContext context) {
    GenPlanParser.HeadContext head = context.head();
    Optional<Value.Text> file = Optional.empty();
    if (head.path().size() == 1 && head.TEXT() != null) {
      file = Optional.of(values.text(head.TEXT()));
    } else {
      Span keyword = source.span(head.path(0));
      if (head.path().size() == 2) {
        Span name = new Span(source.start(head.path(1)), source.end(context));
        String text = "\"" + source.text(name) + "\"";
        report(SyntaxErrors.EXPECTED_PATH.fixed(name, name, text));
      } else {
        report(SyntaxErrors.EXPECTED_PATH.at(keyword));
      }
    }
    if (context.leftover() != null && file.isPresent()) {
      rest(context.leftover(), Optional.empty());
    }
    return new Member.Import(file, own > 0, source.start(head), source.end(context));
  }

  /** A text where the second name or the colon should be. */
  private void quotedHead(GenPlanParser.MemberContext context) {
    GenPlanParser.HeadContext head = context.head();
    Span text = source.span(head.TEXT());
    if (context.block() != null) {
      String name = values.text(head.TEXT()).text();
      if (ChunkText.isName(name)) {
        report(SyntaxErrors.QUOTED_NAME.fixed(text, text, name, name));
      } else {
        report(SyntaxErrors.NO_NAME.at(text, source.text(text)));
      }
    } else if (context.assign() != null) {
      report(SyntaxErrors.UNEXPECTED_TEXT.at(text, source.text(text)));
    } else {
      Span before = new Span(source.start(head), source.end(head.path(head.path().size() - 1)));
      report(SyntaxErrors.EXPECTED_COLON.inserting(before, before.end(), ":", source.text(before)));
    }
  }

  private Member declaration(GenPlanParser.HeadContext head, Optional<Block> body, int end) {
    Name keyword = simpleName(head.path(0));
    Optional<Name> name =
        head.path().size() > 1 ? Optional.of(simpleName(head.path(1))) : Optional.empty();
    boolean broken = own > 0;
    String doc = source.docBefore(keyword.start());
    return new Member.Declaration(doc, keyword, name, body, broken, keyword.start(), end);
  }

  private Name simpleName(GenPlanParser.PathContext context) {
    Path path = values.path(context);
    if (!path.isSimple()) {
      report(SyntaxErrors.DOTTED_NAME.at(path.span(), path.text()));
      return new Name(path.text(), path.start(), path.end());
    }
    return path.first();
  }

  private int colon(GenPlanParser.MemberContext context) {
    return ((PlanToken) context.assign().getStart()).start();
  }

  private Member assignment(GenPlanParser.MemberContext context) {
    GenPlanParser.HeadContext head = context.head();
    Span mark = source.span(context.assign());
    boolean operator = context.assign().OPERATOR() != null;
    if (context.assign().EQUALS() != null) {
      int key = source.end(head);
      report(SyntaxErrors.EQUALS_SIGN.fixed(mark, new Span(key, mark.end()), ":"));
    }
    if (!operator && context.value() != null && isOnlyBlock(context.value())) {
      return section(context);
    }
    Optional<Value> value = Optional.empty();
    if (context.value() == null) {
      Span key = new Span(source.start(head), mark.end());
      report(SyntaxErrors.EXPECTED_VALUE.at(key, source.text(key)));
      if (context.rest() != null && own == 0) {
        rest(context.rest(), value);
      }
    } else {
      value = values.assigned(context.value(), context.rest());
      if (context.rest() != null) {
        rest(context.rest(), value);
      }
    }
    int end = value.map(Node::end).orElse(mark.end());
    end = Math.max(end, source.end(context));
    if (!operator) {
      return property(head, mark.start(), value, end);
    }
    Path metric = values.path(head.path(0));
    if (head.path().size() > 1) {
      report(SyntaxErrors.UNEXPECTED_MEMBER.at(source.span(head), source.text(head)));
    }
    return new Member.Criterion(metric, source.operator(mark), value, own > 0, metric.start(), end);
  }

  private static boolean isOnlyBlock(GenPlanParser.ValueContext value) {
    return value.scalar() == null && value.list() == null;
  }

  /** {@code metrics: { }}: meant as a section. */
  private Member section(GenPlanParser.MemberContext context) {
    Span mark = source.span(context.assign());
    GenPlanParser.BlockContext body = context.value().block(0);
    report(
        SyntaxErrors.COLON_BEFORE_BRACE.fixed(
            mark,
            new Span(mark.start(), source.start(body)),
            " ",
            source.text(context.head().path(0))));
    return declaration(context.head(), Optional.of(block(body)), source.end(context));
  }

  private Member property(
      GenPlanParser.HeadContext head, int colon, Optional<Value> value, int end) {
    Path key = values.path(head.path(0));
    Optional<Name> label =
        head.path().size() > 1 ? Optional.of(simpleName(head.path(1))) : Optional.empty();
    return new Member.Property(key, label, colon, value, own > 0, key.start(), end);
  }

  /** {@code rank 16}, and everything else that follows a word and is neither colon nor brace. */
  private Member leftover(GenPlanParser.MemberContext context) {
    GenPlanParser.HeadContext head = context.head();
    if (own == 0 && !comments(context.leftover())) {
      int type = context.leftover().getStart().getType();
      boolean valueFollows =
          type == GenPlanParser.NUMBER
              || type == GenPlanParser.DATE
              || type == GenPlanParser.TEXT_BLOCK
              || type == GenPlanParser.OPEN_BRACKET
              || type == GenPlanParser.SINGLE_TEXT
              || type == GenPlanParser.OPEN_TEXT;
      if (valueFollows) {
        Span before = source.span(head);
        report(SyntaxErrors.EXPECTED_COLON.inserting(before, before.end(), ":", source.text(head)));
      } else {
        unexpected(context.leftover(), SyntaxErrors.UNEXPECTED_TEXT);
      }
    }
    if (head.path().size() == 2) {
      return declaration(head, Optional.empty(), source.end(context));
    }
    Path path = values.path(head.path(0));
    return new Member.Bare(path, own > 0, path.start(), source.end(context));
  }

  private Member stray(GenPlanParser.StrayContext context) {
    if (!comments(context) && own == 0) {
      unexpected(context, SyntaxErrors.UNEXPECTED_MEMBER);
    }
    return new Member.Unknown(source.start(context), source.end(context));
  }

  /** What follows a complete value. */
  private void rest(ParserRuleContext context, Optional<Value> value) {
    if (comments(context) || own > 0) {
      return;
    }
    PlanToken first = (PlanToken) context.getStart();
    if (first.getType() == GenPlanParser.NAME && startsMember(first)) {
      report(
          SyntaxErrors.MISSING_SEPARATOR.inserting(
              first.span(), first.start(), "\n", source.text(first.span())));
      return;
    }
    boolean sentence =
        value.filter(Value.Reference.class::isInstance).isPresent()
            && first.getType() == GenPlanParser.NAME;
    if (sentence) {
      Span whole = new Span(value.get().start(), source.end(context));
      report(
          SyntaxErrors.UNQUOTED_SENTENCE.fixed(
              source.span(context),
              whole,
              "\"" + source.text(whole).replace("\"", "\\\"") + "\"",
              source.text(context)));
    } else {
      unexpected(context, SyntaxErrors.UNEXPECTED_TEXT);
    }
  }

  boolean startsMember(PlanToken name) {
    return source.isAssign(name.getTokenIndex() + 1);
  }

  /** Says it if all that is left over are comments of another language, or a semicolon. */
  boolean comments(ParserRuleContext context) {
    PlanToken first = (PlanToken) context.getStart();
    switch (first.getType()) {
      case GenPlanParser.HASH_COMMENT -> {
        Span mark = new Span(first.start(), first.start() + 1);
        errors.add(SyntaxErrors.WRONG_COMMENT.fixed(first.span(), mark, "//"));
        return true;
      }
      case GenPlanParser.BLOCK_COMMENT -> {
        String inside =
            source.text(first.span()).replaceFirst("^/\\*+\\s*", "").replaceFirst("\\s*\\*/$", "");
        LocalDiagnostic error =
            inside.contains("\n") || context.getStart() != context.getStop()
                ? SyntaxErrors.WRONG_COMMENT.at(first.span())
                : SyntaxErrors.WRONG_COMMENT.fixed(first.span(), first.span(), "// " + inside);
        errors.add(error);
        return true;
      }
      case GenPlanParser.SEMICOLON -> {
        if (context.getStart() != context.getStop()) {
          return false;
        }
        errors.add(SyntaxErrors.SEMICOLON.fixed(first.span(), first.span(), ""));
        return true;
      }
      default -> {
        return false;
      }
    }
  }

  void unexpected(ParserRuleContext context, SyntaxErrors error) {
    Span span = source.span(context);
    report(error.at(span, source.shortened(span)));
  }
}
