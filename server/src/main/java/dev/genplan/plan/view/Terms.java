package dev.genplan.plan.view;

import dev.genplan.catalog.License;
import dev.genplan.catalog.License.Permission;
import dev.genplan.catalog.TrainingOnOutputs;
import dev.genplan.plan.Attributes;
import java.util.List;
import java.util.Optional;

/**
 * On what terms something may be used: what the plan itself states goes before what the catalog
 * knows of the license.
 *
 * @param licenses those that the catalog knows
 * @param commercial whether the plan says that it may be used commercially
 * @param training whether the plan says that other models may be trained on it or its outputs
 */
public record Terms(
    List<License> licenses, Optional<Boolean> commercial, Optional<Boolean> training) {

  public Terms {
    licenses = List.copyOf(licenses);
  }

  static Terms of(Attributes attributes, List<License> licenses) {
    Attributes own = attributes.qualifiers("license");
    return new Terms(licenses, stated(own, "commercial"), stated(own, "training"));
  }

  private static Optional<Boolean> stated(Attributes own, String property) {
    return own.isTrue(property)
        ? Optional.of(true)
        : own.isWord(property, "false") ? Optional.of(false) : Optional.empty();
  }

  /** Whether money may be made with it; of several licenses the strictest counts. */
  public Permission commercialUse() {
    if (commercial.isPresent()) {
      return commercial.get() ? Permission.ALLOWED : Permission.FORBIDDEN;
    }
    return licenses.stream()
        .map(License::commercialUse)
        .filter(Permission.FORBIDDEN::equals)
        .findFirst()
        .or(() -> licenses.stream().map(License::commercialUse).findFirst())
        .orElse(Permission.UNKNOWN);
  }

  /** Whether other models may be trained on what it writes, as its license has it. */
  public TrainingOnOutputs trainingOnOutputs() {
    return licenses.stream()
        .map(License::trainingOnOutputs)
        .findFirst()
        .orElse(TrainingOnOutputs.UNKNOWN);
  }
}
