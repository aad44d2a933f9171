package dev.taizhang.benchmark;

import java.nio.file.Path;

/** The folder of the project, wherever the benchmark is started from. */
final class Project {

  /** Names the folder; without it the working folder is the project, as in tests. */
  static final String PROPERTY = "taizhang.project";

  private Project() {}

  static Path folder() {
    return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath();
  }
}
