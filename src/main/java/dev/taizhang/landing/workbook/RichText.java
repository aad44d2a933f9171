package dev.taizhang.landing.workbook;

import javax.xml.stream.XMLStreamConstants;

/** Texts that may be parted into runs of different fonts, with phonetic guides beside them. */
final class RichText {

  private RichText() {}

  /** Goes to the end of the element that has begun and hands on the characters of its runs. */
  static void read(XmlPart part, XmlPart.Characters target) {
    for (int event; (event = part.next()) != XMLStreamConstants.END_ELEMENT; ) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = part.name();
        if (name.equals("t")) {
          part.text(target);
        } else if (name.equals("r")) {
          read(part, target);
        } else {
          // Fonts, and phonetic guides, which are not part of the text.
          part.skip();
        }
      }
    }
  }
}
