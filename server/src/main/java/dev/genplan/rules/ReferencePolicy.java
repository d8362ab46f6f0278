package dev.genplan.rules;

import dev.genplan.diagnostics.Edit;
import dev.genplan.diagnostics.Fix;
import dev.genplan.plan.SourceEdits;
import dev.genplan.plan.Symbol;
import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.List;

/** What rules about the reference policy of an alignment share. */
public final class ReferencePolicy {

  private ReferencePolicy() {}

  /** The model that training starts from, as written: the reference where none is named. */
  public static String startOf(Symbol align) {
    return align.links("model").stream()
        .findFirst()
        .map(link -> link.path().text())
        .orElse("model");
  }

  /** The repair that names the model which training starts from. */
  public static Fix leaveOut(Symbol align) {
    String start = startOf(align);
    Message title = Localized.of("Use `{0}` as the reference", "以 `{0}` 为参考策略").with(start);
    List<Edit> edits =
        SourceEdits.replaceValue(align, "reference", start).map(List::of).orElse(List.of());
    return new Fix(title, true, edits);
  }
}
