package dev.genplan.plan.view;

import dev.genplan.plan.Lineage;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import dev.genplan.schema.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
    return plan.watch(All.of(plan).products());
  }

  /** The first product of the plan that something has gone into, or that it is; empty if none. */
  public static Optional<Product> firstWith(Symbol ingredient) {
    return Optional.ofNullable(All.of(ingredient.plan()).first().get(ingredient));
  }

  /**
   * The products of a plan.
   *
   * @param first for all that has gone into products the first one
   */
  private record All(List<Product> products, Map<Symbol, Product> first) {

    static All of(Plan plan) {
      return plan.derived(All.class, All::collect);
    }

    private static All collect(Plan plan) {
      List<Product> products = new ArrayList<>();
      if (plan.all("deploy").isEmpty()) {
        for (Symbol symbol : plan.symbols()) {
          if (isProduct(symbol)) {
            products.add(new Product(symbol, plan.lineage().ingredients(symbol)));
          }
        }
      } else {
        for (Deployment deployment : Deployment.inUse(plan)) {
          products.add(Product.of(deployment));
        }
      }
      return new All(List.copyOf(products), first(plan, products));
    }

    private static Map<Symbol, Product> first(Plan plan, List<Product> products) {
      List<List<Symbol>> things = new ArrayList<>();
      for (Product product : products) {
        List<Symbol> thing = new ArrayList<>(product.symbol.targets("fallback"));
        thing.add(product.symbol);
        things.add(thing);
      }
      Map<Symbol, Product> first = new HashMap<>();
      plan.lineage().firstUsers(things).forEach((part, at) -> first.put(part, products.get(at)));
      return first;
    }
  }

  private static boolean isProduct(Symbol symbol) {
    return MAKERS.contains(symbol.kind().map(Kind::word).orElse(""))
        && symbol.attributes().word("purpose").filter("product"::equals).isPresent()
        && symbol.plan().course().effective(symbol).filter(symbol::equals).isPresent();
  }

  private static Product of(Deployment deployment) {
    Lineage lineage = deployment.symbol().plan().lineage();
    List<Symbol> fallbacks = deployment.symbol().targets("fallback");
    if (fallbacks.isEmpty()) {
      return new Product(deployment.symbol(), lineage.ingredients(deployment.symbol()));
    }
    Set<Symbol> all = new LinkedHashSet<>(lineage.ingredients(deployment.symbol()));
    for (Symbol fallback : fallbacks) {
      all.add(fallback);
      all.addAll(lineage.ingredients(fallback));
    }
    return new Product(deployment.symbol(), all);
  }

  /** The datasets in it, whole ones, in the order of the plan. */
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

  /** Where a stage of it first takes in a model, a dataset, or a split of that. */
  public Optional<Link> entry(Symbol ingredient) {
    Plan plan = symbol.plan();
    List<Link> uses = new ArrayList<>(plan.uses(ingredient));
    ingredient.inner().forEach(split -> uses.addAll(plan.uses(split)));
    ingredient.parent().ifPresent(whole -> uses.addAll(plan.uses(whole)));
    return uses.stream()
        .filter(link -> link.from().isStage())
        .filter(link -> link.from() == symbol || ingredients.contains(link.from()))
        .filter(link -> Lineage.isIngredient(link) || link.property().equals("fallback"))
        .filter(
            link ->
                link.symbol()
                    .filter(target -> plan.lineage().shares(target, ingredient))
                    .isPresent())
        .min(
            Comparator.comparingInt((Link link) -> link.from().index())
                .thenComparingInt(link -> link.path().start()));
  }
}
