package dev.genplan.drawing;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements and text, well-formed whatever a plan's author has written. */
final class Markup {

  private static final char REPLACEMENT = '\uFFFD';

  private final StringWriter text = new StringWriter();
  private final XMLStreamWriter writer;

  Markup() {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Nothing is read or sent: the text is kept in memory. */
  private static IllegalStateException impossible(XMLStreamException e) {
    return new IllegalStateException(e);
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn; numbers are rounded to a tenth
   */
  Markup open(String element, Object... attributes) {
    try {
      writer.writeStartElement(element);
      for (int i = 0; i < attributes.length; i += 2) {
        writer.writeAttribute((String) attributes[i], legal(string(attributes[i + 1])));
      }
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Adds an attribute to the element that was opened last. */
  Markup attribute(String name, Object value) {
    try {
      writer.writeAttribute(name, legal(string(value)));
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Writes text. */
  Markup text(String content) {
    try {
      writer.writeCharacters(legal(content));
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Ends the element that was opened last. */
  Markup close() {
    try {
      writer.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** Writes an element without content. */
  Markup empty(String element, Object... attributes) {
    return open(element, attributes).close();
  }

  /** Writes an element with text. */
  Markup element(String element, String content, Object... attributes) {
    return open(element, attributes).text(content).close();
  }

  /** Declares the document to be HTML. */
  Markup html() {
    try {
      writer.writeDTD("<!DOCTYPE html>");
      return this;
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  /** All that was written. */
  String finish() {
    try {
      writer.writeEndDocument();
      writer.flush();
      return text.toString();
    } catch (XMLStreamException e) {
      throw impossible(e);
    }
  }

  private static String string(Object value) {
    return value instanceof Double number ? number(number) : value.toString();
  }

  /** A number as short as a tenth of a pixel needs it. */
  static String number(double value) {
    double rounded = Math.rint(value * 10) / 10;
    return rounded == Math.rint(rounded)
        ? Long.toString((long) rounded)
        : String.format(Locale.ROOT, "%.1f", rounded);
  }

  /** The text with what XML cannot hold replaced: control characters and halves of pairs. */
  private static String legal(String content) {
    for (int at = 0; at < content.length(); ) {
      int codePoint = content.codePointAt(at);
      if (!isLegal(codePoint)) {
        return replaced(content);
      }
      at += Character.charCount(codePoint);
    }
    return content;
  }

  private static String replaced(String content) {
    StringBuilder out = new StringBuilder(content.length());
    content.codePoints().forEach(each -> out.appendCodePoint(isLegal(each) ? each : REPLACEMENT));
    return out.toString();
  }

  private static boolean isLegal(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || codePoint >= 0x20 && codePoint < 0xD800
        || codePoint >= 0xE000 && codePoint < 0xFFFE
        || codePoint > 0xFFFF;
  }
}
