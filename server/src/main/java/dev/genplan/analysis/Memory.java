package dev.genplan.analysis;

import dev.genplan.diagnostics.LocalDiagnostic;
import dev.genplan.plan.Reads;
import dev.genplan.syntax.Chunk;
import java.util.List;
import java.util.Map;

/**
 * What an analysis leaves to the next one of the same file.
 *
 * @param checked findings of the check against the schema, by chunk identity
 * @param names what is wrong with the names
 * @param rules what each rule that was run has found, by the rule's name
 * @param facts what was looked at to work out what all rules share
 */
record Memory(
    Map<Chunk, List<LocalDiagnostic>> checked,
    NameResult names,
    Map<String, RuleResult> rules,
    Reads facts) {}
