package dev.genplan.schema;

import dev.genplan.text.Localized;
import java.util.Optional;

/**
 * A kind of declaration.
 *
 * @param word as written: {@code finetune}
 * @param title what it is called
 * @param doc what it stands for, one sentence
 * @param stage whether it is something that is done, not something that is there
 * @param makes the type of what comes out; empty if nothing does, or if it depends on what goes in
 * @param body its members
 * @param example a short, complete declaration
 */
public record Kind(
    String word,
    Localized title,
    Localized doc,
    boolean stage,
    Optional<FlowType> makes,
    BlockSpec body,
    String example) {}
