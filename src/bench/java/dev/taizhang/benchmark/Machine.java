package dev.taizhang.benchmark;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import io.delta.sql.DeltaSparkSessionExtension;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.duckdb.DuckDBConnection;

/**
 * What the benchmark ran on.
 *
 * @param cores cores that the JVM may use
 * @param processor its model
 * @param memoryBytes memory of the machine
 * @param system operating system
 * @param java release of the JVM
 * @param libraries releases of what is measured
 * @param load load average of the minute before; negative where the system does not tell
 */
record Machine(
    int cores,
    String processor,
    long memoryBytes,
    String system,
    String java,
    String libraries,
    double load) {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This machine now. */
  static Machine here() throws IOException {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new Machine(
        Runtime.getRuntime().availableProcessors(),
        processorModel(),
        system.getTotalMemorySize(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
        releases(),
        system.getSystemLoadAverage());
  }

  /**
   * Writes down what was run and on what.
   *
   * @param heap greatest heap of each JVM; empty for the JVM's default
   */
  void tell(Markdown markdown, String command, Optional<String> heap) {
    markdown
        .item("Date: " + LocalDate.now(ZoneOffset.UTC))
        .item("Command: `" + command + "`")
        .item(
            "Machine: %d cores (%s), %s memory, %s"
                .formatted(cores, processor, Markdown.megabytes(memoryBytes), system))
        .item("Load average when it began: " + String.format(Locale.ROOT, "%.2f", load))
        .item("JVM: %s, heap %s".formatted(java, heap.orElse("as the JVM chooses")))
        .item("Libraries: " + libraries);
  }

  private static String processorModel() throws IOException {
    if (!Files.exists(PROCESSORS)) {
      return "unknown processor";
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    }
  }

  /** The artifacts that the classes are of. */
  private static String releases() {
    return Stream.of(
            SparkSession.class,
            DeltaSparkSessionExtension.class,
            CsvReader.class,
            DuckDBConnection.class)
        .map(type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
        .map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
        .collect(Collectors.joining(", "));
  }
}
