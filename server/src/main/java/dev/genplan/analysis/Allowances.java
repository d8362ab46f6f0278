package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Span;
import dev.genplan.diagnostics.Tag;
import dev.genplan.plan.SourceFile;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Reporter;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import dev.genplan.text.Nearest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The exceptions that a file states: each silences one rule in one declaration, or in the whole
 * file.
 */
final class Allowances {

  /** The rule that finds exceptions without effect; what it needs to know is known only here. */
  static final String UNUSED = "unused-allow";

  private static final class Allowance {
    private final Member.Property node;
    private final int base;
    private final Optional<Span> scope;
    private final boolean expired;
    private boolean used;

    Allowance(Member.Property node, int base, Optional<Span> scope, boolean expired) {
      this.node = node;
      this.base = base;
      this.scope = scope;
      this.expired = expired;
    }

    String rule() {
      return node.label().orElseThrow().text();
    }

    boolean covers(Reporter.Finding finding) {
      return scope.isEmpty()
          || scope.get().contains(finding.location().span())
          || isOf(finding.subject());
    }

    private boolean isOf(Symbol subject) {
      return subject.isOwn() && scope.get().contains(subject.locate(subject.node()).span());
    }
  }

  private final SourceFile file;
  private final List<Allowance> allowances = new ArrayList<>(0);
  private final Map<String, List<Allowance>> byRule = new HashMap<>();

  private Allowances(SourceFile file) {
    this.file = file;
  }

  static Allowances of(SourceFile file, Supplier<LocalDate> today, Cancellation cancellation) {
    Allowances result = new Allowances(file);
    for (SyntaxTree.Placed placed : file.tree().members()) {
      cancellation.check();
      result.collect(placed.member(), placed.base(), Optional.empty(), today);
    }
    for (Allowance allowance : result.allowances) {
      result.byRule.computeIfAbsent(allowance.rule(), rule -> new ArrayList<>(1)).add(allowance);
    }
    return result;
  }

  private void collect(Member member, int base, Optional<Span> scope, Supplier<LocalDate> today) {
    if (member instanceof Member.Property property
        && property.label().isPresent()
        && property.key().text().equals("allow")) {
      allowances.add(new Allowance(property, base, scope, isExpired(property, today)));
    } else if (member instanceof Member.Declaration declaration && declaration.name().isPresent()) {
      Optional<Span> inside = Optional.of(declaration.span().shift(base));
      for (Member nested : declaration.members()) {
        collect(nested, base, inside, today);
      }
    }
  }

  private static boolean isExpired(Member.Property allow, Supplier<LocalDate> today) {
    return allow
        .value()
        .flatMap(Value::block)
        .flatMap(
            block ->
                block.members().stream()
                    .filter(Member.Property.class::isInstance)
                    .map(Member.Property.class::cast)
                    .filter(property -> property.key().text().equals("until"))
                    .flatMap(property -> property.value().stream())
                    .filter(Value.Date.class::isInstance)
                    .map(Value.Date.class::cast)
                    .findFirst())
        .map(Allowances::lastDay)
        .filter(day -> today.get().isAfter(day))
        .isPresent();
  }

  private static LocalDate lastDay(Value.Date date) {
    return date.day() == 0
        ? YearMonth.of(date.year(), date.month()).atEndOfMonth()
        : LocalDate.of(date.year(), date.month(), date.day());
  }

  /** Whether a finding is silenced; marks the exceptions that do so. */
  boolean silence(Reporter.Finding finding, String rule) {
    boolean silenced = false;
    for (Allowance allowance : byRule.getOrDefault(rule, List.of())) {
      if (allowance.covers(finding)) {
        allowance.used = true;
        silenced |= !allowance.expired;
      }
    }
    return silenced;
  }

  /**
   * What is wrong with the exceptions themselves; to be asked when all rules have run.
   *
   * @param ran names of the rules that were run on this file
   * @param rules tells the names of all rules; asked only where an exception is from a rule that
   *     was not run
   */
  List<Diagnostic> findings(Set<String> ran, Supplier<List<String>> rules, Settings settings) {
    List<Diagnostic> found = new ArrayList<>();
    for (Allowance allowance : allowances) {
      Location label =
          new Location(
              file.uri(), allowance.node.label().orElseThrow().span().shift(allowance.base));
      String rule = allowance.rule();
      if (!ran.contains(rule) && !rules.get().contains(rule)) {
        found.add(unknown(rule, label, rules.get()));
      } else if (allowance.expired && allowance.used) {
        found.add(
            new Diagnostic(
                "expired-allow",
                Severity.WARNING,
                label,
                Localized.of(
                        "This exception from `{0}` has expired, so the rule applies again",
                        "对 `{0}` 的例外已过期，该规则重新生效")
                    .with(allowance.rule())));
      } else if (!allowance.used && ran.contains(allowance.rule()) && ran.contains(UNUSED)) {
        found.add(unused(allowance, label, settings));
      }
    }
    return found;
  }

  private static Diagnostic unknown(String rule, Location label, List<String> rules) {
    Optional<String> nearest = Nearest.of(rule, rules);
    if (nearest.isEmpty()) {
      return new Diagnostic(
          "unknown-rule",
          Severity.WARNING,
          label,
          Localized.of(
                  "There is no rule `{0}`; `genplan rules` lists them all",
                  "没有名为 `{0}` 的规则；`genplan rules` 会列出全部规则")
              .with(rule));
    }
    return new Diagnostic(
        "unknown-rule",
        Severity.WARNING,
        label,
        Localized.of("There is no rule `{0}`; did you mean `{1}`?", "没有名为 `{0}` 的规则；是否想写 `{1}`？")
            .with(rule, nearest.get()),
        List.of(),
        Set.of(),
        List.of(
            new Fix(
                Localized.of("Replace with `{0}`", "替换为 `{0}`").with(nearest.get()),
                true,
                List.of(new Edit(label, nearest.get())))));
  }

  private Diagnostic unused(Allowance allowance, Location label, Settings settings) {
    Location whole = new Location(file.uri(), allowance.node.span().shift(allowance.base));
    return new Diagnostic(
        UNUSED,
        settings.severity(UNUSED, Severity.WARNING),
        label,
        Localized.of(
                "`{0}` finds nothing here, so this exception has no effect",
                "`{0}` 在此处没有任何发现，该例外不起作用")
            .with(allowance.rule()),
        List.of(),
        Set.of(Tag.UNNECESSARY),
        List.of(
            new Fix(
                Localized.of("Remove the exception", "删除该例外").with(),
                true,
                List.of(new Edit(file.wholeLines(whole), "")))));
  }
}
