/**
 * What must hold in a plan: the parts every rule is made of. The rules themselves, one class each,
 * are in {@code catalog}; their pages, one in each language, in the folder {@code docs/rules}. A
 * rule does not know how it is run, shown or silenced.
 */
package dev.genplan.rules;
