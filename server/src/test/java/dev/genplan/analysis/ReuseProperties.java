package dev.genplan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.plan.Imports;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceFile;
import dev.genplan.rules.Profile;
import dev.genplan.rules.catalog.RuleIndex;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.testing.TestPlans;
import dev.genplan.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * An analysis that takes over what an edit cannot have changed finds what one finds that starts
 * from nothing. The plans are the examples of all rules, so that each rule has something to say;
 * members are put in, taken out and exchanged as they stand in other examples.
 */
class ReuseProperties {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```genplan\\n(.*?)^```$");
  private static final String FILE = "file:///w/plan.genplan";

  /** The file that a plan may import, with several declarations of a kind far from each other. */
  private static final Imports.Result LIBRARY =
      new Imports.Found(
          new SourceFile(
              "file:///w/library.genplan",
              SyntaxTree.parse(
                  "model near { id: \"Qwen/Qwen3-8B\" }\ndataset near-data { split test { } }\n"
                      + "// A line of a comment.\n".repeat(60)
                      + "model far { }\ndataset far-data { license: cc-by-4.0 }\n")));

  private static final Imports IMPORTS =
      (importer, path) -> path.equals("library.genplan") ? LIBRARY : new Imports.Missing();

  private static final Analyzer ANALYZER =
      new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY).with(Profile.ALL));

  private static final Analyzer OTHER =
      new Analyzer(RuleIndex.all(), Settings.usual(TestPlans.TODAY));

  private static final List<String> NOISE =
      List.of("x", "\n", " ", "// note\n", "/// 说明\n", "\r\n", "\"", "0", ",", "🙂", "-", "}", "{");

  static final List<String> PLANS = plans();

  /** Members as they are written, by the kind of the declaration or the split. */
  private static final Map<String, List<String>> MEMBERS = members();

  private static List<String> plans() {
    List<String> plans = new ArrayList<>();
    try (Stream<Path> pages = Files.list(Path.of("..", "docs", "rules"));
        Stream<Path> samples = Files.walk(Path.of("..", "samples"))) {
      for (Path page :
          pages.filter(path -> !path.toString().endsWith(".zh-CN.md")).sorted().toList()) {
        Matcher example = EXAMPLE.matcher(Files.readString(page));
        while (example.find()) {
          plans.add(example.group(1));
        }
      }
      for (Path sample :
          samples.filter(path -> path.toString().endsWith(".genplan")).sorted().toList()) {
        plans.add(Files.readString(sample));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return plans;
  }

  private static Map<String, List<String>> members() {
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (String plan : PLANS) {
      for (SyntaxTree.Placed placed : SyntaxTree.parse(plan).members()) {
        if (placed.member() instanceof Member.Declaration declaration) {
          for (Member member : declaration.members()) {
            members
                .computeIfAbsent(declaration.keyword().text(), kind -> new ArrayList<>())
                .add(plan.substring(placed.base() + member.start(), placed.base() + member.end()));
          }
        }
      }
    }
    return members;
  }

  @Provide
  Arbitrary<String> plan() {
    return Arbitraries.of(PLANS);
  }

  @Property(tries = 500)
  void whatIsTakenOverIsWhatIsFoundAnew(@ForAll("plan") String plan, @ForAll Random random) {
    Edits edits = new Edits(random);
    List<SyntaxTree> trees = new ArrayList<>();
    trees.add(SyntaxTree.parse(start(plan, random)));
    Plan bound = bind(trees.get(0), Optional.empty());
    Analysis before = ANALYZER.analyze(bound, Optional.empty(), Cancellation.NEVER);
    for (int i = 0; i < 12; i++) {
      SyntaxTree tree = next(trees, edits, random);
      trees.add(tree);
      bound = bind(tree, Optional.of(bound));
      if (random.nextInt(6) == 0) {
        continue;
      }
      Analyzer analyzer = random.nextInt(8) == 0 ? OTHER : ANALYZER;
      Analysis reusing = analyzer.analyze(bound, Optional.of(before), Cancellation.NEVER);
      Analysis fresh =
          analyzer.analyze(
              bind(SyntaxTree.parse(tree.text()), Optional.empty()),
              Optional.empty(),
              Cancellation.NEVER);
      assertThat(shown(reusing))
          .describedAs("%s%n===>%n%s", before.plan().source().tree().text(), tree.text())
          .isEqualTo(shown(fresh));
      before = reusing;
    }
  }

  private static String start(String plan, Random random) {
    String text = random.nextBoolean() ? plan : "import \"library.genplan\"\n" + plan;
    return random.nextInt(4) == 0 ? text.replace("\n", "\r\n") : text;
  }

  /** Another state of the text; the last ones may not have been parsed when it came. */
  private static SyntaxTree next(List<SyntaxTree> trees, Edits edits, Random random) {
    String text = trees.get(trees.size() - 1).text();
    if (random.nextInt(10) == 0) {
      text = trees.get(random.nextInt(trees.size())).text();
    } else {
      for (int more = random.nextInt(4); more >= 0; more -= 2) {
        text = edits.next(text);
      }
    }
    int parsed = Math.max(0, trees.size() - 1 - random.nextInt(3));
    return trees.get(parsed).update(text);
  }

  private static Plan bind(SyntaxTree tree, Optional<Plan> before) {
    return Plan.bind(new SourceFile(FILE, tree), IMPORTS, before);
  }

  /** All that is known of each finding, in words of both languages. */
  private static List<String> shown(Analysis analysis) {
    List<String> shown = new ArrayList<>();
    for (Diagnostic each : analysis.diagnostics()) {
      shown.add(
          String.join(
              " | ",
              each.code(),
              each.severity().toString(),
              each.location().toString(),
              each.message().in(Language.ENGLISH),
              each.message().in(Language.CHINESE),
              each.related().toString(),
              each.tags().toString(),
              each.fixes().toString()));
    }
    return shown;
  }

  /** Edits as somebody makes them who works on one declaration for a while. */
  private static final class Edits {
    private final Random random;
    private int declaration = -1;

    Edits(Random random) {
      this.random = random;
    }

    String next(String text) {
      List<SyntaxTree.Placed> declarations =
          SyntaxTree.parse(text).members().stream()
              .filter(placed -> placed.member() instanceof Member.Declaration)
              .toList();
      if (declarations.isEmpty()) {
        return text + "model m { }\n";
      }
      if (declaration < 0 || declaration >= declarations.size() || random.nextInt(5) == 0) {
        declaration = random.nextInt(declarations.size());
      }
      SyntaxTree.Placed placed = declarations.get(declaration);
      return edit(text, placed.base(), (Member.Declaration) placed.member());
    }

    private String edit(String text, int base, Member.Declaration node) {
      List<Member> members = node.members();
      if (members.isEmpty() || random.nextInt(6) == 0) {
        return noise(text, base + node.start(), base + node.end());
      }
      Member member = members.get(random.nextInt(members.size()));
      int start = base + member.start();
      int end = base + member.end();
      return switch (random.nextInt(8)) {
        case 0 -> text.substring(0, start) + text.substring(end);
        case 1 -> text.substring(0, start) + other(node) + "\n" + text.substring(start);
        case 2 -> text.substring(0, start) + other(node) + text.substring(end);
        case 3 -> number(text, start, end);
        case 4 -> exchanged(text, base, member, members.get(random.nextInt(members.size())));
        case 5 -> copied(text, base, member, members.get(random.nextInt(members.size())));
        case 6 -> text.substring(0, start) + "// " + text.substring(start);
        default -> noise(text, start, end);
      };
    }

    /** Two members change places. */
    private static String exchanged(String text, int base, Member one, Member other) {
      Member first = one.start() < other.start() ? one : other;
      Member last = first == one ? other : one;
      return first == last
          ? text
          : text.substring(0, base + first.start())
              + text.substring(base + last.start(), base + last.end())
              + text.substring(base + first.end(), base + last.start())
              + text.substring(base + first.start(), base + first.end())
              + text.substring(base + last.end());
    }

    /** A member moves to where another one was; where it was itself, a comment is left of it. */
    private static String copied(String text, int base, Member gone, Member moved) {
      if (gone.start() >= moved.start()) {
        return text;
      }
      return text.substring(0, base + gone.start())
          + text.substring(base + moved.start(), base + moved.end())
          + text.substring(base + gone.end(), base + moved.start())
          + "// "
          + text.substring(base + moved.start());
    }

    private String other(Member.Declaration node) {
      List<String> known = MEMBERS.getOrDefault(node.keyword().text(), List.of("note: \"…\""));
      return known.get(random.nextInt(known.size()));
    }

    /** Another digit, where there is one. */
    private String number(String text, int start, int end) {
      for (int i = start; i < end; i++) {
        if (Character.isDigit(text.charAt(i))) {
          return text.substring(0, i) + random.nextInt(10) + text.substring(i + 1);
        }
      }
      return noise(text, start, end);
    }

    private String noise(String text, int start, int end) {
      int at = start + random.nextInt(end - start + 1);
      if (random.nextBoolean() && at < end) {
        return text.substring(0, at) + text.substring(at + 1);
      }
      return text.substring(0, at) + NOISE.get(random.nextInt(NOISE.size())) + text.substring(at);
    }
  }
}
