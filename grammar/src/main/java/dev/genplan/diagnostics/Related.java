package dev.genplan.diagnostics;

import dev.genplan.text.Message;

/** Another place that explains a diagnostic, and what it has to do with it. */
public record Related(Location location, Message message) {}
