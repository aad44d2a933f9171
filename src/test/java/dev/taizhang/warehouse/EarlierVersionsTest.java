package dev.taizhang.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taizhang.support.SharedSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the present version of a table does not name is removed, and nothing else. */
class EarlierVersionsTest {

  @TempDir Path folder;
  private final SparkSession spark = SharedSpark.session();

  /** Groups have folders of their own, with signs that the log and the folder write differently. */
  @BeforeEach
  void makeATable() {
    spark.sql(
        "CREATE TABLE delta.`%s` (number INT, `group` STRING) USING delta PARTITIONED BY (`group`) TBLPROPERTIES (delta.enableDeletionVectors = true)"
            .formatted(folder));
    spark.sql(
        "INSERT INTO delta.`%s` SELECT /*+ COALESCE(1) */ CAST(id AS INT), if(id < 10, '甲 %%#', 'b') FROM range(20)"
            .formatted(folder));
  }

  private List<AddFile> present() {
    return TableLog.of(spark, new org.apache.hadoop.fs.Path(folder.toString())).files();
  }

  private void remove(List<AddFile> present) throws IOException {
    org.apache.hadoop.fs.Path table = new org.apache.hadoop.fs.Path(folder.toUri());
    FileSystem fileSystem = table.getFileSystem(spark.sparkContext().hadoopConfiguration());
    new EarlierVersions(fileSystem, table).remove(present);
  }

  private Set<String> files() throws IOException {
    try (Stream<Path> walked = Files.walk(folder)) {
      return walked
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private Set<String> filesOfRows() throws IOException {
    return files().stream()
        .filter(file -> !file.startsWith("_delta_log") && !file.endsWith(".crc"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private long rows() {
    return spark.read().format("delta").load(folder.toString()).count();
  }

  @Test
  void filesOfThePresentVersionStay() throws IOException {
    Set<String> before = files();
    remove(present());
    assertEquals(before, files());
    assertEquals(20, rows());
  }

  @Test
  void deletionVectorsStayWithTheFilesThatTheyBelongTo() throws IOException {
    spark.sql("DELETE FROM delta.`%s` WHERE number = 3".formatted(folder));
    remove(present());
    assertTrue(filesOfRows().stream().anyMatch(file -> file.endsWith(".bin")), "no vector is left");
    assertEquals(3, filesOfRows().size(), filesOfRows()::toString);
    assertEquals(19, rows());
  }

  @Test
  void earlierFilesChangesAndWhatWasNeverCommittedAreRemoved() throws IOException {
    spark.sql("DELETE FROM delta.`%s` WHERE number = 3".formatted(folder));
    spark.sql("REORG TABLE delta.`%s` APPLY (PURGE)".formatted(folder));
    Files.writeString(folder.resolve("part-of-a-run-that-was-killed.parquet"), "3");
    // Delta writes such files where it does not mark rows as gone.
    Files.writeString(
        Files.createDirectories(folder.resolve("_change_data")).resolve("cdc-3.parquet"), "3");
    remove(present());
    assertEquals(2, filesOfRows().size(), filesOfRows()::toString);
    assertEquals(19, rows());
  }

  @Test
  void checksumsOfRemovedFilesGoWithThem() throws IOException {
    remove(List.of());
    assertEquals(
        Set.of(),
        files().stream()
            .filter(file -> !file.startsWith("_delta_log"))
            .collect(Collectors.toSet()));
  }

  @Test
  void logAndWhatIsKeptBesideTheRowsStay() throws IOException {
    Files.writeString(folder.resolve("_reserve"), "kept");
    Set<String> log = files();
    log.removeIf(file -> !file.startsWith("_"));
    remove(List.of());
    assertEquals(log, files());
  }

  @Test
  void nothingIsRemovedWhereAFileOfThePresentVersionIsNotFound() throws IOException {
    List<AddFile> present = present();
    Files.delete(folder.resolve(filesOfRows().stream().findFirst().orElseThrow()));
    Files.writeString(folder.resolve("part-of-an-earlier-version.parquet"), "3");
    Set<String> before = files();
    IllegalStateException failure =
        assertThrows(IllegalStateException.class, () -> remove(present));
    assertTrue(failure.getMessage().endsWith("so none was removed"), failure.getMessage());
    assertEquals(before, files());
  }
}
