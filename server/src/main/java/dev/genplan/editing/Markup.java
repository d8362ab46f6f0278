package dev.genplan.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Text for a person in paragraphs, lists and pieces of code, to be shown as Markdown or without.
 * Words of the language stand between backticks in both.
 *
 * @param parts in their order
 */
public record Markup(List<Part> parts) {

  /** A piece that stands by itself. */
  public sealed interface Part {

    /** Lines of a plan. */
    record Code(String text) implements Part {}

    /** A sentence or several. */
    record Paragraph(String text) implements Part {}

    /** Items of a list. */
    record Bullets(List<String> items) implements Part {
      public Bullets {
        items = List.copyOf(items);
      }
    }
  }

  public Markup {
    parts = List.copyOf(parts);
  }

  /** Puts a text together. What is empty is left out. */
  public static final class Builder {
    private final List<Part> parts = new ArrayList<>();

    /** Adds lines of a plan. */
    public Builder code(String text) {
      parts.add(new Part.Code(text));
      return this;
    }

    /** Adds a paragraph. */
    public Builder paragraph(String text) {
      if (!text.isBlank()) {
        parts.add(new Part.Paragraph(text));
      }
      return this;
    }

    /** Adds a list. */
    public Builder bullets(List<String> items) {
      if (!items.isEmpty()) {
        parts.add(new Part.Bullets(items));
      }
      return this;
    }

    /** Adds what another text holds. */
    public Builder add(Markup other) {
      parts.addAll(other.parts());
      return this;
    }

    public Markup build() {
      return new Markup(parts);
    }
  }

  /** The text as Markdown. */
  public String markdown() {
    return parts.stream().map(Markup::markdown).collect(Collectors.joining("\n\n"));
  }

  private static String markdown(Part part) {
    if (part instanceof Part.Code code) {
      String fence = code.text().contains("```") ? "````" : "```";
      return fence + "genplan\n" + code.text() + "\n" + fence;
    }
    return plain(part);
  }

  /** The text for those who cannot show Markdown. */
  public String plain() {
    return parts.stream().map(Markup::plain).collect(Collectors.joining("\n\n"));
  }

  private static String plain(Part part) {
    if (part instanceof Part.Code code) {
      return code.text();
    } else if (part instanceof Part.Bullets bullets) {
      return bullets.items().stream().map(item -> "- " + item).collect(Collectors.joining("\n"));
    }
    return ((Part.Paragraph) part).text();
  }
}
