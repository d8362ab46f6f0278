package dev.genplan.lsp;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a text and their lengths in the units agreed on, worked out the plain way, so that they
 * can judge those of the server.
 */
record Lines(List<Integer> lengths) {

  static Lines of(String text, String encoding) {
    List<Integer> lengths = new ArrayList<>();
    for (String line : text.split("\r\n|\r|\n", -1)) {
      lengths.add(units(line, encoding));
    }
    return new Lines(lengths);
  }

  private static int units(String text, String encoding) {
    return switch (encoding) {
      case "utf-8" -> text.codePoints().map(Lines::bytes).sum();
      case "utf-32" -> (int) text.codePoints().count();
      default -> text.length();
    };
  }

  private static int bytes(int codePoint) {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }

  /** The offset of a position in a text. */
  static int offset(String text, JsonObject position, String encoding) {
    int at = 0;
    for (int line = position.get("line").getAsInt(); line > 0; line--) {
      at = behindLine(text, at);
      if (at < 0) {
        return text.length();
      }
    }
    int units = 0;
    while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      String next = Character.toString(text.codePointAt(at));
      units += units(next, encoding);
      if (units > position.get("character").getAsInt()) {
        break;
      }
      at += next.length();
    }
    return at;
  }

  private static int behindLine(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      if (text.charAt(at) == '\n') {
        return at + 1;
      }
      if (text.charAt(at) == '\r') {
        return text.startsWith("\n", at + 1) ? at + 2 : at + 1;
      }
    }
    return -1;
  }

  /** Whether a position lies in the text; a line has no position behind its end. */
  boolean contain(int line, int character) {
    return line >= 0 && line < lengths.size() && character >= 0 && character <= lengths.get(line);
  }
}
