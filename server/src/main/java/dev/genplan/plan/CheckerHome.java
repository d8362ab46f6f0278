package dev.genplan.plan;

import dev.genplan.diagnostics.LocalDiagnostic.LocalEdit;
import dev.genplan.diagnostics.LocalDiagnostic.LocalFix;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.schema.Word;
import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.List;
import java.util.Optional;

/**
 * The place of a property that was written in a block further outside.
 *
 * @param entry the member of that block which leads there: a section, or {@code method}
 * @param holder what it stands in: a section, or the word of a method
 * @param before what has to be written before its name, braces and all
 * @param depth how many braces that opens
 * @param property the property
 */
record CheckerHome(String entry, String holder, String before, int depth, Property property) {

  /** The section or the method, seen from a block, that has a property of this name. */
  static Optional<CheckerHome> of(CheckerScope scope, Block block, String name) {
    for (Property candidate : scope.properties()) {
      if (candidate.type() instanceof Type.Section section) {
        Optional<Property> property = section.block().property(name);
        if (property.isPresent()) {
          String entry = candidate.name();
          return Optional.of(new CheckerHome(entry, entry, entry + " { ", 1, property.get()));
        }
      }
    }
    return option(scope, block, name);
  }

  /**
   * The place at the end of a way.
   *
   * @param way sections or the word of a method, and the property's name, with dots between them
   */
  static Optional<CheckerHome> at(CheckerScope scope, Block block, String way) {
    String[] steps = way.split("\\.");
    String name = steps[steps.length - 1];
    StringBuilder before = new StringBuilder();
    Optional<Property> step = scope.find(steps[0]);
    for (int i = 0; i + 1 < steps.length; i++) {
      if (step.isEmpty() || !(step.get().type() instanceof Type.Section section)) {
        return option(scope, block, name);
      }
      before.append(steps[i]).append(" { ");
      step = section.block().property(steps[i + 1]);
    }
    int depth = steps.length - 1;
    String holder = steps[Math.max(0, depth - 1)];
    return step.map(
        property -> new CheckerHome(steps[0], holder, before.toString(), depth, property));
  }

  private static Optional<CheckerHome> option(CheckerScope scope, Block block, String name) {
    Optional<Property> method = scope.spec().property("method");
    if (method.isEmpty() || !(method.get().type() instanceof Type.Tagged tagged)) {
      return Optional.empty();
    }
    Optional<CheckerHome> first = Optional.empty();
    for (Word word : tagged.words().words()) {
      Optional<Property> option = word.block().flatMap(spec -> spec.property(name));
      if (option.isPresent()) {
        String before = "method: " + word.text() + " { ";
        CheckerHome home = new CheckerHome("method", word.text(), before, 1, option.get());
        if (isWritten(block, word.text())) {
          return Optional.of(home);
        }
        first = first.isPresent() ? first : Optional.of(home);
      }
    }
    return first;
  }

  private static boolean isWritten(Block block, String method) {
    for (Member member : block.members()) {
      if (member instanceof Member.Property property
          && property.key().text().equals("method")
          && property.value().isPresent()) {
        return isOrHolds(property.value().get(), method);
      }
    }
    return false;
  }

  private static boolean isOrHolds(Value value, String word) {
    if (value instanceof Value.Sequence sequence) {
      return sequence.elements().stream().anyMatch(element -> isOrHolds(element, word));
    }
    return value instanceof Value.Reference reference && reference.text().equals(word);
  }

  boolean isOption() {
    return entry.equals("method");
  }

  /** The property at its place, with an ellipsis for its value. */
  String shown() {
    return before + property.name() + ": …" + " }".repeat(depth);
  }

  /** Puts a member of the outer block at this place, if nothing leads there yet and it fits. */
  Optional<LocalFix> moved(CheckerFindings findings, Block block, Member.Property member) {
    if (member.value().isEmpty()
        || !CheckerValues.fits(findings.scratch(), property, member.value().get())
        || !findings.isFree(block, entry)) {
      return Optional.empty();
    }
    return Optional.of(
        new LocalFix(
            Localized.of("Write `{0}`", "写成 `{0}`").with(shown()),
            true,
            List.of(
                new LocalEdit(member.key().span(), before + property.name()),
                new LocalEdit(CheckerFixes.at(member.end()), " }".repeat(depth)))));
  }
}
