package dev.genplan.report;

import dev.genplan.diagnostics.Severity;
import org.jline.jansi.Ansi;

/** Colors for a terminal, or none. */
public enum Paint {
  /** Text as it is. */
  PLAIN,
  /** Text with the escape codes of ANSI terminals. */
  COLOR;

  /** Text of great weight. */
  public String strong(String text) {
    return this == PLAIN ? text : Ansi.ansi().bold().a(text).reset().toString();
  }

  /** Text beside the matter: margins, arrows. */
  public String margin(String text) {
    return this == PLAIN
        ? text
        : Ansi.ansi().bold().fgBright(Ansi.Color.BLUE).a(text).reset().toString();
  }

  /** Text of good news and of advice. */
  public String advice(String text) {
    return this == PLAIN ? text : Ansi.ansi().bold().fg(Ansi.Color.CYAN).a(text).reset().toString();
  }

  /** Text in the color of a severity. */
  public String severity(Severity severity, String text) {
    if (this == PLAIN) {
      return text;
    }
    Ansi.Color color =
        switch (severity) {
          case ERROR -> Ansi.Color.RED;
          case WARNING -> Ansi.Color.YELLOW;
          case INFORMATION -> Ansi.Color.BLUE;
          case HINT -> Ansi.Color.GREEN;
        };
    return Ansi.ansi().bold().fgBright(color).a(text).reset().toString();
  }
}
