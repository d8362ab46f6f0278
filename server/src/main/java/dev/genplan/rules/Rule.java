package dev.genplan.rules;

/** What a plan is held against; one class in {@code catalog} is one rule. */
public interface Rule {}
