package dev.genplan.editing;

import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Property;
import dev.genplan.text.Localized;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Days that are often meant: today, and those between which the project lies. */
final class DateCompletions {

  private static final Localized TODAY = Localized.of("today", "今天");
  private static final Localized START = Localized.of("start of the project", "项目开始日期");
  private static final Localized DEADLINE = Localized.of("deadline of the project", "项目截止日期");

  private final Plan plan;
  private final Completions to;
  private final Set<LocalDate> offered = new HashSet<>();

  DateCompletions(Plan plan, Completions to) {
    this.plan = plan;
    this.to = to;
  }

  void add(Property property, Scope in) {
    day(to.surroundings().today(), TODAY, "today", property);
    Optional<Attributes> project = plan.project().map(Symbol::attributes);
    boolean own = in.kind().filter(kind -> kind.word().equals("project")).isPresent();
    if (!own || !property.name().equals("start")) {
      project
          .flatMap(attributes -> attributes.date("start"))
          .ifPresent(day -> day(day, START, "start", property));
    }
    if (!own || !property.name().equals("deadline")) {
      project
          .flatMap(attributes -> attributes.lastDate("deadline"))
          .ifPresent(day -> day(day, DEADLINE, "deadline", property));
    }
  }

  /** Found by its meaning only: who types a date of their own must not get another one. */
  private void day(LocalDate day, Localized meaning, String word, Property property) {
    if (offered.add(day)) {
      to.add(
          Completion.of(
                  day.toString(),
                  ItemKind.DATE,
                  meaning.in(to.language()),
                  () -> to.descriptions().date(day, property))
              .filteredBy(word));
    }
  }
}
