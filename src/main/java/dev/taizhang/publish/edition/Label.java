package dev.taizhang.publish.edition;

import static java.util.Objects.requireNonNull;

/** A text in both languages of an edition. */
public record Label(String zh, String en) {

  public Label {
    requireNonNull(zh, "zh");
    requireNonNull(en, "en");
  }

  /** A name that is written the same in both. */
  public static Label same(String text) {
    return new Label(text, text);
  }
}
