package dev.taizhang.benchmark;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** The process of one lap: one contender, once over the course. It leaves its finish in a file. */
public final class Lap implements Callable<Integer> {

  static final String ROWS = "rows";
  static final String WORK_SECONDS = "work_seconds";
  static final String PEAK_BYTES = "peak_bytes";

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

  @Parameters(index = "0", description = "Name of the contender.")
  private String name;

  @Parameters(index = "1", description = "Folder of the course.")
  private Path course;

  @Parameters(index = "2", description = "Folder for what the contender writes.")
  private Path output;

  @Parameters(index = "3", description = "File for the finish.")
  private Path finish;

  /** Starts the lap; a contender that fails ends the process with another exit code than 0. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Lap()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Contender contender = Contenders.named(name);
    Contender.Finish finished = contender.run(Course.open(course), output);
    Properties properties = new Properties();
    properties.setProperty(ROWS, Long.toString(finished.rows()));
    properties.setProperty(WORK_SECONDS, Double.toString(finished.workSeconds()));
    // Of a process that has ended the system does not tell.
    properties.setProperty(PEAK_BYTES, Long.toString(contender.worksInLap() ? peakBytes() : 0));
    try (Writer writer = Files.newBufferedWriter(finish)) {
      properties.store(writer, null);
    }
    return 0;
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
