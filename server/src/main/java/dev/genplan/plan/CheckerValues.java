package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.CheckerScope.Place;
import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.schema.WordList;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/** Checks values against the types of their properties. */
final class CheckerValues {

  private static final BlockSpec NOTHING = BlockSpec.of(List.of());

  private final CheckerFindings findings;
  private final CheckerBlocks blocks;
  private final CheckerNumbers numbers;
  private final CheckerWords words;
  private final CheckerMethods methods;
  private final CheckerMismatch mismatch;

  CheckerValues(CheckerFindings findings, CheckerBlocks blocks) {
    this.findings = findings;
    this.blocks = blocks;
    this.numbers = new CheckerNumbers(findings);
    this.words = new CheckerWords(findings);
    this.methods = new CheckerMethods(findings);
    this.mismatch = new CheckerMismatch(findings);
  }

  /** Checks what stands behind a property, with the blocks in it. */
  void check(CheckerScope scope, Property property, Value value) {
    if (value instanceof Value.Sequence sequence) {
      sequence(scope, property, sequence);
    } else {
      single(scope, property, value);
    }
    if (property.name().equals("method") && scope.word().equals("align")) {
      methods.alignment(value);
    }
  }

  /** Whether a property could have that value, as far as can be seen here. */
  static boolean fits(CheckerFindings scratch, Property property, Value value) {
    CheckerScope scope =
        CheckerScope.of(Place.QUALIFIERS, property.name(), NOTHING, Optional.empty());
    new CheckerValues(scratch, new CheckerBlocks(scratch)).check(scope, property, value);
    return !scratch.hasErrors();
  }

  private void sequence(CheckerScope scope, Property property, Value.Sequence sequence) {
    boolean figures = property.world() && isFigure(property.type());
    if (!property.many() && !figures) {
      listWhereOneValueIs(property, sequence);
      return;
    }
    if (sequence.elements().isEmpty()) {
      findings.add(
          CheckerCode.EMPTY_LIST,
          sequence.span(),
          Localized.of(
                  "An empty list says nothing; leave `{0}` out, or write `unknown`",
                  "空列表没有意义，请去掉 `{0}`，或者写 `unknown`")
              .with(property.name()));
    }
    for (Value element : sequence.elements()) {
      if (element instanceof Value.Sequence) {
        findings.add(
            CheckerCode.WRONG_TYPE,
            element.span(),
            Message.of("A list cannot stand inside a list", "列表里不能再写列表"));
      } else {
        single(scope, property, element);
      }
    }
    if (property.type() instanceof Type.Tagged) {
      methods.families(sequence);
    }
  }

  private void listWhereOneValueIs(Property property, Value.Sequence sequence) {
    boolean removable = sequence.closed() && sequence.elements().size() == 1;
    findings.add(
        CheckerCode.SINGLE_VALUE,
        sequence.span(),
        Localized.of("`{0}` takes one value, not a list", "`{0}` 只能有一个值，不能是列表")
            .with(property.name()),
        removable ? List.of(withoutBrackets(sequence)) : List.of());
  }

  private static LocalFix withoutBrackets(Value.Sequence sequence) {
    Value only = sequence.elements().get(0);
    return new LocalFix(
        Message.of("Remove the brackets", "去掉方括号"),
        true,
        List.of(
            new LocalEdit(new Span(sequence.start(), only.start()), ""),
            new LocalEdit(new Span(only.end(), sequence.end()), "")));
  }

  private void single(CheckerScope scope, Property property, Value value) {
    if (isWord(value, "unknown") || (isWord(value, "none") && property.none())) {
      qualifiers(scope, property, value);
    } else if (property.type() instanceof Type.Tagged tagged
        && value instanceof Value.Reference word) {
      tagged(scope, property, tagged.words(), word);
    } else {
      qualifiers(scope, property, value);
      typed(property, property.type(), value);
    }
  }

  private void typed(Property property, Type type, Value value) {
    if (type instanceof Type.Either either) {
      either(property, either, value);
    } else if (isFigure(type) && isFigure(value)) {
      numbers.check(
          new CheckerNumbers.Expected(
              property.name(), type, property.example(), property.world(), false),
          value);
    } else if (type instanceof Type.Word list && value instanceof Value.Reference word) {
      word(property, list.words(), word);
    } else if (type instanceof Type.LanguageTag && value instanceof Value.Reference word) {
      CheckerLanguages.check(findings, word);
    } else if (type instanceof Type.MetricName && value instanceof Value.Reference word) {
      CheckerCriteria.metric(findings, word.path());
    } else if (!hasForm(type, value)) {
      mismatch.report(property, value);
    }
  }

