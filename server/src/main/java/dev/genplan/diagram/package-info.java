/**
 * What the pictures of a plan show: its flow, its course over time, its totals. Data only; how it
 * is drawn is not known here.
 */
package dev.genplan.diagram;
