package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.PlanToken.Fault;
import dev.genplan.syntax.parser.GenPlanParser;
import dev.genplan.syntax.parser.GenPlanParser.AmountContext;
import dev.genplan.syntax.parser.GenPlanParser.BlockContext;
import dev.genplan.syntax.parser.GenPlanParser.DashedContext;
import dev.genplan.syntax.parser.GenPlanParser.ElementContext;
import dev.genplan.syntax.parser.GenPlanParser.LabelContext;
import dev.genplan.syntax.parser.GenPlanParser.ListContext;
import dev.genplan.syntax.parser.GenPlanParser.OddityContext;
import dev.genplan.syntax.parser.GenPlanParser.PathContext;
import dev.genplan.syntax.parser.GenPlanParser.QuantityContext;
import dev.genplan.syntax.parser.GenPlanParser.ScalarContext;
import dev.genplan.syntax.parser.GenPlanParser.UnitContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds values and names. */
final class ValueBuilder {

  private final ChunkText source;
  private final Mistakes mistakes;
  private final TreeBuilder tree;
  private final Literals literals;

  ValueBuilder(ChunkText source, Mistakes mistakes, TreeBuilder tree) {
    this.source = source;
    this.mistakes = mistakes;
    this.tree = tree;
    this.literals = new Literals(source, mistakes);
  }

  Literals literals() {
    return literals;
  }

  private Name name(PlanToken token) {
    return new Name(source.name(token.span()), token.start(), token.end());
  }

  Path path(PathContext context) {
    List<Name> names = new ArrayList<>(context.getChildCount() / 2 + 1);
    for (ParseTree child : context.children) {
      PlanToken token = ChunkText.first(child);
      if (token.getType() == GenPlanParser.NAME) {
        names.add(name(token));
      } else if (token.getType() == GenPlanParser.LAST_DOT) {
        Span written = ChunkText.span(context);
        mistakes.report(SyntaxErrors.EXPECTED_NAME.at(written, source.shortened(written)));
        names.add(new Name("", token.end(), token.end()));
      }
    }
    return new Path(names, ChunkText.start(context), ChunkText.end(context));
  }

  Operator operator(PlanToken token) {
    Span span = token.span();
    String written = source.text(span);
    if (written.startsWith("=") && !written.equals("==")) {
      String right = written.substring(1) + "=";
      mistakes.report(SyntaxErrors.REVERSED_OPERATOR.fixed(span, span, right, right));
    }
    return switch (written) {
      case ">=", "=>", "≥" -> Operator.AT_LEAST;
      case "<=", "=<", "≤" -> Operator.AT_MOST;
      case ">" -> Operator.MORE;
      case "<" -> Operator.LESS;
      default -> Operator.EQUAL;
    };
  }

  /** A value, or nothing where it is written in an impossible way, which is reported. */
  Optional<Value> value(ScalarContext context, BlockContext body) {
    PlanToken first = ChunkText.first(context);
    if (first.fault() == Fault.VALUE_ON_NEXT_LINE) {
      mistakes.late(SyntaxErrors.VALUE_ON_NEXT_LINE, first);
    }
    Optional<Block> block = body == null ? Optional.empty() : Optional.of(tree.block(body));
    int end = block.map(Block::end).orElse(ChunkText.end(context));
    if (context.path() != null) {
      return Optional.of(new Value.Reference(path(context.path()), block, first.start(), end));
    }
    if (context.amount() != null) {
      return Optional.of(amount(context.amount(), block, end));
    }
    if (context.list() != null) {
      if (body != null) {
        mistakes.unexpected(body, SyntaxErrors.UNEXPECTED_TEXT);
      }
      return Optional.of(list(context.list()));
    }
    if (context.TEXT() != null) {
      Value.Text text = literals.text(context.TEXT());
      return Optional.of(new Value.Text(text.text(), text.multiline(), block, text.start(), end));
    }
    if (context.UNQUOTED() != null) {
      Value.Text text = literals.unquoted(first);
      return Optional.of(new Value.Text(text.text(), false, block, text.start(), end));
    }
    return literals.date(first, block, end);
  }

  /** A value that stands where the colon before it is missing; nothing if it is no value. */
  Optional<Value> misplaced(ParseTree context) {
    if (context instanceof LabelContext label && label.TEXT() != null) {
      return Optional.of(literals.text(label.TEXT()));
    }
    if (!(context instanceof OddityContext oddity)) {
      return Optional.empty();
    }
    int end = ChunkText.end(oddity);
    if (oddity.amount() != null) {
      return Optional.of(amount(oddity.amount(), Optional.empty(), end));
    }
    if (oddity.list() != null) {
      return Optional.of(list(oddity.list()));
    }
    return oddity.DATE() == null
        ? Optional.empty()
        : literals.date(ChunkText.first(oddity), Optional.empty(), end);
  }

  // Lists

  private Value.Sequence list(ListContext context) {
    PlanToken open = ChunkText.first(context);
    PlanToken close = ChunkText.last(context);
    List<Value> elements = new ArrayList<>(context.getChildCount() / 2);
    boolean empty = true;
    for (ParseTree child : context.children) {
      if (child instanceof ElementContext element) {
        element(element).ifPresent(elements::add);
        empty = false;
        continue;
      }
      PlanToken token = ChunkText.first(child);
      if (token.getType() == GenPlanParser.COMMA && empty && token.fault() == Fault.NONE) {
        withoutElement(token);
      }
      mistakes.separator(token, SyntaxErrors.MISSING_COMMA, false);
      empty = true;
    }
    mistakes.closed(open, close, SyntaxErrors.UNCLOSED_BRACKET);
    return new Value.Sequence(elements, !close.isVirtual(), open.start(), close.end());
  }

