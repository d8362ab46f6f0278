package dev.genplan.cli;

import dev.genplan.text.Message;

/** The program was asked for something that it does not know or cannot do. */
final class UsageException extends Exception {

  private final Message reason;

  UsageException(Message reason) {
    super(reason.toString());
    this.reason = reason;
  }

  /** What is wrong, for the user. */
  Message reason() {
    return reason;
  }
}
