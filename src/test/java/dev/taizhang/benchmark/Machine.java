package dev.taizhang.benchmark;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import io.delta.sql.DeltaSparkSessionExtension;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static String releases() {
    try (DuckDb database = DuckDb.open()) {
      return "Spark %s, Delta %s, FastCSV %s, DuckDB %s"
          .formatted(
              org.apache.spark.package$.MODULE$.SPARK_VERSION(),
              version(DeltaSparkSessionExtension.class),
              version(CsvReader.class),
              database.value("SELECT version()"));
    }
  }

  private static String version(Class<?> type) {
    return Optional.ofNullable(type.getPackage().getImplementationVersion()).orElse("unknown");
  }
}
