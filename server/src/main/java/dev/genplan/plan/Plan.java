package dev.genplan.plan;

import dev.genplan.diagnostics.Location;
import dev.genplan.diagnostics.Span;
import dev.genplan.schema.FlowType;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One file as its author means it: its declarations and those of the files it imports, with names
 * bound. A file with a {@code project} is a plan; one without is a library for other plans.
 */
public final class Plan {

  private final Map<String, FileScope> scopes;
  private final FileScope scope;
  private final List<Symbol> symbols;
  private final List<Symbol> own;
  private final Optional<Symbol> project;
  private final Facts facts;
  private final Tracker tracker;

  /** Whether it is noted what is asked of its declarations. */
  private final boolean tracked;

  private final Optional<Runnable> step;

  private Plan(SourceFile file, Imports imports, Optional<Plan> before, boolean tracked) {
    List<Symbol> all = new ArrayList<>();
    this.scopes = new LinkedHashMap<>();
    this.symbols = Collections.unmodifiableList(all);
    this.tracker = before.map(plan -> plan.tracker).orElseGet(Tracker::new);
    this.tracked = tracked;
    this.facts = new Facts(this, tracker);
    this.step = Optional.empty();
    this.scope = scope(file, imports, before.map(Plan::read).orElseGet(IdentityHashMap::new), all);
    int ownSize = 0;
    while (ownSize < all.size() && all.get(ownSize).isOwn()) {
      ownSize++;
    }
    this.own = symbols.subList(0, ownSize);
    this.project = scope.symbols().stream().filter(symbol -> symbol.is("project")).findFirst();
  }

  private Plan(Plan same, Runnable step) {
    this.scopes = same.scopes;
    this.scope = same.scope;
    this.project = same.project;
    this.facts = same.facts;
    this.tracker = same.tracker;
    this.tracked = same.tracked;
    this.step = Optional.of(step);
    this.symbols = watch(same.symbols);
    this.own = watch(same.own);
  }

  /**
   * Binds a file once.
   *
   * @param file the file
   * @param imports finds the files it imports
   */
  public static Plan bind(SourceFile file, Imports imports) {
    return new Plan(file, imports, Optional.empty(), false);
  }

  /**
   * Binds a file that is being edited. It is noted what is asked of its declarations, so that it
   * can be known what an edit concerns.
   *
   * @param file the file
   * @param imports finds the files it imports
   * @param before the plan before the last edit, of whose declarations those that are still there
   *     need not be read again
   */
  public static Plan bind(SourceFile file, Imports imports, Optional<Plan> before) {
    return new Plan(file, imports, before, true);
  }

  private IdentityHashMap<Member.Declaration, Attributes> read() {
    IdentityHashMap<Member.Declaration, Attributes> read =
        new IdentityHashMap<>(2 * symbols.size());
    for (Symbol symbol : symbols) {
      read.put(symbol.declaration(), symbol.attributes());
    }
    return read;
  }

  /**
   * The same plan for work that may be called off: whoever goes through its declarations asks at
   * each of them whether to go on. The declarations themselves know the plan without that.
   *
   * @param step called often; throws to stop the work
   */
  public Plan watched(Runnable step) {
    return new Plan(this, step);
  }

  /**
   * Works out at once what nearly every rule needs, as that may take long.
   *
   * @param step called often; throws to stop the work, which can be taken up again later
   */
  public void prepare(Runnable step) {
    facts.prepare(step);
  }

  /**
   * Does some work on the plan and notes what it looks at; what it is told about the whole plan,
   * such as the course, is noted in {@link #reads()}.
   */
  public void record(Reads into, Runnable work) {
    tracker.record(
        into,
        () -> {
          work.run();
          return into;
        });
    into.close();
  }

  /** Does work whose result is kept and told to all that ask. */
  <T> T fact(Supplier<T> work) {
    return facts.record(work);
  }

  /** What was looked at to work out what is told about the whole plan. */
  public Reads reads() {
    return facts.reads();
  }

  boolean isTracked() {
    return tracked;
  }

  Tracker tracker() {
    return tracker;
  }

  void noteSurroundings() {
    tracker.note(Reads::surroundings);
  }

