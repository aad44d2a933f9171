package dev.taizhang.publish;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name as others may see it. What follows the date and the mark of the part is free text,
 * in which people put names: it is left out.
 */
final class ShownFileName {

  private static final Pattern FORM =
      Pattern.compile("(\\d+_\\d{8}(?:_[pP][1-9]\\d{0,3})?)(?:_(.*))?(\\.[A-Za-z]{1,5})");

  private ShownFileName() {}

  /** The name up to the part's mark, and its extension. */
  static String of(String name) {
    Matcher parts = FORM.matcher(name);
    if (!parts.matches()) {
      return "…";
    }
    return parts.group(1) + (parts.group(2) == null ? "" : "…") + parts.group(3);
  }
}
