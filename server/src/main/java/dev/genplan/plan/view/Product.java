package dev.genplan.plan.view;

import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Kind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Something a plan is for, and what it consists of. That is each deployment, or, in a plan without
 * any, each stage that makes something and is no trial.
 *
 * @param symbol the deployment or stage
 * @param ingredients all that has gone into it for certain
 */
public record Product(Symbol symbol, Set<Symbol> ingredients) {

  private static final Set<String> MAKERS =
      Set.of(
          "pretrain",
          "finetune",
          "synthesize",
          "reward",
          "align",
          "optimize",
          "prompt",
          "augment",
          "guard");

  /** All products of a plan; none if all deployments are trials. */
  public static List<Product> of(Plan plan) {
    if (plan.all("deploy").isEmpty()) {
      return plan.symbols().stream()
          .filter(symbol -> MAKERS.contains(symbol.kind().map(Kind::word).orElse("")))
          .filter(
              symbol -> symbol.attributes().word("purpose").filter("product"::equals).isPresent())
          .filter(symbol -> plan.course().effective(symbol).filter(symbol::equals).isPresent())
          .map(stage -> new Product(stage, plan.lineage().ingredients(stage)))
          .toList();
    }
    return Deployment.inUse(plan).stream().map(Product::of).toList();
  }

  private static Product of(Deployment deployment) {
    Lineage lineage = deployment.symbol().plan().lineage();
    Set<Symbol> all = new LinkedHashSet<>(lineage.ingredients(deployment.symbol()));
    for (Symbol fallback : deployment.symbol().targets("fallback")) {
      all.add(fallback);
      all.addAll(lineage.ingredients(fallback));
    }
    return new Product(deployment.symbol(), all);
  }

  /** The data sets in it, whole ones, in the order of the plan. */
  public List<Dataset> datasets() {
    return symbol.plan().all("dataset").stream()
        .filter(ingredients::contains)
        .map(Dataset::new)
        .toList();
  }

  /** The models in it that somebody else has trained, in the order of the plan. */
  public List<Model> models() {
    return symbol.plan().all("model").stream()
        .filter(ingredients::contains)
        .map(Model::new)
        .toList();
  }

  /** Where a stage of it first takes in a model, a data set, or a split of that. */
  public Optional<Link> entry(Symbol ingredient) {
    Lineage lineage = symbol.plan().lineage();
    List<Symbol> stages = new ArrayList<>(symbol.plan().symbols());
    stages.removeIf(each -> !each.isStage() || (each != symbol && !ingredients.contains(each)));
    return stages.stream()
        .flatMap(stage -> stage.links().stream())
        .filter(link -> Lineage.isIngredient(link) || link.property().equals("fallback"))
        .filter(
            link -> link.symbol().filter(target -> lineage.shares(target, ingredient)).isPresent())
        .findFirst();
  }
}
