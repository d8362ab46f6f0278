package dev.genplan.plan;

import java.util.Optional;

/** What other tools call the words of the language. */
final class CheckerAliases {

  private CheckerAliases() {}

  /** The kind that others call so. */
  static Optional<String> kind(String theirs) {
    return Optional.empty();
  }

  /** The property of a block that others call so. */
  static Optional<String> property(CheckerScope scope, String theirs) {
    return Optional.empty();
  }
}
