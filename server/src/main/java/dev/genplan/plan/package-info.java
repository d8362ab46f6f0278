/** What a plan says: its declarations checked against the schema, its names bound, its flow. */
package dev.genplan.plan;
