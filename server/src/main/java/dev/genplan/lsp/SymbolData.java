package dev.genplan.lsp;

import com.google.gson.JsonObject;
import dev.genplan.plan.Plan;
import dev.genplan.plan.Symbol;
import java.util.Optional;

/**
 * By what a declaration is found again when a client asks about it later: its file and its name,
 * since its place may have changed.
 */
final class SymbolData {

  private static final String FILE = "file";
  private static final String NAME = "name";

  private SymbolData() {}

  /** What to hand out to the client. */
  static JsonObject of(Symbol symbol) {
    return of(symbol.file(), symbol.qualifiedName());
  }

  /** What to hand out for a declaration of that name in a file. */
  static JsonObject of(String file, String qualifiedName) {
    JsonObject data = new JsonObject();
    data.addProperty(FILE, file);
    data.addProperty(NAME, qualifiedName);
    return data;
  }

  /** The declaration for which it was handed out, if it is still there. */
  static Optional<Symbol> find(Object data, Request request) {
    if (!(data instanceof JsonObject object) || !object.has(FILE) || !object.has(NAME)) {
      return Optional.empty();
    }
    // What comes back from the client may name any file; only those of the workspace are read.
    Optional<Plan> plan =
        Optional.of(object.get(FILE).getAsString())
            .filter(request.snapshot()::holds)
            .flatMap(request.snapshot()::plan);
    String name = object.get(NAME).getAsString();
    return plan.flatMap(
        known ->
            known.own().stream().filter(symbol -> symbol.qualifiedName().equals(name)).findFirst());
  }
}
