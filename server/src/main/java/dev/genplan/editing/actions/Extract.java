package dev.genplan.editing.actions;

import dev.genplan.catalog.Accelerators;
import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Location;
import dev.genplan.plan.Attributes;
import dev.genplan.plan.Plan;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.rules.Repairs;
import dev.genplan.schema.Property;
import dev.genplan.schema.Type;
import dev.genplan.syntax.Value;
import dev.genplan.text.Localized;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes a declaration of what is written where only a name can stand: {@code model:
 * "Qwen/Qwen3-8B"}, {@code compute: H100}; once for all the places in the file where the same is
 * written.
 */
final class Extract implements Offer {

  private static final Localized TITLE =
      Localized.of("Declare `{0}` as `{1} {2}` and refer to it", "将 `{0}` 声明为 `{1} {2}` 并引用它");

  /** What is written, what it is to be, and all the places where it stands. */
  private record Written(String text, String kind, String member, List<Location> places) {}

  @Override
  public ActionKind kind() {
    return ActionKind.EXTRACT;
  }

  @Override
  public void offer(Place place, List<Action> into) {
    Optional<Symbol> symbol = place.symbol();
    if (symbol.isEmpty()) {
      return;
    }
    for (Property property : symbol.get().attributes().spec().properties()) {
      if (property.type() instanceof Type.Reference expected) {
        for (Value value : symbol.get().attributes().values(property.name())) {
          if (place.touches(symbol.get().locate(value).span())) {
            written(place.plan(), value, expected).ifPresent(it -> add(place, it, into));
          }
        }
      }
    }
  }

  private static void add(Place place, Written written, List<Action> into) {
    Plan plan = place.plan();
    String name = Repairs.freshName(plan, name(written.text()));
    into.add(
        Action.of(
            "extract " + written.text(),
            ActionKind.EXTRACT,
            TITLE.with(written.text(), written.kind(), name),
            () -> {
              List<Edit> edits = new ArrayList<>();
              written.places().forEach(location -> edits.add(new Edit(location, name)));
              Symbol first = place.around(written.places().get(0).span()).orElseThrow();
              edits.add(
                  SourceEdits.addBefore(
                      DeclareMissing.top(first),
                      Declarations.write(written.kind(), name, List.of(written.member()))));
              return Change.of(Texts.tidy(plan.source(), edits));
            }));
  }

  private static Optional<Written> written(Plan plan, Value value, Type.Reference expected) {
    if (value.block().isPresent() || expected.target() != Type.Target.ARTIFACT) {
      return Optional.empty();
    }
    Optional<String> kind = Declarations.kindFor(expected);
    if (value instanceof Value.Text text && !text.multiline() && !text.text().isBlank()) {
      return kind.flatMap(
          it -> member(it, text.text()).map(m -> all(plan, text.text(), it, m, expected)));
    } else if (value instanceof Value.Reference reference
        && reference.path().isSimple()
        && kind.filter("compute"::equals).isPresent()
        && plan.find(reference.text()).isEmpty()
        && Accelerators.find(reference.text()).isPresent()) {
      String word = reference.text();
      return Optional.of(all(plan, word, "compute", "accelerator: " + word, expected));
    }
    return Optional.empty();
  }

  /** The member of a new declaration that holds a text. */
  private static Optional<String> member(String kind, String text) {
    return switch (kind) {
      case "model" -> Optional.of("id: " + Value.Text.quoted(text));
      case "dataset" -> Optional.of("source: " + Value.Text.quoted(text));
      default -> Optional.empty();
    };
  }

  private static Written all(
      Plan plan, String text, String kind, String member, Type.Reference like) {
    List<Location> places = new ArrayList<>();
    for (Symbol symbol : plan.own()) {
      for (Property property : symbol.attributes().spec().properties()) {
        if (property.type() instanceof Type.Reference expected
            && Declarations.kindFor(expected).equals(Declarations.kindFor(like))) {
          for (Value value : symbol.attributes().values(property.name())) {
            if (value.block().isEmpty() && isText(value, text)) {
              places.add(symbol.locate(value));
            }
          }
        }
      }
    }
    return new Written(text, kind, member, places);
  }

  private static boolean isText(Value value, String text) {
    return value instanceof Value.Text written
        ? written.text().equals(text)
        : Attributes.wordOf(value).filter(text::equals).isPresent();
  }

  /** A name made of the last part of an identifier. */
  private static String name(String text) {
    String end = text.substring(text.lastIndexOf('/') + 1);
    String name =
        end.replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^[^\\p{L}]+|-+$", "")
            .toLowerCase(Locale.ROOT);
    return name.isEmpty() || Attributes.isConstant(name) ? "thing" : name;
  }
}
