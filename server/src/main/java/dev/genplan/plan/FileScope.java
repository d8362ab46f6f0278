package dev.genplan.plan;

import dev.genplan.schema.BlockSpec;
import dev.genplan.schema.Kind;
import dev.genplan.schema.Schema;
import dev.genplan.syntax.Member;
import dev.genplan.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The namespace of one file: what it declares and what the files it imports declare. What those
 * import in turn is not seen.
 */
final class FileScope {

  /** An import and where it stands. */
  record ImportSite(Member.Import node, int base, Imports.Result result) {}

  private static final BlockSpec NOTHING = BlockSpec.of(List.of());

  private final SourceFile file;
  private final List<Symbol> symbols = new ArrayList<>();
  private final Map<String, Symbol> own = new LinkedHashMap<>();
  private final List<ImportSite> imports = new ArrayList<>(0);
  private final Map<String, Symbol> imported = new HashMap<>();

  /**
   * @param read what declarations state that have been read already
   * @param all takes all symbols, splits and inner stages behind what they stand in
   */
  FileScope(
      Plan plan,
      SourceFile file,
      IdentityHashMap<Member.Declaration, Attributes> read,
      List<Symbol> all) {
    this.file = file;
    for (SyntaxTree.Placed placed : file.tree().members()) {
      if (placed.member() instanceof Member.Declaration declaration) {
        declare(plan, declaration, placed.base(), read, all);
      }
    }
  }

  /** A declaration is the same object as long as its text is the same. */
  private static Attributes attributes(
      Plan plan,
      Optional<Symbol> parent,
      Member.Declaration node,
      BlockSpec spec,
      IdentityHashMap<Member.Declaration, Attributes> read) {
    Attributes known = read.get(node);
    if (known != null || !plan.isTracked()) {
      return known != null ? known : new Attributes(spec, node.members());
    }
    String outer = parent.map(symbol -> symbol.attributes().declaration() + " ").orElse("");
    String name = node.name().map(word -> " " + word.text()).orElse("");
    return new Attributes(
        spec, node.members(), Optional.of(plan.tracker()), outer + node.keyword().text() + name);
  }

  private void declare(
      Plan plan,
      Member.Declaration node,
      int base,
      IdentityHashMap<Member.Declaration, Attributes> read,
      List<Symbol> all) {
    Optional<Kind> kind = Schema.kind(node.keyword().text());
    BlockSpec spec = kind.map(Kind::body).orElse(NOTHING);
    Symbol symbol =
        new Symbol(
            plan,
            this,
            node,
            base,
            kind,
            Optional.empty(),
            attributes(plan, Optional.empty(), node, spec, read),
            all.size());
    all.add(symbol);
    symbols.add(symbol);
    if (!symbol.name().isEmpty()) {
      own.putIfAbsent(symbol.name(), symbol);
    }
    boolean holdsStages = spec.content() == BlockSpec.Content.STAGES;
    for (Member member : node.members()) {
      if (member instanceof Member.Declaration nested && nested.name().isPresent()) {
        Optional<Kind> nestedKind =
            holdsStages ? Schema.kind(nested.keyword().text()) : Optional.empty();
        Optional<BlockSpec> nestedSpec =
            nestedKind
                .map(Kind::body)
                .or(() -> Optional.ofNullable(spec.nested().get(nested.keyword().text())));
        if (nestedSpec.isPresent() || holdsStages) {
          Symbol inner =
              new Symbol(
                  plan,
                  this,
                  nested,
                  base,
                  nestedKind,
                  Optional.of(symbol),
                  attributes(plan, Optional.of(symbol), nested, nestedSpec.orElse(NOTHING), read),
                  all.size());
          all.add(inner);
          symbol.add(inner);
        }
      }
    }
  }

  void addImport(ImportSite site) {
    imports.add(site);
  }

  void bring(FileScope other) {
    other.own.forEach(imported::putIfAbsent);
  }

  SourceFile file() {
    return file;
  }

  List<ImportSite> imports() {
    return imports;
  }

  /** Whether its imports lead where those of an earlier state of the file led. */
  boolean importsSame(FileScope before) {
    if (imports.size() != before.imports.size()) {
      return false;
    }
    for (int i = 0; i < imports.size(); i++) {
      if (!imports.get(i).result().equals(before.imports.get(i).result())) {
        return false;
      }
    }
    return true;
  }

  /** The declarations at the top of the file, in the order of the text. */
  List<Symbol> symbols() {
    return symbols;
  }

  /** What the file itself declares under each name; of several the first. */
  Map<String, Symbol> own() {
    return own;
  }

  /** What a name at the top of this file means. */
  Optional<Symbol> find(String name) {
    Symbol symbol = own.get(name);
    return Optional.ofNullable(symbol != null ? symbol : imported.get(name));
  }

  /** All declarations that can be named in this file. */
  List<Symbol> visible() {
    List<Symbol> all = new ArrayList<>(own.values());
    imported.forEach(
        (name, symbol) -> {
          if (!own.containsKey(name)) {
            all.add(symbol);
          }
        });
    return all;
  }
}
