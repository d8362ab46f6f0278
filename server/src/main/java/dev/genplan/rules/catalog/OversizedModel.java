package dev.genplan.rules.catalog;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Severity;
import dev.genplan.plan.Amount;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Model;
import dev.genplan.rules.Category;
import dev.genplan.rules.Figures;
import dev.genplan.rules.Reporter;
import dev.genplan.rules.Rule;
import dev.genplan.rules.RuleInfo;
import dev.genplan.syntax.Member;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;
import java.util.Optional;

/**
 * A choice among candidates takes a large one although a much smaller one has reached everything
 * that was asked for. Source: the plan's own results; a token costs two operations for each
 * parameter (Kaplan et al., arXiv:2001.08361, section 2.1).
 */
public final class OversizedModel implements Rule {

  /** Less than half the size is worth a word; ours. */
  private static final double HALF = 0.5;

  private static final Localized MESSAGE =
      Localized.of(
          "`{0}` chooses `{1}` with {2} parameters, and `{3}` with {4} reaches all it asks for: each"
              + " token costs {5} times as much, for as long as it serves. Take `{3}`, or say what else is"
              + " wanted in `metrics`",
          "`{0}` 选用了 {2} 参数的 `{1}`，而 {4} 参数的 `{3}` 已达到全部要求：上线期间每个词元的开销都是它的 {5} 倍。"
              + "请改选 `{3}`，或在 `metrics` 中写明还要求什么");
  private static final Localized TAKE = Localized.of("Choose `{0}`", "改选 `{0}`");
  private static final Message SMALLER = Message.of("this one would do", "这一个就够了");

  @Override
  public RuleInfo info() {
    return RuleInfo.of(
            "oversized-model",
            Category.LADDER,
            Severity.HINT,
            "A large model is chosen although a small one reaches all targets.",
            "小模型已达到全部要求，却选用了大模型。")
        .forLibrariesToo()
        .learning();
  }

  @Override
  public void check(Plan plan, Reporter reporter) {
    for (Symbol select : plan.all("select")) {
      Optional<Link> chosen = select.links("chosen").stream().findFirst();
      Optional<Double> size = chosen.flatMap(Link::symbol).flatMap(OversizedModel::size);
      if (size.isPresent() && !teaches(select) && !teaches(chosen.get().symbol().orElseThrow())) {
        smaller(select, size.get())
            .ifPresent(link -> report(chosen.get(), size.get(), link, reporter));
      }
    }
  }

  private static Optional<Double> size(Symbol candidate) {
    return candidate
        .plan()
        .lineage()
        .base(candidate)
        .flatMap(base -> new Model(base).parameters())
        .filter(Amount::isExact)
        .map(Amount::low);
  }

  /** A teacher may be as large as it likes. */
  private static boolean teaches(Symbol symbol) {
    return symbol.plan().uses(symbol).stream()
        .anyMatch(use -> use.property().equals("teacher") || use.from().is("synthesize"));
  }

  /** The smallest candidate that reaches all criteria, if it is much smaller. */
  private static Optional<Link> smaller(Symbol select, double size) {
    Optional<Link> best = Optional.empty();
    double least = size * HALF;
    for (Link candidate : select.links("candidates")) {
      Optional<Double> own = candidate.symbol().flatMap(OversizedModel::size);
      if (own.isPresent() && own.get() <= least && reachesAll(select, candidate)) {
        best = Optional.of(candidate);
        least = own.get();
      }
    }
    return best;
  }

  private static boolean reachesAll(Symbol select, Link candidate) {
    List<Member.Criterion> criteria =
        select.attributes().section("metrics").map(Attributes::criteria).orElse(List.of());
    for (Member.Criterion criterion : criteria) {
      Optional<Amount> wanted = criterion.value().flatMap(Amount::of);
      Optional<Amount> measured =
          select
              .plan()
              .verdicts()
              .measured(select, candidate.path().text() + "." + criterion.metric().text());
      boolean reached =
          wanted.isPresent()
              && measured.isPresent()
              && criterion.operator().holds(measured.get().low(), wanted.get().low())
              && criterion.operator().holds(measured.get().high(), wanted.get().high());
      if (!reached) {
        return false;
      }
    }
    return !criteria.isEmpty();
  }

  private static void report(Link chosen, double size, Link smaller, Reporter reporter) {
    Symbol select = chosen.from();
    double small = size(smaller.symbol().orElseThrow()).orElseThrow();
    String name = smaller.path().text();
    Reporter.Finding finding =
        reporter
            .report(
                select,
                chosen.location(),
                MESSAGE.with(
                    select.name(),
                    chosen.path().text(),
                    Figures.parameters(size),
                    name,
                    Figures.parameters(small),
                    Figures.of(Math.rint(size / small))))
            .related(smaller.location(), SMALLER);
    if (select.isOwn()) {
      Edit edit = new Edit(chosen.location(), name);
      finding.fix(new Fix(TAKE.with(name), false, List.of(edit)));
    }
  }
}
