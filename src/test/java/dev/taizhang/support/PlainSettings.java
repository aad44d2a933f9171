package dev.taizhang.support;

import dev.taizhang.config.Settings;
import dev.taizhang.config.Thresholds;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Settings of a run for which nobody asks for anything special. */
public final class PlainSettings {

  private PlainSettings() {}

  /** Of {@code landing} and {@code warehouse} below a folder. */
  public static Settings below(Path folder) {
    return new Settings(
        folder.resolve("landing").toString(),
        folder.resolve("warehouse").toString(),
        Optional.empty(),
        List.of(),
        false,
        Thresholds.DEFAULT,
        List.of());
  }
}
