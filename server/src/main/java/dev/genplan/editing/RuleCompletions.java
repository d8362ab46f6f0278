package dev.genplan.editing;

import dev.genplan.analysis.Analysis;
import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules to be silenced: those first that find something in the declaration at the caret. */
final class RuleCompletions {

  private static final Localized FIRES = Localized.of("reports something here", "在此处触发");

  private final Plan plan;
  private final Scope in;
  private final Completions to;

  RuleCompletions(Plan plan, Scope in, Completions to) {
    this.plan = plan;
    this.in = in;
    this.to = to;
  }

  void add() {
    Set<String> allowed = allowed();
    List<String> firing = firing();
    List<RuleInfo> rest = new ArrayList<>();
    for (Rule rule : RuleIndex.all()) {
      RuleInfo info = rule.info();
      if (firing.contains(info.id())) {
        add(info, FIRES.in(to.language()));
      } else if (!allowed.contains(info.id())) {
        rest.add(info);
      }
    }
    rest.forEach(info -> add(info, info.category().title().in(to.language())));
  }

  private void add(RuleInfo info, String detail) {
    to.add(info.id(), ItemKind.RULE, detail, () -> to.descriptions().rule(info));
  }

  private Set<String> allowed() {
    Set<String> allowed = new HashSet<>();
    for (Member member : in.members()) {
      if (member instanceof Member.Property property
          && property.key().text().equals("allow")
          && property.label().isPresent()) {
        allowed.add(property.label().get().text());
      }
    }
    allowed.remove(to.typed());
    return allowed;
  }

  /** The rules that last found something in the declaration, or in the file at its top. */
  List<String> firing() {
    Optional<Analysis> known = to.surroundings().known();
    if (known.isEmpty()) {
      return List.of();
    }
    Optional<Location> place = in.symbol().flatMap(symbol -> earlier(known.get().plan(), symbol));
    boolean everywhere = in.place() == Scope.Place.FILE;
    Set<String> codes = new HashSet<>();
    for (Diagnostic found : known.get().diagnostics()) {
      if (everywhere || place.filter(whole -> contains(whole, found.location())).isPresent()) {
        codes.add(found.code());
      }
    }
    codes.removeAll(allowed());
    List<String> rules = new ArrayList<>();
    for (Rule rule : RuleIndex.all()) {
      if (codes.contains(rule.info().id())) {
        rules.add(rule.info().id());
      }
    }
    return rules;
  }

  private static boolean contains(Location whole, Location part) {
    return whole.file().equals(part.file()) && whole.span().contains(part.span());
  }

  /** Where the declaration stood when the file was last analyzed. */
  private Optional<Location> earlier(Plan before, Symbol symbol) {
    if (before == plan) {
      return Optional.of(symbol.locate(symbol.node()));
    }
    for (Symbol candidate : before.symbols()) {
      if (candidate.isOwn() && candidate.qualifiedName().equals(symbol.qualifiedName())) {
        return Optional.of(candidate.locate(candidate.node()));
      }
    }
    return Optional.empty();
  }
}
