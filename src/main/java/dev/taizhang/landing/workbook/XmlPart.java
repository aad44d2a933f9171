package dev.taizhang.landing.workbook;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.taizhang.landing.rows.ReadingStopped;
import dev.taizhang.landing.rows.Rejection;
import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLStreamReader2;
import org.codehaus.stax2.typed.TypedValueDecoder;

/**
 * A part of a workbook, or a whole one, as a stream of XML. Elements are told by their local names,
 * so that the strict variant of the format is read like the usual one.
 */
final class XmlPart implements Closeable {

  // A workbook nests its elements some ten deep.
  private static final int DEEPEST = 256;

  private final MarkupSource source;
  private final XMLStreamReader2 reader;
  private int depth;

  private XmlPart(MarkupSource source, XMLStreamReader2 reader) {
    this.source = source;
    this.reader = reader;
  }

  /** Makes a reader of what is read from. */
  @FunctionalInterface
  private interface Opening {
    XMLStreamReader reader(XMLInputFactory factory) throws XMLStreamException;
  }

  /** A part of an archive. */
  static XmlPart of(PartStream stream) throws IOException {
    return of(stream, factory -> factory.createXMLStreamReader(stream));
  }

  /** A document of its own, whose characters are decoded already. */
  static XmlPart of(MarkupText text) throws IOException {
    return of(text, factory -> factory.createXMLStreamReader(text));
  }

  private static XmlPart of(MarkupSource source, Opening opening) throws IOException {
    // Each part has a factory of its own: it keeps all names that it has met.
    InputFactoryImpl factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      return new XmlPart(source, (XMLStreamReader2) opening.reader(factory));
    } catch (XMLStreamException | RuntimeException e) {
      source.close();
      throw WorkbookFile.stopped(e);
    }
  }

  /**
   * Goes to the next event.
   *
   * @return its kind, as {@link XMLStreamConstants}
   * @throws ReadingStopped when it is malformed or not to be trusted
   */
  int next() {
    source.beginToken();
    try {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (++depth > DEEPEST) {
          throw new ReadingStopped(Rejection.unsafeContent("嵌套过深 / elements nested too deeply"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
        throw new ReadingStopped(Rejection.unsafeContent("DOCTYPE"));
      }
      return event;
    } catch (XMLStreamException e) {
      throw stopped(e);
    }
  }

  private ReadingStopped stopped(XMLStreamException malformed) {
    try {
      source.requireUndamaged();
      return WorkbookFile.stopped(malformed);
    } catch (IOException e) {
      return WorkbookFile.stopped(e);
    }
  }

  /** Goes to the beginning of the next element, wherever it is; false at the end of the part. */
  boolean nextElement() {
    for (int event; (event = next()) != XMLStreamConstants.END_DOCUMENT; ) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the end of the element that has begun. */
  void skip() {
    int outside = depth - 1;
    while (depth > outside) {
      next();
    }
  }

  /** Goes to the end of the element that has begun and hands on the characters in it. */
  void text(Characters target) {
    for (int event; (event = next()) != XMLStreamConstants.END_ELEMENT; ) {
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        target.take(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        skip();
      }
    }
  }

  /** Goes to the end of the element that has begun and hands on all characters, however deep. */
  void wholeText(Characters target) {
    int outside = depth - 1;
    while (depth > outside) {
      int event = next();
      if (event == XMLStreamConstants.CHARACTERS
          || event == XMLStreamConstants.CDATA
          || event == XMLStreamConstants.SPACE) {
        target.take(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
    }
  }

  /** Takes characters as they come. */
  @FunctionalInterface
  interface Characters {
    void take(char[] buffer, int offset, int length);
  }

  /** The local name of the element that has begun or ended. */
  String name() {
    return reader.getLocalName();
  }

  int attributes() {
    return reader.getAttributeCount();
  }

  String attributeName(int index) {
    return reader.getAttributeLocalName(index);
  }

  /** Hands the value of an attribute to a decoder, without white space at its ends. */
  void attribute(int index, TypedValueDecoder decoder) throws XMLStreamException {
    reader.getAttributeAs(index, decoder);
  }

  /** The value of an attribute by its local name; empty where there is none. */
  String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return "";
  }

  /** The value of an attribute that is a whole number; -1 where it is none. */
  int number(String name) {
    try {
      return Integer.parseInt(attribute(name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public void close() throws IOException {
    try (source) {
      reader.close();
    } catch (XMLStreamException e) {
      throw WorkbookFile.stopped(e);
    }
  }
}