  private void either(Property property, Type.Either either, Value value) {
    Optional<Type> figure = Optional.empty();
    for (Type type : either.types()) {
      if (hasForm(type, value)) {
        typed(property, type, value);
        return;
      }
      figure = isFigure(type) && isFigure(value) ? Optional.of(type) : figure;
    }
    // A number in none of these forms is judged as the last kind of number: that its unit is
    // missing
    // or wrong says more than that its type is.
    figure.ifPresentOrElse(
        type -> typed(property, type, value), () -> mismatch.report(property, value));
  }

  /** Whether a value is written as one of that type is, whatever it says. */
  private static boolean hasForm(Type type, Value value) {
    if (type instanceof Type.Text) {
      return value instanceof Value.Text;
    } else if (type instanceof Type.Date) {
      return value instanceof Value.Date;
    } else if (type instanceof Type.Bool) {
      return isWord(value, "true") || isWord(value, "false");
    } else if (type instanceof Type.Identifier) {
      return value instanceof Value.Reference name && name.path().isSimple() && !isConstant(name);
    } else if (isFigure(type)) {
      return isFigure(value) && CheckerNumbers.hasForm(type, value);
    }
    return value instanceof Value.Reference name && !isConstant(name);
  }

  private void word(Property property, WordList list, Value.Reference word) {
    if (list.find(word.text()).isPresent()) {
      return;
    }
    if (isConstant(word)) {
      mismatch.report(property, word);
    } else {
      words.unknown(list, property.name(), word.path().span(), word.text());
    }
  }

  private void tagged(CheckerScope scope, Property property, WordList list, Value.Reference value) {
    Optional<Word> word = list.find(value.text());
    if (word.isEmpty()) {
      word(property, list, value);
      return;
    }
    BlockSpec options = word.get().block().orElse(NOTHING);
    CheckerScope inside =
        new CheckerScope(
            Place.OPTIONS, value.text(), options, property.qualifiers(), false, Optional.of(scope));
    if (value.block().isEmpty()) {
      blocks.requiredOptions(inside, value);
    } else if (inside.takesNothing()) {
      unexpectedBlock(value.text(), value);
    } else {
      blocks.check(inside, value.block().get(), value.path().span());
    }
  }

  private void qualifiers(CheckerScope scope, Property property, Value value) {
    boolean figure = isFigure(property.type());
    block(Optional.of(scope), property.name(), property.qualifiers(), figure, value);
  }

  /**
   * Checks the block behind a value that is no word of a tagged block.
   *
   * @param name what it is a value of
   * @param more what may stand in the block
   * @param figure whether the qualifiers of figures may stand there as well
   */
  void block(
      Optional<CheckerScope> scope, String name, List<Property> more, boolean figure, Value value) {
    if (value.block().isEmpty()) {
      return;
    }
    CheckerScope inside = new CheckerScope(Place.QUALIFIERS, name, NOTHING, more, figure, scope);
    if (inside.takesNothing()) {
      unexpectedBlock(name, value);
    } else {
      blocks.check(inside, value.block().get(), findings.literal(value));
    }
  }

  private void unexpectedBlock(String word, Value value) {
    Span literal = findings.literal(value);
    findings.add(
        CheckerCode.UNEXPECTED_BLOCK,
        value.block().orElseThrow().span(),
        Localized.of("`{0}` takes no block", "`{0}` 后面不带花括号块").with(word),
        CheckerFixes.remove(
            Message.of("Remove the block", "删除花括号块"), new Span(literal.end(), value.end())));
  }

  static boolean isFigure(Type type) {
    if (type instanceof Type.Either either) {
      for (Type one : either.types()) {
        if (!isFigure(one)) {
          return false;
        }
      }
      return true;
    }
    return type instanceof Type.Number
        || type instanceof Type.Share
        || type instanceof Type.Quantity;
  }

  private static boolean isFigure(Value value) {
    return value instanceof Value.Quantity
        || value instanceof Value.Range
        || value instanceof Value.Bound;
  }

  static boolean isConstant(Value.Reference value) {
    return switch (value.text()) {
      case "true", "false", "none", "unknown" -> true;
      default -> false;
    };
  }

  static boolean isWord(Value value, String word) {
    return value instanceof Value.Reference reference
        && reference.path().isSimple()
        && reference.text().equals(word);
  }
}
