package dev.taizhang.warehouse;

import dev.taizhang.errors.WarehouseBusy;
import dev.taizhang.tables.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.actions.AddFile;

/** Makes files that are written those of a table, in place of others. */
final class TableWrite {

  // A file of fewer rows takes longer to find than to read.
  private static final long FEW_ROWS = 5_000;
  private static final int MANY_FILES = 100;
  // However many tasks a machine or cluster has, files that are written once more become few.
  private static final long ROWS_OF_FILE = 100_000;

  private final SparkSession spark;
  private final Table table;
  private final Path location;
  private final TableFiles files;

  TableWrite(SparkSession spark, Table table, Path location, TableFiles files) {
    this.spark = spark;
    this.table = table;
    this.location = location;
    this.files = files;
  }

  void append(Written written, String metadata) {
    TableLog.Change change = log().change();
    written.files().forEach(change::add);
    change.commit(SaveMode.Append, Optional.empty(), metadata);
  }

  void replace(Written written, String metadata) {
    TableLog.Change change = log().change();
    change.files().forEach(change::remove);
    written.files().forEach(change::add);
    change.commit(SaveMode.Overwrite, Optional.empty(), metadata);
  }

  /**
   * Takes the rows away that fulfil a condition, and those that are said to be gone. Of files with
   * rows that stay, those that fulfil the condition are left out by writing the file anew; those
   * that are gone are marked as such, until that is most of the file.
   *
   * @param touched SQL of all rows that the write may be about, which the commit tells
   */
  void replaceWhere(Written written, String condition, String touched, String metadata) {
    TableLog.Change change = log().change();
    requireThere(written, change.files());
    FileCondition replaced = FileCondition.of(spark, condition);
    List<AddFile> staying = new ArrayList<>();
    List<AddFile> mixed = new ArrayList<>();
    for (AddFile file : change.files()) {
      switch (replaced.in(Optional.ofNullable(file.stats()))) {
        case ALL -> change.remove(file);
        case SOME_OR_NONE -> mixed.add(file);
        case NONE -> staying.add(file);
      }
    }
    if (!mixed.isEmpty() && table.storage().changeFeed()) {
      replaceByQuery(written.files(), condition, metadata);
      return;
    }
    takeOut(written.gone(), staying, mixed, condition, change);
    written.files().forEach(change::add);
    change.commit(SaveMode.Overwrite, Optional.of(touched), metadata);
  }

  /** Where another program wrote the files anew, the rows that are gone stand elsewhere now. */
  private void requireThere(Written written, List<AddFile> all) {
    Set<String> there = all.stream().map(AddFile::path).collect(Collectors.toSet());
    if (!there.containsAll(written.gone().keySet())) {
      written.files().forEach(files::delete);
      throw new WarehouseBusy(
          "Another program rewrote files of %s while the run was working; nothing was written to it. What to do: start the run again."
              .formatted(table.name()));
    }
  }

  /**
   * Takes single rows out of files.
   *
   * @param gone places of the rows by file
   * @param staying files of which no row fulfils the condition
   * @param mixed files of which some may
   */
  private void takeOut(
      Map<String, RowPlaces> gone,
      List<AddFile> staying,
      List<AddFile> mixed,
      String condition,
      TableLog.Change change) {
    Map<AddFile, RowPlaces> losing = new LinkedHashMap<>();
    Stream.concat(staying.stream(), mixed.stream())
        .filter(file -> gone.containsKey(file.path()))
        .forEach(file -> losing.put(file, gone.get(file.path())));
    Map<AddFile, AddFile> marked =
        new DeletionVectors(location, spark.sparkContext().hadoopConfiguration()).without(losing);
    List<AddFile> merged =
        table.storage().deletionVectors() ? tooManySmall(staying) : List.<AddFile>of();
    Set<AddFile> anew = new LinkedHashSet<>(mixed);
    anew.addAll(merged);
    marked.forEach(
        (file, left) -> {
          if (!anew.contains(file) && isMostlyGone(left)) {
            anew.add(file);
          } else if (!anew.contains(file)) {
            change.remove(file);
            change.add(left);
          }
        });
    if (anew.isEmpty()) {
      return;
    }
    Written rest =
        rest(anew.stream().map(file -> marked.getOrDefault(file, file)).toList(), condition);
    boolean mayBeTheSame = merged.isEmpty() && Collections.disjoint(anew, marked.keySet());
    if (mayBeTheSame && rowCount(anew).equals(OptionalLong.of(rest.rowCount()))) {
      rest.files().forEach(files::delete);
      return;
    }
    anew.forEach(change::remove);
    rest.files().forEach(change::add);
  }

  /**
   * Each write leaves small files; once there are many, reading them costs more than writing them
   * once more as few.
   */
  private static List<AddFile> tooManySmall(List<AddFile> files) {
    List<AddFile> small =
        files.stream().filter(file -> rowCount(List.of(file)).orElse(FEW_ROWS) < FEW_ROWS).toList();
    return small.size() < MANY_FILES ? List.of() : small;
  }

  /** Whether reading past what is gone costs more than writing what is left once more. */
  private static boolean isMostlyGone(AddFile file) {
    // Delta takes no rows out of a file of which the log does not tell how many it has.
    return file.numPhysicalRecords().isEmpty()
        || 2 * file.numDeletedRecords() > (Long) file.numPhysicalRecords().get();
  }

  /** Writes the rows of files that do not fulfil a condition once more. */
  private Written rest(List<AddFile> of, String condition) {
    Dataset<Row> rows = log().rows(of).filter("NOT coalesce((%s), false)".formatted(condition));
    OptionalLong count = rowCount(of);
    return TableRows.of(
            count.isEmpty() ? rows : rows.coalesce((int) (1 + count.getAsLong() / ROWS_OF_FILE)))
        .write(files);
  }

  /**
   * Writes files anew that rows were taken out of, so that nothing is left of these but in earlier
   * versions.
   */
  void purge(String metadata) {
    TableLog.Change change = log().change();
    List<AddFile> marked =
        change.files().stream().filter(file -> file.deletionVector() != null).toList();
    if (!marked.isEmpty()) {
      Written rest = TableRows.of(log().rows(marked)).write(files);
      marked.forEach(change::remove);
      rest.files().forEach(change::add);
      change.commit(SaveMode.Overwrite, Optional.of("false"), metadata);
    }
  }

  /** Rows of files; empty where the log does not tell those of each. */
  private static OptionalLong rowCount(Collection<AddFile> files) {
    long rows = 0;
    for (AddFile file : files) {
      if (file.numLogicalRecords().isEmpty()) {
        return OptionalLong.empty();
      }
      rows += (Long) file.numLogicalRecords().get();
    }
    return OptionalLong.of(rows);
  }

  /** Where readers follow what changes, rows that stay are not to look as if they came anew. */
  private void replaceByQuery(List<DataFile> written, String condition, String metadata) {
    String[] paths =
        written.stream()
            .map(file -> new Path(location, file.path()).toString())
            .toArray(String[]::new);
    Dataset<Row> rows =
        paths.length == 0
            ? spark.createDataFrame(List.<Row>of(), table.structType())
            : spark.read().schema(table.structType()).parquet(paths);
    rows.write()
        .format("delta")
        .mode(SaveMode.Overwrite)
        .option("userMetadata", metadata)
        .option("replaceWhere", condition)
        .save(location.toString());
    written.forEach(files::delete);
  }

  private TableLog log() {
    return TableLog.of(spark, location);
  }
}
