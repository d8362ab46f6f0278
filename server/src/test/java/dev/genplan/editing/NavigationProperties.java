package dev.genplan.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Plan;
import dev.genplan.testing.BrokenPlans;
import dev.genplan.text.Language;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of all names and places of a plan, however broken it is. */
class NavigationProperties {

  @Provide
  Arbitrary<String> plans() {
    return BrokenPlans.any();
  }

  @Property(tries = 300)
  void usesOfANameHoldTheNameItself(@ForAll("plans") String text) {
    Plan plan = BrokenPlans.bind(text);
    for (Mention mention : Mentions.all(plan)) {
      assertThat(Usages.of(mention, List.of(plan), true))
          .contains(new Location(plan.file(), mention.span()));
    }
  }

  @Property(tries = 300)
  void aNameLeadsToItsDeclaration(@ForAll("plans") String text) {
    Plan plan = BrokenPlans.bind(text);
    for (Mention mention : Mentions.all(plan)) {
      Definitions.Target target = Definitions.at(plan, mention.span().start()).orElseThrow();
      Location declaration = mention.symbol().locate(mention.symbol().node());
      assertThat(target.whole().file()).isEqualTo(declaration.file());
      assertThat(declaration.span().contains(target.whole().span())).isTrue();
      assertThat(target.whole().span().contains(target.name().span())).isTrue();
      assertThat(Definitions.types(plan, mention.span().start())).isNotEmpty();
    }
  }

  @Property(tries = 300)
  void tokensFollowEachOtherAndHoldText(@ForAll("plans") String text) {
    Plan plan = BrokenPlans.bind(text);
    List<Span> tokens = new ArrayList<>();
    new Highlighter()
        .each(
            plan,
            new Span(0, text.length()),
            (start, end, type, traits) -> tokens.add(new Span(start, end)));
    int behind = 0;
    for (Span token : tokens) {
      assertThat(token.start()).isGreaterThanOrEqualTo(behind);
      assertThat(text.substring(token.start(), token.end())).isNotBlank();
      behind = token.end();
    }
  }

  @Property(tries = 200)
  void selectionsGrow(@ForAll("plans") String text) {
    Plan plan = BrokenPlans.bind(text);
    for (int offset = 0; offset <= text.length(); offset++) {
      List<Span> steps = Selections.at(plan.source().tree(), offset);
      assertThat(steps.get(0)).isEqualTo(new Span(0, text.length()));
      for (int i = 1; i < steps.size(); i++) {
        assertThat(steps.get(i - 1).contains(steps.get(i))).isTrue();
        assertThat(steps.get(i).touches(offset)).isTrue();
        assertThat(steps.get(i)).isNotEqualTo(steps.get(i - 1));
      }
    }
  }

  @Property(tries = 300)
  void foldsLinksHintsAndLensesLieInTheText(@ForAll("plans") String text) {
    Plan plan = BrokenPlans.bind(text);
    Span all = new Span(0, text.length());
    for (Folds.Fold fold : Folds.ofLines(plan.source().tree(), 5000)) {
      assertThat(fold.startLine()).isLessThan(fold.endLine());
      assertThat(fold.endLine()).isLessThan(plan.source().tree().lines().lines());
      assertThat(all.contains(fold.span())).isTrue();
    }
    Links.of(plan).forEach(link -> assertThat(all.contains(link.span())).isTrue());
    Hints.of(plan, all, Language.ENGLISH)
        .forEach(hint -> assertThat(all.touches(hint.offset())).isTrue());
    for (Lenses.Lens lens : Lenses.of(plan)) {
      assertThat(all.contains(lens.span())).isTrue();
      assertThat(Lenses.tell(lens.kind(), lens.symbol(), List.of(plan)).places())
          .allMatch(place -> place.file().equals(plan.file()));
    }
  }
}
