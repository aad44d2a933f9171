package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The process of one lap: one contender, once over the course. */
public final class Lap {

  static final String ROWS = "rows";
  static final String WORK_SECONDS = "work_seconds";
  static final String PEAK_BYTES = "peak_bytes";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  private Lap() {}

  /**
   * Runs a contender and leaves its finish in a file.
   *
   * @param arguments name of the contender, folder of the course, folder for output, file for the
   *     finish
   */
  public static void main(String[] arguments) throws IOException {
    Contender contender = Contenders.named(arguments[0]);
    Course course = Course.open(Path.of(arguments[1]));
    Contender.Finish finish = contender.run(course, Path.of(arguments[2]));
    Properties properties = new Properties();
    properties.setProperty(ROWS, Long.toString(finish.rows()));
    properties.setProperty(WORK_SECONDS, Double.toString(finish.workSeconds()));
    properties.setProperty(PEAK_BYTES, Long.toString(peakBytes()));
    try (Writer writer = Files.newBufferedWriter(Path.of(arguments[3]))) {
      properties.store(writer, null);
    }
    // Spark's own threads do not keep a process from ending, yet its hooks do run.
    System.exit(0);
  }

  /** The most memory that the process had; 0 where the system does not tell. */
  private static long peakBytes() throws IOException {
    if (!Files.exists(STATUS)) {
      return 0;
    }
    Matcher peak = PEAK.matcher(Files.readString(STATUS));
    return peak.find() ? Long.parseLong(peak.group(1)) << 10 : 0;
  }
}
