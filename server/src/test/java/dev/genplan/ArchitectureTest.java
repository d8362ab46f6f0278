package dev.genplan;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The floors of the house, and who may use which library.
 *
 * <p>A package that does not exist yet breaks no rule; one that stands on no floor does.
 */
@AnalyzeClasses(packages = "dev.genplan", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "dev.genplan";

  /** From the ground up. Packages of one floor stand beside each other. */
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("text"),
          Set.of("diagnostics"),
          Set.of("syntax"),
          Set.of("schema", "catalog"),
          Set.of("plan"),
          Set.of("estimate"),
          Set.of("rules"),
          Set.of("analysis"),
          Set.of("workspace"),
          Set.of("editing"),
          Set.of("diagram"),
          Set.of("drawing"),
          Set.of("report"),
          Set.of("cli", "lsp"),
          Set.of("Main"));

  /** Neighbors that may know each other: a property's type can be an entry of the catalog. */
  private static final Set<String> OPEN_DOORS = Set.of("schema", "catalog");

  private static final DescribedPredicate<JavaClass> BELOW_THE_TOP =
      describe("are below cli and lsp", c -> !Set.of("cli", "lsp", "Main").contains(home(c)));

  @ArchTest
  static final ArchRule EVERY_CLASS_STANDS_ON_A_FLOOR =
      classes()
          .that(resideInAnyPackage(ROOT + ".."))
          .should(
              new ArchCondition<>("stand on a floor") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  if (floor(type) < 0) {
                    events.add(
                        SimpleConditionEvent.violated(
                            type, type.getName() + " is in a package that no floor names"));
                  }
                }
              });

  @ArchTest
  static final ArchRule A_FLOOR_KNOWS_ONLY_THOSE_BELOW =
      classes()
          .that(resideInAnyPackage(ROOT + ".."))
          .should(
              new ArchCondition<>("know only floors below their own") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass().getBaseComponentType();
                    if (target.getPackageName().startsWith(ROOT) && !mayKnow(type, target)) {
                      events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                    }
                  }
                }
              });

  @ArchTest
  static final ArchRule ONLY_SYNTAX_KNOWS_THE_GENERATED_PARSER =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".syntax..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT + ".syntax.parser..")
          .allowEmptyShould(true);

  @ArchTest static final ArchRule ANTLR_STAYS_IN_SYNTAX = only("org.antlr..", "syntax");
  @ArchTest static final ArchRule LSP4J_STAYS_IN_LSP = only("org.eclipse.lsp4j..", "lsp");

  @ArchTest
  static final ArchRule COMMONS_CLI_STAYS_IN_CLI = only("org.apache.commons.cli..", "cli");

  @ArchTest static final ArchRule JANSI_STAYS_IN_CLI = only("org.jline..", "cli", "report");

  @ArchTest static final ArchRule ELK_STAYS_IN_DRAWING = only("org.eclipse.elk..", "drawing");

  /** LSP4J logs so, and only the server can tell it where to. */
  @ArchTest static final ArchRule NOBODY_LOGS = only("java.util.logging..", "lsp");

  @ArchTest
  static final ArchRule VIEWS_AND_RULES_KEEP_NOTHING_THEMSELVES =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".plan.view..", ROOT + ".rules..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..")
          .because("Plan.derived takes note of who has asked, a map of their own does not");

  @ArchTest
  static final ArchRule ONLY_THE_TOP_PRINTS =
      noClasses().that(BELOW_THE_TOP).should(ACCESS_STANDARD_STREAMS);

  @ArchTest
  static final ArchRule TODAY_IS_AN_INPUT =
      noClasses()
          .that(BELOW_THE_TOP)
          .should()
          .accessTargetWhere(
              describe("it reads the clock", (JavaAccess<?> a) -> readsClock(a.getTarget())))
          .because("--as-of must reach everything that depends on a date");

  private static ArchRule only(String library, String... packages) {
    String[] allowed = new String[packages.length];
    for (int i = 0; i < packages.length; i++) {
      allowed[i] = ROOT + "." + packages[i] + "..";
    }
    return noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .allowEmptyShould(true);
  }

  private static boolean mayKnow(JavaClass type, JavaClass target) {
    String from = home(type);
    String to = home(target);
    return from.equals(to)
        || floor(target) < floor(type)
        || (OPEN_DOORS.contains(from) && OPEN_DOORS.contains(to));
  }

  /** The package below the root that a class belongs to, or {@code Main}. */
  private static String home(JavaClass type) {
    String name = type.getName();
    if (!name.startsWith(ROOT + ".")) {
      return "";
    }
    String rest = name.substring(ROOT.length() + 1);
    int end = rest.indexOf('.');
    if (end < 0) {
      end = rest.indexOf('$');
    }
    return end < 0 ? rest : rest.substring(0, end);
  }

  private static int floor(JavaClass type) {
    String home = home(type);
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(home)) {
        return i;
      }
    }
    // A package-info of the root knows nothing and is known by nobody.
    return home.equals("package-info") ? FLOORS.size() : -1;
  }

  private static boolean readsClock(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    if (owner.equals("java.time.Clock")) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    if (owner.startsWith("java.time.") && name.equals("now")) {
      return target instanceof AccessTarget.CodeUnitAccessTarget call
          && call.getRawParameterTypes().stream().noneMatch(p -> p.isEquivalentTo(Clock.class));
    }
    if (owner.equals("java.util.Date") && name.equals("<init>")) {
      return target instanceof AccessTarget.CodeUnitAccessTarget call
          && call.getRawParameterTypes().isEmpty();
    }
    return (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
        || (owner.equals("java.util.Calendar") && name.equals("getInstance"));
  }
}
