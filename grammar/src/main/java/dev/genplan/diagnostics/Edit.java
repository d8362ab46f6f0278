package dev.genplan.diagnostics;

/** A range of a file and the text to put in its place; an empty range inserts. */
public record Edit(Location location, String text) {}
