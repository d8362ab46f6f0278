package dev.genplan.diagram;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.Span;
import dev.genplan.plan.Course;
import dev.genplan.plan.Link;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Resolution;
import dev.genplan.plan.Symbol;
import dev.genplan.plan.Tag;
import dev.genplan.schema.FlowType;
import dev.genplan.schema.Kind;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the {@link FlowGraph} of a plan. */
final class FlowGraphBuilder {

  private record Ends(String from, String to, Edge.Sort sort) {}

  private final Plan plan;
  private final Members members;
  private final Map<Symbol, List<Diagnostic>> findings;

  FlowGraphBuilder(Plan plan, List<Diagnostic> findings) {
    this.plan = plan;
    this.members = new Members(plan);
    this.findings = bySymbol(plan, findings);
  }

  FlowGraph build() {
    List<Node> nodes = new ArrayList<>();
    List<Edge> edges = new ArrayList<>();
    for (Symbol symbol : members.symbols()) {
      nodes.add(node(symbol));
      edges.addAll(edges(symbol));
    }
    return new FlowGraph(nodes, edges);
  }

  private Node node(Symbol symbol) {
    String keyword = symbol.node().keyword().text();
    return new Node(
        members.id(symbol),
        Family.of(symbol),
        keyword,
        symbol.kind().map(Kind::title).orElseGet(() -> Localized.same(keyword)),
        symbol.name().isEmpty() ? keyword : symbol.name(),
        symbol.attributes().tags("method").stream().map(Tag::word).toList(),
        symbol.repeat().map(members::id),
        presence(symbol),
        symbol.locate(symbol.node()),
        symbol.location(),
        findings.getOrDefault(symbol, List.of()));
  }

  private Node.Presence presence(Symbol symbol) {
    Course.Presence presence = plan.course().of(symbol);
    if (presence == Course.Presence.SKIPPED) {
      return Node.Presence.SKIPPED;
    }
    return presence == Course.Presence.OPEN || symbol.attributes().has("when")
        ? Node.Presence.CONDITIONAL
        : Node.Presence.CERTAIN;
  }

  private List<Edge> edges(Symbol symbol) {
    List<Link> links = new ArrayList<>(symbol.links());
    for (Symbol part : symbol.inner()) {
      if (part.isSplit()) {
        links.addAll(part.links());
      }
    }
    Map<Ends, List<Edge.Use>> uses = new LinkedHashMap<>();
    Map<Ends, Optional<FlowType>> flows = new HashMap<>();
    for (Link link : links) {
      Optional<Symbol> target = link.symbol().map(Members::whole).filter(members::contains);
      if (target.isPresent() && target.get() != symbol) {
        Ends ends = new Ends(members.id(target.get()), members.id(symbol), sort(link));
        List<Edge.Use> known = uses.computeIfAbsent(ends, any -> new ArrayList<>(1));
        Edge.Use use = new Edge.Use(link.property(), part(link));
        if (!known.contains(use)) {
          known.add(use);
        }
        flows.putIfAbsent(ends, flows(link, ends.sort()));
      }
    }
    List<Edge> edges = new ArrayList<>(uses.size());
    uses.forEach(
        (ends, all) -> edges.add(new Edge(ends.from, ends.to, ends.sort, flows.get(ends), all)));
    return edges;
  }

  private static Edge.Sort sort(Link link) {
    return switch (link.expected().target()) {
      case STAGE -> Edge.Sort.ORDER;
      case INNER_STAGE -> Edge.Sort.ROUND;
      case VERDICT, FIGURE -> Edge.Sort.CONDITION;
      case ARTIFACT, SUBJECT -> isDecision(link) ? Edge.Sort.CONDITION : Edge.Sort.FLOW;
    };
  }

  /** Where a report is named and its passing is meant. */
  private static boolean isDecision(Link link) {
    return link.property().equals("gate") || link.property().equals("until");
  }

  private Optional<FlowType> flows(Link link, Edge.Sort sort) {
    return sort == Edge.Sort.ORDER ? Optional.empty() : plan.typeOf(link.target());
  }

  private static Optional<String> part(Link link) {
    Resolution target = link.target();
    if (target instanceof Resolution.Verdict verdict) {
      return Optional.of(verdict.passes() ? "passes" : "fails");
    }
    if (target instanceof Resolution.Figure figure) {
      return Optional.of(figure.metric());
    }
    return link.symbol().filter(Symbol::isSplit).map(Symbol::name);
  }

  /** Findings by the innermost declaration in which they stand. */
  private Map<Symbol, List<Diagnostic>> bySymbol(Plan own, List<Diagnostic> all) {
    TreeMap<Integer, Symbol> starts = new TreeMap<>();
    for (Symbol symbol : own.own()) {
      starts.put(span(symbol).start(), symbol);
    }
    Map<Symbol, List<Diagnostic>> found = new HashMap<>();
    for (Diagnostic diagnostic : all) {
      if (diagnostic.location().file().equals(own.file())) {
        at(starts, diagnostic.location().span().start())
            .map(Members::whole)
            .ifPresent(
                symbol -> found.computeIfAbsent(symbol, any -> new ArrayList<>()).add(diagnostic));
      }
    }
    return found;
  }

  private static Optional<Symbol> at(NavigableMap<Integer, Symbol> starts, int offset) {
    Map.Entry<Integer, Symbol> before = starts.floorEntry(offset);
    Optional<Symbol> symbol = Optional.ofNullable(before).map(Map.Entry::getValue);
    while (symbol.isPresent() && !span(symbol.get()).touches(offset)) {
      symbol = symbol.get().parent();
    }
    return symbol;
  }

  private static Span span(Symbol symbol) {
    return symbol.locate(symbol.node()).span();
  }
}
