package dev.genplan.benchmarks;

import dev.genplan.syntax.Block;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.Node;
import dev.genplan.syntax.SyntaxTree;
import dev.genplan.syntax.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A generated plan as a team would write it in YAML, to be checked with {@link YamlSchema}: a
 * mapping for each kind, in it one for each declaration; what is a tagged block in GenPlan is a
 * mapping with a {@code type}. Mistakes stay mistakes. The owner of the data, which nearly every
 * data set names, is an anchor with aliases, for that is what a YAML server can rename.
 */
final class YamlPlan {

  private static final String ANCHOR = "support";

  private final SyntaxTree tree;
  private final StringBuilder out = new StringBuilder();
  private int base;
  private boolean anchored;

  private YamlPlan(SyntaxTree tree) {
    this.tree = tree;
  }

  /**
   * A YAML plan.
   *
   * @param lines how many it may have at most; it has but a few less
   */
  static String of(int lines) {
    String best = convert(lines / 2);
    for (int plan = lines / 2; plan <= 2 * lines; plan += Math.max(1, lines / 100)) {
      String next = convert(plan);
      if (next.lines().count() > lines) {
        break;
      }
      best = next;
    }
    return best;
  }

  /** The name that stands behind {@code &} once and behind {@code *} wherever it is repeated. */
  static String anchor() {
    return ANCHOR;
  }

  private static String convert(int planLines) {
    return new YamlPlan(SyntaxTree.parse(GeneratedPlan.of(planLines).text())).convert();
  }

  private record Declared(Member.Declaration node, int base) {}

  private String convert() {
    Map<String, List<Declared>> kinds = new LinkedHashMap<>();
    for (SyntaxTree.Placed placed : tree.members()) {
      if (placed.member() instanceof Member.Declaration declaration) {
        kinds
            .computeIfAbsent(declaration.keyword().text(), any -> new ArrayList<>())
            .add(new Declared(declaration, placed.base()));
      }
    }
    kinds.forEach(
        (kind, declarations) -> {
          out.append(kind).append(":\n");
          for (Declared each : declarations) {
            base = each.base();
            declaration(each.node(), "  ");
          }
        });
    return out.toString();
  }

  private void declaration(Member.Declaration declaration, String indent) {
    declaration.doc().lines().forEach(line -> out.append(indent).append("# " + line + "\n"));
    out.append(indent).append(declaration.name().orElseThrow().text()).append(":\n");
    members(declaration.members(), indent + "  ");
  }

  private void members(List<Member> members, String indent) {
    Map<String, List<Member.Declaration>> nested = new LinkedHashMap<>();
    for (Member member : members) {
      if (member instanceof Member.Declaration inner && inner.name().isPresent()) {
        nested.computeIfAbsent(inner.keyword().text(), any -> new ArrayList<>()).add(inner);
      } else if (member instanceof Member.Declaration section) {
        out.append(indent).append(section.keyword().text()).append(":\n");
        members(section.members(), indent + "  ");
      } else if (member instanceof Member.Property property) {
        out.append(indent).append(property.key().text()).append(":");
        property.value().ifPresent(value -> value(property.key().text(), value, indent + "  "));
      } else if (member instanceof Member.Criterion criterion) {
        out.append(indent).append(criterion.metric().text()).append(": ");
        String limit = criterion.value().map(this::source).orElse("");
        out.append(quoted(criterion.operator().symbol() + " " + limit)).append("\n");
      } else if (member instanceof Member.Bare bare) {
        out.append(indent).append(bare.path().text()).append(": measured\n");
      }
    }
    nested.forEach(
        (keyword, declarations) -> {
          out.append(indent).append(keyword).append(":\n");
          declarations.forEach(inner -> declaration(inner, indent + "  "));
        });
  }

  private void value(String key, Value value, String indent) {
    if (value instanceof Value.Sequence list) {
      List<String> elements = list.elements().stream().map(this::scalar).toList();
      out.append(" [").append(String.join(", ", elements)).append("]\n");
    } else if (value.block().isPresent()) {
      Block block = value.block().get();
      String word = value instanceof Value.Reference ? "type" : "value";
      out.append("\n").append(indent).append(word + ": " + scalar(value) + "\n");
      members(block.members(), indent);
    } else if (key.equals("owner") && source(value).equals("\"Support\"")) {
      out.append(anchored ? " *" + ANCHOR : " &" + ANCHOR + " \"Support\"").append("\n");
      anchored = true;
    } else {
      out.append(" ").append(scalar(value)).append("\n");
    }
  }

  /** A value without its block. */
  private String scalar(Value value) {
    if (value instanceof Value.Text || value instanceof Value.Reference) {
      return source(value);
    }
    boolean number = value instanceof Value.Quantity quantity && quantity.isBare();
    return number ? source(value).replace("_", "") : quoted(source(value));
  }

  private String source(Value value) {
    int end = value.block().map(Node::start).orElse(value.end());
    return tree.text().substring(base + value.start(), base + end).strip();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\\\"") + '"';
  }
}
