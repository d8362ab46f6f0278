package dev.genplan.cli;

import dev.genplan.report.Paint;
import java.util.List;

/** Decides whether results are colored. */
final class Colors {

  private Colors() {}

  /**
   * Colors or none: what {@code --color} says; else none if {@code NO_COLOR} is set, colors if
   * {@code FORCE_COLOR} is, colors on a terminal that knows them.
   */
  static Paint of(Invocation call) throws UsageException {
    return switch (call.choice("color", List.of("auto", "always", "never"))) {
      case "always" -> Paint.COLOR;
      case "never" -> Paint.PLAIN;
      default -> automatic(call.environment());
    };
  }

  private static Paint automatic(Environment environment) {
    if (!environment.variable("NO_COLOR").isEmpty()) {
      return Paint.PLAIN;
    }
    String force = environment.variable("FORCE_COLOR");
    if (!force.isEmpty() && !force.equals("0")) {
      return Paint.COLOR;
    }
    boolean able = environment.outIsTerminal() && !environment.variable("TERM").equals("dumb");
    return able ? Paint.COLOR : Paint.PLAIN;
  }
}
