package dev.genplan.rules;

import dev.genplan.catalog.License;
import dev.genplan.catalog.Licenses;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.view.Deployment;
import dev.genplan.plan.view.Project;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model that the plan trains from scratch with so much compute that it counts as general-purpose
 * under the AI Act, Regulation (EU) 2024/1689, and that it offers in the EU.
 *
 * @param deployment where it is offered
 * @param compute what its training takes
 */
public record GeneralPurpose(Deployment deployment, TrainingCompute compute) {

  /**
   * FLOP above which a model that generates text, speech, images or video is taken to be
   * general-purpose: Commission guidelines C(2025) 7719, first published on 18 July 2025.
   */
  public static final double INDICATIVE = Math.pow(10, 23);

  /** FLOP above which systemic risk is presumed: AI Act, Article 51(2). */
  public static final double SYSTEMIC = Math.pow(10, 25);

  /**
   * Those of a plan above a threshold.
   *
   * @param threshold in FLOP
   */
  public static List<GeneralPurpose> all(Plan plan, double threshold) {
    boolean applies =
        Project.of(plan)
            .filter(Project::isUnderAiAct)
            .filter(project -> !project.onlyAnalyzes())
            .isPresent();
    List<GeneralPurpose> found = new ArrayList<>();
    if (!applies || plan.all("pretrain").isEmpty()) {
      return found;
    }
    for (Deployment deployment : Deployment.inUse(plan)) {
      Optional<Symbol> thing = deployment.model().filter(each -> deployment.isOffered());
      if (thing.isPresent() && plan.lineage().base(thing.get()).isEmpty()) {
        TrainingCompute compute = TrainingCompute.of(thing.get());
        if (compute.flop() > threshold) {
          found.add(new GeneralPurpose(deployment, compute));
        }
      }
    }
    return found;
  }

  /** Whether weights are released under a free and open-source license: AI Act, Article 53(2). */
  public boolean isOpen() {
    return deployment.mode().equals("weights")
        && deployment
            .attributes()
            .word("license")
            .flatMap(Licenses::find)
            .filter(GeneralPurpose::isFree)
            .isPresent();
  }

  private static boolean isFree(License license) {
    return license.commercialUse() == License.Permission.ALLOWED
        && license.derivatives() == License.Permission.ALLOWED
        && !license.useRestrictions()
        && license.naming().isEmpty()
        && license.userThreshold().isEmpty();
  }

  /**
   * Reports those of several documents that no deployment of the plan is published with, and offers
   * to add them.
   *
   * @param message about the deployment, what it offers, its compute and the documents
   */
  public void reportMissing(List<String> documents, Localized message, Reporter reporter) {
    Symbol symbol = deployment.symbol();
    List<String> missing = new ArrayList<>(documents);
    for (Symbol each : symbol.plan().all("deploy")) {
      missing.removeAll(each.attributes().words("documents"));
    }
    if (missing.isEmpty()) {
      return;
    }
    Message filled =
        message.with(
            symbol.name(),
            deployment.model().orElseThrow().qualifiedName(),
            Figures.scientific(compute.flop()),
            Listing.ofWords(missing));
    Reporter.Finding finding = reporter.report(symbol, "documents", filled);
    Repairs.addDocuments(symbol, missing).ifPresent(finding::fix);
  }
}
