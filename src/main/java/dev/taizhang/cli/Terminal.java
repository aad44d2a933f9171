package dev.taizhang.cli;

import java.util.regex.Pattern;

/**
 * Texts of others as a terminal may be sent them: characters that move its cursor, change its
 * title, or turn or hide what follows are written out, as {@code \}{@code u001b}.
 */
final class Terminal {

  // Beside control characters: what turns the direction, takes no room, or ends a line unseen.
  private static final String HIDING =
      "\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF\\p{Cs}";
  private static final Pattern IN_A_VALUE = Pattern.compile("[\\p{Cc}" + HIDING + "]");
  private static final Pattern IN_A_MESSAGE = Pattern.compile("[\\p{Cc}" + HIDING + "&&[^\\n\\t]]");

  private Terminal() {}

  /** A value that stands in a line, such as a cell or the name of a file. */
  static String value(Object value) {
    return escaped(IN_A_VALUE, String.valueOf(value));
  }

  /** A message, which may have several lines. */
  static String message(String text) {
    return escaped(IN_A_MESSAGE, text);
  }

  /** The text with hiding characters written out as JSON has them, which leaves its value alone. */
  static String json(String text) {
    return escaped(IN_A_MESSAGE, text);
  }

  private static String escaped(Pattern unwanted, String text) {
    return unwanted
        .matcher(text)
        .replaceAll(
            found ->
                switch (found.group().charAt(0)) {
                  case '\n' -> "\\\\n";
                  case '\r' -> "\\\\r";
                  case '\t' -> "\\\\t";
                  default -> "\\\\u%04x".formatted((int) found.group().charAt(0));
                });
  }
}
