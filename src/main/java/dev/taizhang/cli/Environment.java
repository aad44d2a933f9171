package dev.taizhang.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The environment of the process; a system property of the same name wins, as tests need it. The
 * key itself comes from {@code bin/taizhang} on a descriptor, since whatever stands in the
 * environment is inherited by every process that a library starts.
 */
final class Environment {

  /** Names what the key is read from. */
  private static final String KEY_FROM = "taizhang.key.from";

  private static final String KEY = "TAIZHANG_KEY";

  private Environment() {}

  static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    if (!Handed.KEY.isEmpty()) {
      variables.put(KEY, Handed.KEY);
    }
    for (String name : new String[] {KEY, "TAIZHANG_KEY_FILE"}) {
      String property = System.getProperty(name);
      if (property != null) {
        variables.put(name, property);
      }
    }
    return variables;
  }

  /** A descriptor can be read once. */
  private static final class Handed {

    static final String KEY = read(System.getProperty(KEY_FROM, ""));
  }

  /** The key that is handed over in a file or descriptor; empty where there is none. */
  static String read(String from) {
    try {
      return from.isEmpty() ? "" : Files.readString(Path.of(from), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("The key cannot be read from " + from, e);
    }
  }
}
