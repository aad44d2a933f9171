package dev.taizhang.cli;

import java.util.HashMap;
import java.util.Map;

/** The environment of the process; a system property of the same name wins, as tests need it. */
final class Environment {

  private Environment() {}

  static Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>(System.getenv());
    for (String name : new String[] {"TAIZHANG_KEY", "TAIZHANG_KEY_FILE"}) {
      String property = System.getProperty(name);
      if (property != null) {
        variables.put(name, property);
      }
    }
    return variables;
  }
}
