package dev.genplan.lsp;

import java.util.List;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Range;

/**
 * The answer to {@code genplan/preview}: pictures of a plan, in the client's language.
 *
 * @param version of the document that was drawn
 * @param title the name of the project, or of the file where there is none
 * @param flow the flow, as SVG; left out where it is not wanted
 * @param timeline the course over time, as SVG; left out where it is not wanted
 * @param totals figures about the whole plan
 * @param nodes what the {@code data-node} of an element in the pictures stands for
 */
record Preview(
    int version, String title, String flow, String timeline, List<Total> totals, List<Node> nodes) {

  /**
   * @param note left out where there is nothing to say
   */
  record Total(String label, String value, String note) {}

  /**
   * @param range the whole declaration
   * @param selectionRange its name
   * @param kind its keyword
   * @param severity of the worst finding; left out where there is none
   * @param messages of all findings
   */
  record Node(
      String id,
      String uri,
      Range range,
      Range selectionRange,
      String kind,
      String name,
      DiagnosticSeverity severity,
      List<String> messages) {}
}
