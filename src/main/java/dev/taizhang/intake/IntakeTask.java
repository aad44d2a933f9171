package dev.taizhang.intake;

import dev.taizhang.conform.FeedRules;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.DataFile;
import dev.taizhang.warehouse.TableFiles;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.SparkEnv;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Takes a share of the files in, and writes what they become.
 *
 * @param settings what files are read under, but for the rules; all tasks of a process share it
 * @param rules the rules by feed. Each task has its own: expressions of Spark's remember what they
 *     met last, and two tasks would read each other's memory
 * @param configuration of the file system
 * @param files where rows go, by the names of their tables
 */
record IntakeTask(
    Broadcast<IntakeSettings> settings,
    HashMap<String, FeedRules> rules,
    SerializableConfiguration configuration,
    Map<String, TableFiles> files)
    implements Serializable {

  /**
   * What became of a share.
   *
   * @param taken what became of each file, in their order
   * @param written files of rows by the names of their tables, which no table has yet
   */
  record Portion(List<Taken> taken, Map<String, List<DataFile>> written) implements Serializable {}

  /** Takes files in; begins again without a file that turns out to be beyond the memory. */
  Portion take(List<LandingFile> share) {
    Set<String> beyondMemory = new HashSet<>();
    while (true) {
      try (Writers writers = new Writers(files)) {
        FileIntake intake =
            new FileIntake(
                settings.value().under(rules), configuration.value(), folder(), beyondMemory);
        List<Taken> taken = new ArrayList<>();
        for (LandingFile file : share) {
          taken.add(intake.take(file, writers));
        }
        return new Portion(taken, writers.finish());
      } catch (FileIntake.BeyondMemory e) {
        beyondMemory.add(e.submissionId());
      }
    }
  }

  /** Where Spark, too, keeps what does not fit in memory. */
  private static Path folder() {
    return SparkEnv.get().blockManager().diskBlockManager().localDirs()[0].toPath();
  }

  /** One file of each table, made with its first row. */
  private static final class Writers implements IntakeRows, AutoCloseable {

    private final Map<String, TableFiles> files;
    private final Map<String, TableFiles.Writer> open = new HashMap<>();

    Writers(Map<String, TableFiles> files) {
      this.files = files;
    }

    @Override
    public void add(Table table, InternalRow row) {
      open.computeIfAbsent(table.name(), name -> files.get(name).open()).write(row);
    }

    Map<String, List<DataFile>> finish() {
      Map<String, List<DataFile>> written = new LinkedHashMap<>();
      open.forEach((table, writer) -> written.put(table, writer.finish()));
      return written;
    }

    @Override
    public void close() {
      open.values().forEach(TableFiles.Writer::close);
    }
  }
}
