/**
 * What a plan means: its names bound, its references checked by type, the stages as typed views,
 * and the graph of what is made from what. Knows no rule and no estimate.
 */
package dev.genplan.plan;