  /** Whether all imports lead where those of another state of the file lead. */
  boolean importsSame(Plan other) {
    if (!List.copyOf(scopes.keySet()).equals(List.copyOf(other.scopes.keySet()))) {
      return false;
    }
    for (FileScope known : scopes.values()) {
      FileScope same = other.scopes.get(known.file().uri());
      if ((known != scope && !known.file().equals(same.file())) || !known.importsSame(same)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A list of what belongs to the plan, for those that were given the plan: whoever goes through it
   * stops when the plan is {@link #watched} and the work is no longer wanted.
   */
  public <T> List<T> watch(List<T> list) {
    return step.isPresent() ? new Watched<>(list, step.get()) : list;
  }

  /** A scope for a file, with those of its imports, each made once, so that cycles do no harm. */
  private FileScope scope(
      SourceFile file,
      Imports imports,
      IdentityHashMap<Member.Declaration, Attributes> read,
      List<Symbol> all) {
    FileScope known = scopes.get(file.uri());
    if (known != null) {
      return known;
    }
    FileScope made = new FileScope(this, file, read, all);
    scopes.put(file.uri(), made);
    for (SyntaxTree.Placed placed : file.tree().members()) {
      if (placed.member() instanceof Member.Import node && node.file().isPresent()) {
        Imports.Result result = imports.resolve(file.uri(), node.file().get().text());
        made.addImport(new FileScope.ImportSite(node, placed.base(), result));
        if (result instanceof Imports.Found found && !found.file().uri().equals(file.uri())) {
          made.bring(scope(found.file(), imports, read, all));
        }
      }
    }
    return made;
  }

  FileScope scope() {
    return scope;
  }

  FileScope scopeOf(String uri) {
    return scopes.get(uri);
  }

  /** Whether a file imports another one, itself or through others. */
  boolean reaches(String from, String to) {
    Set<String> seen = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String uri = open.pop();
      FileScope known = scopes.get(uri);
      if (known == null || !seen.add(uri)) {
        continue;
      }
      for (FileScope.ImportSite site : known.imports()) {
        if (site.result() instanceof Imports.Found found) {
          if (found.file().uri().equals(to)) {
            return true;
          }
          open.push(found.file().uri());
        }
      }
    }
    return false;
  }

  Types types() {
    return facts.types();
  }

  /** URI of the plan's own file. */
  public String file() {
    return scope.file().uri();
  }

  /** The plan's own file. */
  public SourceFile source() {
    tracker.note(Reads::text);
    return scope.file();
  }

  /** URIs of all files it depends on, its own first. */
  public List<String> files() {
    return List.copyOf(scopes.keySet());
  }

  /** The import in the plan's own file through which a file is brought in, be it indirectly. */
  public Location importOf(String uri) {
    for (FileScope.ImportSite site : scope.imports()) {
      if (site.result() instanceof Imports.Found found
          && (found.file().uri().equals(uri) || reaches(found.file().uri(), uri))) {
        return new Location(file(), site.node().span().shift(site.base()));
      }
    }
    return new Location(file(), new Span(0, 0));
  }

  /** The file that an import leads to at which an offset of the plan's own file lies. */
  public Optional<SourceFile> importAt(int offset) {
    return scope.imports().stream()
        .filter(site -> site.node().span().shift(site.base()).touches(offset))
        .filter(site -> site.result() instanceof Imports.Found)
        .map(site -> ((Imports.Found) site.result()).file())
        .findFirst();
  }

  /**
   * An import in the plan's own file that leads to a file.
   *
   * @param path the quoted path
   * @param file URI of the file
   */
  public record Imported(Span path, String file) {}

  /** The imports in the plan's own file that lead to a file, in the order of the text. */
  public List<Imported> imports() {
    List<Imported> imports = new ArrayList<>(0);
    for (FileScope.ImportSite site : scope.imports()) {
      if (site.result() instanceof Imports.Found found) {
        Span path = site.node().file().orElseThrow().span().shift(site.base());
        imports.add(new Imported(path, found.file().uri()));
      }
    }
    return imports;
  }

  /** The project it is the plan of; empty for a library. */
  public Optional<Symbol> project() {
    return project;
  }

  /** Whether the file declares no project, so that rules about whole plans do not apply. */
  public boolean isLibrary() {
    return project.isEmpty();
  }

  /** All declarations, splits and inner stages, also of imported files; own ones first. */
  public List<Symbol> symbols() {
    return symbols;
  }

  /** All declarations of a kind that can be named in the plan or stand inside a {@code repeat}. */
  public List<Symbol> all(String kind) {
    return watch(facts.byKind().getOrDefault(kind, List.of()));
  }

  /** All declarations of the plan's own file, splits and inner stages included. */
  public List<Symbol> own() {
    return own;
  }

  /** What a name at the top of the plan's file means. */
  public Optional<Symbol> find(String name) {
    return scope.find(name);
  }

  /** All declarations that can be named at the top of the plan's own file. */
  public List<Symbol> visible() {
    return scope.visible();
  }

  /** What the path of a reference leads to. */
  public Optional<FlowType> typeOf(Resolution resolution) {
    return facts.types().of(resolution);
  }

  /** All references to a declaration, in the order of files and text. */
  public List<Link> uses(Symbol symbol) {
    return facts.uses(symbol);
  }

  /** What the results in the plan say about its reports. */
  public Verdicts verdicts() {
    return facts.verdicts();
  }

  /** Which stages run, as far as the results in the plan decide it. */
  public Course course() {
    return facts.course();
  }

  /** What is made of what. */
  public Lineage lineage() {
    return facts.lineage();
  }

  /**
   * Something worked out from the whole plan, once, when first asked for.
   *
   * @param type of what is worked out; there is one of each type
   * @param make works it out
   */
  public <T> T derived(Class<T> type, Function<Plan, T> make) {
    return facts.derived(type, make);
  }

  /**
   * Something worked out about a declaration, once, when first asked for.
   *
   * @param type of what is worked out; there is one of each type
   * @param make works it out
   */
  public <T> T derived(Class<T> type, Symbol symbol, Function<Symbol, T> make) {
    return facts.derived(type, symbol, make);
  }
}
