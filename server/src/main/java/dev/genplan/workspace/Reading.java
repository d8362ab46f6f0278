package dev.genplan.workspace;

import dev.genplan.plan.SourceFile;
import dev.genplan.text.Message;

/** What came of reading a file. */
public sealed interface Reading {

  /** It was read. */
  record Read(SourceFile file) implements Reading {}

  /** There is no such file. */
  record Missing() implements Reading {}

  /**
   * It is there and cannot be read.
   *
   * @param reason why, as a sentence
   */
  record Unreadable(Message reason) implements Reading {}
}
