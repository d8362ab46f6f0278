package dev.genplan.rules;

import dev.genplan.diagnostics.Fix;
import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Related;
import dev.genplan.diagnostics.Severity;
import dev.genplan.diagnostics.Tag;
import dev.genplan.plan.DeclarationEdit;
import dev.genplan.plan.Symbol;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Takes what one rule finds. */
public final class Reporter {

  /** A finding while it is being described. */
  public static final class Finding {
    private final Symbol subject;
    private final Location location;
    private final Message message;
    private final List<Related> related = new ArrayList<>(0);
    private final List<Fix> fixes = new ArrayList<>(0);
    private final Set<Tag> tags = EnumSet.noneOf(Tag.class);
    private Severity severity;

    private Finding(Symbol subject, Location location, Message message, Severity severity) {
      this.subject = subject;
      this.location = location;
      this.message = message;
      this.severity = severity;
    }

    /** Adds another place that explains the finding. */
    public Finding related(Location place, Message why) {
      related.add(new Related(place, why));
      return this;
    }

    /** Adds a repair, worse than those added before. */
    public Finding fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    /** Adds a tag. */
    public Finding tag(Tag tag) {
      tags.add(tag);
      return this;
    }

    /** Replaces the rule's usual severity. */
    public Finding severity(Severity other) {
      severity = other;
      return this;
    }

    /**
     * The same finding after an edit elsewhere; empty if the edit has touched one of its places.
     */
    public Optional<Finding> moved(DeclarationEdit edit) {
      Optional<Location> place = edit.move(location);
      Optional<List<Related>> others = edit.moveRelated(related);
      Optional<List<Fix>> repairs = edit.moveFixes(fixes);
      if (place.isEmpty() || others.isEmpty() || repairs.isEmpty()) {
        return Optional.empty();
      }
      Finding moved = new Finding(edit.move(subject), place.get(), message, severity);
      moved.related.addAll(others.get());
      moved.fixes.addAll(repairs.get());
      moved.tags.addAll(tags);
      return Optional.of(moved);
    }

    public Symbol subject() {
      return subject;
    }

    public Location location() {
      return location;
    }

    public Message message() {
      return message;
    }

    public List<Related> related() {
      return related;
    }

    public List<Fix> fixes() {
      return fixes;
    }

    public Set<Tag> tags() {
      return tags;
    }

    public Severity severity() {
      return severity;
    }
  }

  private final RuleInfo rule;
  private final Runnable step;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param rule the rule whose findings are taken
   */
  public Reporter(RuleInfo rule) {
    this(rule, () -> {});
  }

  /**
   * @param rule the rule whose findings are taken
   * @param step called for each finding; throws to stop the rule
   */
  public Reporter(RuleInfo rule, Runnable step) {
    this.rule = rule;
    this.step = step;
  }

  /**
   * Reports something about a declaration as a whole.
   *
   * @param subject the declaration the defect belongs to: precedence and {@code allow} go by it
   */
  public Finding report(Symbol subject, Message message) {
    return report(subject, subject.location(), message);
  }

  /**
   * Reports something about a property; marks its value, or the declaration's name if it is absent.
   */
  public Finding report(Symbol subject, String property, Message message) {
    return report(subject, subject.locationOf(property), message);
  }

  /** Reports something and marks a certain place. */
  public Finding report(Symbol subject, Location location, Message message) {
    step.run();
    Finding finding = new Finding(subject, location, message, rule.severity());
    findings.add(finding);
    return finding;
  }

  /** What has been reported, in that order. */
  public List<Finding> findings() {
    return findings;
  }
}
