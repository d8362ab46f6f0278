package dev.genplan.drawing;

import dev.genplan.diagnostics.Severity;
import dev.genplan.diagram.Bar;
import dev.genplan.diagram.Edge;
import dev.genplan.diagram.FlowGraph;
import dev.genplan.diagram.Interval;
import dev.genplan.diagram.Node;
import dev.genplan.diagram.Phrases;
import dev.genplan.diagram.Schedule;
import dev.genplan.text.Language;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What stands on nodes and arrows, and what is read out of them. */
final class Labels {

  /** What these lead to can be seen from the node at the arrow's beginning. */
  private static final Set<String> PLAIN =
      Set.of("model", "data", "from", "start", "result", "candidates", "service", "metrics");

  private final Language language;

  Labels(Language language) {
    this.language = language;
  }

  String text(Localized text) {
    return text.in(language);
  }

  String text(Message text) {
    return text.in(language);
  }

  /** The second line of a node: what it is, and how it works. */
  String detail(Node node) {
    String title = text(node.title());
    String detail = node.methods().isEmpty() ? title : title + " · " + list(node.methods());
    return node.presence() == Node.Presence.SKIPPED
        ? detail + " · " + text(Localized.of("skipped", "跳过"))
        : detail;
  }

  String list(List<String> items) {
    return String.join(language == Language.CHINESE ? "、" : ", ", items);
  }

  /** What stands on an arrow; empty if nothing has to. */
  String of(Edge edge) {
    if (edge.sort() == Edge.Sort.ORDER) {
      return "";
    }
    if (edge.sort() == Edge.Sort.ROUND) {
      return text(Localized.of("next round", "下一轮"));
    }
    Set<String> words = new LinkedHashSet<>();
    for (Edge.Use use : edge.uses()) {
      String word = use.part().orElse(PLAIN.contains(use.property()) ? "" : use.property());
      if (!word.isEmpty()) {
        words.add(use.property().equals("when") ? verdict(word) : word);
      }
    }
    return list(List.copyOf(words));
  }

  private String verdict(String word) {
    return text(
        word.equals("passes") ? Localized.of("passes", "通过") : Localized.of("fails", "未通过"));
  }

  /** What a screen reader says: {@code Fine-tuning sft, from llama, data tickets, 2 findings}. */
  String spoken(Node node, FlowGraph graph) {
    List<String> parts = new ArrayList<>();
    parts.add(text(node.title()) + " " + node.name());
    for (Edge edge : graph.edges()) {
      if (edge.to().equals(node.id())) {
        parts.add(spoken(edge));
      }
    }
    parts.addAll(state(node));
    return String.join(language == Language.CHINESE ? "，" : ", ", parts);
  }

  private String spoken(Edge edge) {
    Edge.Use use = edge.uses().get(0);
    String from = use.part().map(part -> edge.from() + "." + part).orElse(edge.from());
    return switch (edge.sort()) {
      case FLOW ->
          use.property().equals("model") || use.property().equals("from")
              ? text(Localized.of("from {0}", "来自 {0}").with(from))
              : use.property() + " " + from;
      case CONDITION -> use.property() + " " + from;
      case ORDER -> text(Localized.of("after {0}", "在 {0} 之后").with(from));
      case ROUND -> text(Localized.of("each round makes {0}", "每轮产出 {0}").with(from));
    };
  }

  /** Whether it runs, and how much was found. */
  List<String> state(Node node) {
    List<String> parts = new ArrayList<>();
    if (node.presence() == Node.Presence.CONDITIONAL) {
      parts.add(text(Localized.of("conditional", "有条件")));
    } else if (node.presence() == Node.Presence.SKIPPED) {
      parts.add(text(Localized.of("skipped", "跳过")));
    }
    if (!node.findings().isEmpty()) {
      parts.add(findings(node));
    }
    return parts;
  }

  /** How much was found. */
  String findings(Node node) {
    int found = node.findings().size();
    return text(Localized.of(found == 1 ? "{0} finding" : "{0} findings", "{0} 个问题").with(found));
  }

  /** What shows when the pointer rests on a node. */
  String hint(Node node) {
    StringBuilder hint = new StringBuilder(text(node.title()) + " " + node.name());
    if (!node.methods().isEmpty()) {
      hint.append(" · ").append(list(node.methods()));
    }
    node.findings()
        .forEach(
            found ->
                hint.append('\n')
                    .append(text(of(found.severity())))
                    .append(language == Language.CHINESE ? "：" : ": ")
                    .append(text(found.message())));
    return hint.toString();
  }

  static Localized of(Severity severity) {
    return switch (severity) {
      case ERROR -> Localized.of("Error", "错误");
      case WARNING -> Localized.of("Warning", "警告");
      case INFORMATION -> Localized.of("Note", "说明");
      case HINT -> Localized.of("Hint", "提示");
    };
  }

  /** How long a stage takes, and whether that is assumed. */
  String duration(Bar bar) {
    if (bar.node().presence() == Node.Presence.SKIPPED) {
      return text(Localized.of("skipped", "跳过"));
    }
    String time = text(Phrases.duration(bar.duration()));
    return switch (bar.basis()) {
      case ONGOING -> text(Localized.of("from then on", "持续进行"));
      case ASSUMED -> text(Localized.of("{0}, assumed", "{0}（假定）").with(time));
      case STATED, DERIVED -> time;
    };
  }

  /** The name of a {@code repeat}, and how often it runs. */
  String frame(Node node, Schedule schedule) {
    Interval rounds = schedule.bar(node.id()).rounds();
    return rounds.high() > 1 ? node.name() + " · " + rounds(rounds) : node.name();
  }

  /** How often the stages of a {@code repeat} run. */
  String rounds(Interval rounds) {
    return text(Localized.of("{0} rounds", "{0} 轮").with(text(Phrases.number(rounds))));
  }
}
