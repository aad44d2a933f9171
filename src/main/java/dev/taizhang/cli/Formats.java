package dev.taizhang.cli;

import dev.taizhang.errors.InvalidUsage;
import java.util.Arrays;
import java.util.Locale;

/** Reads the name of a {@link Format}. */
final class Formats {

  private Formats() {}

  static Format of(String name) {
    return Arrays.stream(Format.values())
        .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidUsage(
                    "There is no format '" + name + "'. What to do: use table, csv or json."));
  }
}
