package dev.genplan.syntax;

import dev.genplan.diagnostics.Span;
import dev.genplan.syntax.parser.GenPlanParser;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Builds values and names. */
final class ValueBuilder {

  private final ChunkText source;
  private final TreeBuilder tree;

  ValueBuilder(ChunkText source, TreeBuilder tree) {
    this.source = source;
    this.tree = tree;
  }

  Name name(TerminalNode leaf) {
    Span span = source.span(leaf);
    return new Name(normalized(source.text(span)), span.start(), span.end());
  }

  private static String normalized(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
      }
    }
    return name;
  }

  Path path(GenPlanParser.PathContext context) {
    List<Name> names = new ArrayList<>(context.NAME().size());
    for (ParseTree child : context.children) {
      TerminalNode leaf = (TerminalNode) child;
      if (leaf.getSymbol().getType() == GenPlanParser.NAME) {
        names.add(name(leaf));
      }
    }
    int end = source.end(context);
    if (names.size() < context.DOT().size() + 1) {
      tree.report(SyntaxErrors.EXPECTED_NAME.at(source.span(context), source.text(context)));
      names.add(new Name("", end, end));
    }
    return new Path(names, names.get(0).start(), end);
  }

  /**
   * The value behind a colon or a comparison.
   *
   * @param rest what follows it in the same member; it decides how an address without quotes is
   *     read
   */
  Optional<Value> assigned(GenPlanParser.ValueContext context, GenPlanParser.RestContext rest) {
    if (context.scalar() != null && context.scalar().path() != null && rest != null) {
      PlanToken first = (PlanToken) rest.getStart();
      boolean address =
          first.getType() == GenPlanParser.SLASH && first.start() == source.end(context.scalar());
      if (address) {
        return Optional.of(unquoted(source.start(context)));
      }
    }
    return Optional.of(value(context));
  }

  /**
   * An identifier of the outside world without quotes; all up to the next white space belongs to
   * it.
   */
  private Value.Text unquoted(int start) {
    Span run = new Span(start, source.runEnd(start));
    String text = source.text(run);
    tree.report(SyntaxErrors.UNQUOTED.fixed(run, run, "\"" + text + "\"", "\"" + text + "\""));
    return new Value.Text(text, false, Optional.empty(), run.start(), run.end());
  }

  Value value(GenPlanParser.ValueContext context) {
    Optional<Block> block = tree.firstBlock(context.block());
    if (context.list() != null) {
      if (block.isPresent()) {
        tree.unexpected(context.block(0), SyntaxErrors.UNEXPECTED_TEXT);
      }
      return sequence(context.list());
    }
    return context.scalar() == null
        ? new Value.Sequence(List.of(), true, source.start(context), source.end(context))
        : scalar(context.scalar(), block, source.end(context));
  }

  private Value scalar(GenPlanParser.ScalarContext context, Optional<Block> block, int end) {
    int start = source.start(context);
    if (context.path() != null) {
      return new Value.Reference(path(context.path()), block, start, end);
    }
    if (context.text() != null) {
      Value.Text text = text((TerminalNode) context.text().getChild(0));
      return new Value.Text(text.text(), text.multiline(), block, start, end);
    }
    if (context.range() != null) {
      return range(context.range(), block, start, end);
    }
    if (context.bound() != null) {
      return bound(context.bound(), block, start, end);
    }
    if (context.DASH_RANGE() != null) {
      return dashRange(context, block, start, end);
    }
    if (context.ADDRESS() != null) {
      Value.Text text = unquoted(start);
      return new Value.Text(text.text(), false, block, start, end);
    }
    return date(source.span(context), block, end);
  }

  private Value date(Span span, Optional<Block> block, int end) {
    String[] parts = source.text(span).split("-", -1);
    try {
      int year = Integer.parseInt(parts[0]);
      int month = Integer.parseInt(parts[1]);
      int day = parts.length > 2 ? Integer.parseInt(parts[2]) : 0;
      LocalDate.of(year, month, Math.max(1, day));
      boolean shaped = parts[0].length() == 4 && parts[1].length() == 2;
      if (shaped && (parts.length == 2 || (day > 0 && parts[2].length() == 2))) {
        return new Value.Date(year, month, day, block, span.start(), end);
      }
      if (day > 0 && parts[0].length() == 4) {
        String right = "%04d-%02d-%02d".formatted(year, month, day);
        tree.report(SyntaxErrors.INVALID_DATE.fixed(span, span, right, source.text(span)));
        return new Value.Date(year, month, day, block, span.start(), end);
      }
    } catch (DateTimeException | NumberFormatException e) {
      // Reported below, like every other impossible date.
    }
    tree.report(SyntaxErrors.INVALID_DATE.at(span, source.text(span)));
    return new Value.Date(1970, 1, 0, block, span.start(), end);
  }

  private Value range(
      GenPlanParser.RangeContext context, Optional<Block> block, int start, int end) {
    boolean single = context.RANGE() == null;
    Value.Quantity low =
        quantity(context.quantity(0), single ? block : Optional.empty(), single ? end : -1);
    if (single) {
      return low;
    }
    if (context.quantity().size() < 2) {
      tree.report(SyntaxErrors.EXPECTED_NUMBER.at(source.span(context), source.text(context)));
      return new Value.Range(low, low, block, start, end);
    }
    return new Value.Range(
        low, quantity(context.quantity(1), Optional.empty(), -1), block, start, end);
  }

  private Value bound(
      GenPlanParser.BoundContext context, Optional<Block> block, int start, int end) {
    Span operator = source.span(context.OPERATOR());
    Value.Quantity limit;
    if (context.quantity() == null) {
      tree.report(SyntaxErrors.EXPECTED_NUMBER.at(operator, source.text(operator)));
      limit = bare(0, operator.end());
    } else {
      limit = quantity(context.quantity(), Optional.empty(), -1);
    }
    return new Value.Bound(source.operator(operator), limit, block, start, end);
  }

  private static Value.Quantity bare(double number, int at) {
    return new Value.Quantity(number, "", false, Optional.empty(), at, Optional.empty(), at, at);
  }

  private Value dashRange(
      GenPlanParser.ScalarContext context, Optional<Block> block, int start, int end) {
    Span digits = source.span(context.DASH_RANGE());
    String text = source.text(digits);
    int dash = text.indexOf('-');
    String right = text.substring(0, dash) + ".." + text.substring(dash + 1);
    tree.report(SyntaxErrors.DASH_RANGE.fixed(digits, digits, right, right));
    Digits low = new Digits(number(text.substring(0, dash)), digits.start() + dash);
    Digits high = new Digits(number(text.substring(dash + 1)), digits.end());
    Value.Quantity first =
        new Value.Quantity(
            low.value, "", false, Optional.empty(), low.end, Optional.empty(), start, low.end);
    Value.Quantity second =
        measured(high, digits.start() + dash + 1, context.unit(), Optional.empty(), -1);
    return new Value.Range(first, second, block, start, end);
  }

  private record Digits(double value, int end) {}

  private static double number(String digits) {
    return Double.parseDouble(digits.replace("_", ""));
  }

  private Value.Quantity quantity(
      GenPlanParser.QuantityContext context, Optional<Block> block, int end) {
    Span digits = source.span(context.NUMBER());
    Digits number = new Digits(number(source.text(digits)), digits.end());
    if (context.PERCENT() != null) {
      int behind = source.end(context);
      return new Value.Quantity(
          number.value,
          "",
          true,
          Optional.empty(),
          behind,
          block,
          digits.start(),
          Math.max(end, behind));
    }
    return measured(number, digits.start(), context.unit(), block, end);
  }

  private Value.Quantity measured(
      Digits number, int start, GenPlanParser.UnitContext unit, Optional<Block> block, int end) {
    if (unit == null) {
      return new Value.Quantity(
          number.value,
          "",
          false,
          Optional.empty(),
          number.end,
          block,
          start,
          Math.max(end, number.end));
    }
    UnitReader reader = new UnitReader(unit, number.end);
    Optional<Unit> read = reader.read(new Span(start, number.end));
    int behind = Math.max(reader.numberEnd, read.map(Unit::end).orElse(0));
    return new Value.Quantity(
        number.value,
        reader.magnitude,
        false,
        read,
        reader.numberEnd,
        block,
        start,
        Math.max(end, behind));
  }

  /** Tells magnitudes from units: a magnitude touches the digits. */
  private final class UnitReader {
    private final GenPlanParser.UnitContext context;
    private String magnitude = "";
    private int numberEnd;

    UnitReader(GenPlanParser.UnitContext context, int numberEnd) {
      this.context = context;
      this.numberEnd = numberEnd;
    }

    Optional<Unit> read(Span digits) {
      List<Name> before = new ArrayList<>(2);
      List<Name> behind = new ArrayList<>(2);
      boolean slash = false;
      for (ParseTree child : context.children) {
        TerminalNode leaf = (TerminalNode) child;
        if (leaf.getSymbol().getType() == GenPlanParser.SLASH) {
          slash = true;
        } else if (leaf.getSymbol().getType() == GenPlanParser.NAME) {
          (slash ? behind : before).add(name(leaf));
        }
      }
      if (isMagnitude(before.get(0).text())) {
        takeMagnitude(before.remove(0), digits);
      }
      if (before.isEmpty() && !slash) {
        return Optional.empty();
      }
      if (endsInNextMember(before, slash)) {
        return before.isEmpty() ? Optional.empty() : Optional.of(plain(before.get(0)));
      }
      if (before.isEmpty()) {
        tree.report(SyntaxErrors.EXPECTED_UNIT.at(digits, source.text(digits)));
        return Optional.empty();
      }
      return slash ? Optional.of(rate(before.get(0), behind)) : Optional.of(plain(before.get(0)));
    }

    private Unit plain(Name name) {
      return new Unit(name, 1, Optional.empty(), name.start(), name.end());
    }

    private void takeMagnitude(Name name, Span digits) {
      if (name.start() > numberEnd) {
        Span whole = new Span(digits.start(), name.end());
        String right = source.text(digits) + name.text();
        tree.report(SyntaxErrors.SPACED_MAGNITUDE.fixed(whole, whole, right, right));
      }
      magnitude = name.text();
      numberEnd = name.end();
    }

    /** {@code epochs: 5 rank: 32}: the last word is not a unit but the next key. */
    private boolean endsInNextMember(List<Name> before, boolean slash) {
      if (before.isEmpty()) {
        return false;
      }
      PlanToken last = (PlanToken) context.getStop();
      boolean next = !slash && tree.startsMember(last);
      if (next) {
        tree.report(
            SyntaxErrors.MISSING_SEPARATOR.inserting(
                last.span(), last.start(), "\n", source.text(last.span())));
        before.removeIf(name -> name.start() == last.start());
      } else if (before.size() > 1) {
        Name extra = before.get(1);
        tree.report(SyntaxErrors.UNEXPECTED_TEXT.at(extra.span(), extra.text()));
      }
      return next;
    }

    private Unit rate(Name numerator, List<Name> behind) {
      double per = 1;
      if (context.NUMBER() != null) {
        Span digits = source.span(context.NUMBER());
        per = number(source.text(digits));
        if (!behind.isEmpty()
            && behind.get(0).start() == digits.end()
            && isMagnitude(behind.get(0).text())) {
          per *= factor(behind.remove(0).text());
        }
      }
      if (behind.isEmpty()) {
        Span whole = new Span(numerator.start(), source.end(context));
        tree.report(SyntaxErrors.EXPECTED_UNIT.at(whole, source.text(whole)));
        return new Unit(numerator, per, Optional.empty(), numerator.start(), whole.end());
      }
      if (behind.size() > 1) {
        Name extra = behind.get(1);
        tree.report(SyntaxErrors.UNEXPECTED_TEXT.at(extra.span(), extra.text()));
      }
      Name denominator = behind.get(0);
      return new Unit(
          numerator, per, Optional.of(denominator), numerator.start(), denominator.end());
    }

    private static boolean isMagnitude(String word) {
      return word.length() == 1 && "kMBT".contains(word);
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

  private Value sequence(GenPlanParser.ListContext context) {
    List<Value> elements = new ArrayList<>();
    boolean separated = true;
    for (ParseTree child : context.children) {
      if (child instanceof GenPlanParser.ElementContext element) {
        element(element, separated).ifPresent(elements::add);
        separated = false;
      } else {
        separated = true;
      }
    }
    PlanToken close = (PlanToken) context.CLOSE_BRACKET().getSymbol();
    return new Value.Sequence(
        elements,
        !close.isVirtual(),
        source.start(context),
        Math.max(close.end(), source.start(context) + 1));
  }

  private Optional<Value> element(GenPlanParser.ElementContext context, boolean separated) {
    if (!separated) {
      missingComma(context);
    }
    if (context.value() == null) {
      if (!tree.comments(context)) {
        tree.unexpected(context, SyntaxErrors.UNEXPECTED_TEXT);
      }
      return Optional.empty();
    }
    Optional<Value> value = assigned(context.value(), context.rest());
    boolean address =
        value.filter(Value.Text.class::isInstance).isPresent()
            && context.value().scalar() != null
            && context.value().scalar().path() != null;
    if (context.rest() != null && !address && !tree.comments(context.rest())) {
      missingComma(context.rest());
    }
    return value;
  }

  private void missingComma(ParserRuleContext before) {
    PlanToken first = (PlanToken) before.getStart();
    tree.report(
        SyntaxErrors.MISSING_COMMA.inserting(
            first.span(), first.start(), ", ", source.shortened(first.span())));
  }

  Value.Text text(TerminalNode leaf) {
    Span span = source.span(leaf);
    String raw = source.text(span);
    switch (leaf.getSymbol().getType()) {
      case GenPlanParser.SINGLE_TEXT -> {
        String inside = raw.substring(1, raw.length() - 1);
        String right = "\"" + inside.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        tree.report(SyntaxErrors.SINGLE_QUOTES.fixed(span, span, right, right));
        return new Value.Text(inside, false, Optional.empty(), span.start(), span.end());
      }
      case GenPlanParser.OPEN_TEXT -> {
        tree.report(SyntaxErrors.UNCLOSED_TEXT.at(span, raw.startsWith("\"") ? "\"" : "”"));
        return new Value.Text(raw.substring(1), false, Optional.empty(), span.start(), span.end());
      }
      case GenPlanParser.TEXT_BLOCK -> {
        boolean closed = TextBlocks.isClosed(raw);
        if (!closed) {
          Span open = new Span(span.start(), span.start() + 3);
          tree.report(SyntaxErrors.UNCLOSED_TEXT.at(open, "\"\"\""));
        }
        String inside = raw.substring(3, closed ? raw.length() - 3 : raw.length());
        String text = unescape(inside.stripIndent(), span, inside);
        return new Value.Text(
            text.startsWith("\n") ? text.substring(1) : text,
            true,
            Optional.empty(),
            span.start(),
            span.end());
      }
      default -> {
        String inside = raw.substring(1, raw.length() - 1);
        return new Value.Text(
            unescape(inside, span, inside), false, Optional.empty(), span.start(), span.end());
      }
    }
  }

  /** The text with its escapes resolved; a wrong one is reported where the raw text has it. */
  private String unescape(String text, Span span, String raw) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int searched = 0;
    for (int at = 0; at < text.length(); at++) {
      char unit = text.charAt(at);
      if (unit != '\\' || at + 1 == text.length()) {
        out.append(unit);
        continue;
      }
      char escaped = text.charAt(++at);
      switch (escaped) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case '"', '\\' -> out.append(escaped);
        default -> {
          String wrong = "\\" + escaped;
          int found = raw.indexOf(wrong, searched);
          searched = found + 2;
          int start = span.start() + (span.length() - raw.length()) / 2 + Math.max(0, found);
          tree.report(
              SyntaxErrors.INVALID_ESCAPE.fixed(
                  new Span(start, start + 2), new Span(start, start), "\\", wrong));
          out.append(wrong);
        }
      }
    }
    return out.toString();
  }
}
