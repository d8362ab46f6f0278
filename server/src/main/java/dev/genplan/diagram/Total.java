package dev.genplan.diagram;

import dev.genplan.text.Localized;
import dev.genplan.text.Message;
import java.util.Optional;

/**
 * A figure about a whole plan.
 *
 * @param label what it is
 * @param value how much
 * @param note what else is to be known of it
 */
public record Total(Localized label, Message value, Optional<Message> note) {}
