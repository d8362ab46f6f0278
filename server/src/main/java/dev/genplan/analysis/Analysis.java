package dev.genplan.analysis;

import dev.genplan.diagnostics.Diagnostic;
import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.plan.Plan;
import dev.genplan.syntax.Chunk;
import java.util.List;
import java.util.Map;

/**
 * A file analyzed: its meaning and what is wrong with it.
 *
 * @param plan the file bound, with the files it imports
 * @param diagnostics all findings to show, in their order, each in the plan's own file
 * @param checked findings of the check against the schema, by chunk identity, for the next analysis
 */
public record Analysis(
    Plan plan, List<Diagnostic> diagnostics, Map<Chunk, List<LocalDiagnostic>> checked) {}
