/**
 * Declarations by kind, in the terms of the life cycle: what a rule, an estimate or a report asks
 * for.
 */
package dev.genplan.plan.view;