  /** A comma with nothing before it. */
  private void withoutElement(PlanToken comma) {
    Span removed = new Span(mistakes.before(comma).end(), comma.end());
    mistakes.report(SyntaxErrors.EXPECTED_ELEMENT.fixed(comma.span(), removed, ""));
  }

  private Optional<Value> element(ElementContext context) {
    if (context.scalar() == null) {
      mistakes.unexpected(context, SyntaxErrors.UNEXPECTED_ELEMENT);
      return Optional.empty();
    }
    Optional<Value> value = value(context.scalar(), context.block());
    if (!context.extra().isEmpty()) {
      ParserRuleContext extra = context.extra(0);
      if (!mistakes.fault(extra)) {
        Span rest = new Span(ChunkText.start(extra), ChunkText.end(context));
        mistakes.report(SyntaxErrors.UNEXPECTED_ELEMENT.at(rest, source.shortened(rest)));
      }
    }
    return value;
  }

  // Amounts

  private Value amount(AmountContext context, Optional<Block> block, int end) {
    int start = ChunkText.start(context);
    if (context.dashed() != null) {
      return dashed(context.dashed(), block, end);
    }
    if (context.BOUND() != null) {
      Operator operator = operator(ChunkText.first(context.BOUND()));
      return new Value.Bound(
          operator, quantity(context.quantity(0), Optional.empty()), block, start, end);
    }
    if (context.RANGE() == null) {
      return quantity(context.quantity(0), block);
    }
    return new Value.Range(
        quantity(context.quantity(0), Optional.empty()),
        quantity(context.quantity(1), Optional.empty()),
        block,
        start,
        end);
  }

  private Value.Quantity quantity(QuantityContext context, Optional<Block> block) {
    PlanToken digits = ChunkText.first(context);
    return quantity(
        literals.number(digits),
        digits.span(),
        context.MAGNITUDE(),
        context.PERCENT(),
        context.unit(),
        block);
  }

  private Value.Quantity quantity(
      double number,
      Span digits,
      TerminalNode magnitude,
      TerminalNode percent,
      UnitContext unit,
      Optional<Block> block) {
    String letter = magnitude == null ? "" : magnitude(magnitude, digits);
    int numberEnd = magnitude == null ? digits.end() : ChunkText.end(magnitude);
    numberEnd = percent == null ? numberEnd : ChunkText.end(percent);
    Optional<Unit> measured = unit == null ? Optional.empty() : Optional.of(unit(unit));
    int end = block.map(Block::end).orElse(measured.map(Unit::end).orElse(numberEnd));
    return new Value.Quantity(
        number, letter, percent != null, measured, numberEnd, block, digits.start(), end);
  }

  private String magnitude(TerminalNode magnitude, Span digits) {
    Span span = ChunkText.span(magnitude);
    String letter = source.text(span);
    if (span.start() > digits.end()) {
      Span whole = new Span(digits.start(), span.end());
      String right = source.text(digits) + letter;
      mistakes.report(SyntaxErrors.SPACED_MAGNITUDE.fixed(whole, whole, right, right));
    }
    return letter;
  }

  /** {@code 2-4 weeks}: a range, written with a dash. */
  private Value dashed(DashedContext context, Optional<Block> block, int end) {
    Span written = ChunkText.span(context.DASH_RANGE());
    String text = source.text(written);
    int dash = 1;
    while ("-~–—～".indexOf(text.charAt(dash)) < 0) {
      dash++;
    }
    String low = text.substring(0, dash).stripTrailing();
    String high = text.substring(dash + 1).stripLeading();
    String right = low + ".." + high;
    mistakes.report(SyntaxErrors.DASH_RANGE.fixed(written, written, right, right));
    char last = low.charAt(low.length() - 1);
    boolean plain = Character.isDigit(last);
    Span lowSpan = new Span(written.start(), written.start() + low.length());
    String lowDigits = plain ? low : low.substring(0, low.length() - 1);
    Value.Quantity lower =
        new Value.Quantity(
            Literals.number(lowDigits),
            plain || last == '%' ? "" : String.valueOf(last),
            last == '%',
            Optional.empty(),
            lowSpan.end(),
            Optional.empty(),
            lowSpan.start(),
            lowSpan.end());
    Value.Quantity higher =
        quantity(
            Literals.number(high),
            new Span(written.end() - high.length(), written.end()),
            context.MAGNITUDE(),
            context.PERCENT(),
            context.unit(),
            Optional.empty());
    return new Value.Range(lower, higher, block, written.start(), end);
  }

  private Unit unit(UnitContext context) {
    Name numerator = name(ChunkText.first(context));
    if (context.SLASH() == null) {
      return new Unit(numerator, 1, Optional.empty(), numerator.start(), numerator.end());
    }
    double per = context.PER() == null ? 1 : literals.number(ChunkText.first(context.PER()));
    if (context.MAGNITUDE() != null) {
      per *= factor(magnitude(context.MAGNITUDE(), ChunkText.span(context.PER())));
    }
    Span written = ChunkText.span(context);
    Optional<Name> denominator =
        Optional.ofNullable(context.UNIT(1)).map(leaf -> name(ChunkText.first(leaf)));
    if (denominator.isEmpty()) {
      mistakes.report(SyntaxErrors.EXPECTED_UNIT.at(written, source.shortened(written)));
    }
    return new Unit(numerator, per, denominator, written.start(), written.end());
  }

  private static double factor(String magnitude) {
    return switch (magnitude) {
      case "k" -> 1e3;
      case "M" -> 1e6;
      case "B" -> 1e9;
      default -> 1e12;
    };
  }
}
