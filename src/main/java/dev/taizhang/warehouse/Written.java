package dev.taizhang.warehouse;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a write comes to, before it is committed.
 *
 * @param files the files with the rows that the table gets
 * @param gone by the name of each file that the table has, the places of the rows that it loses
 */
record Written(List<DataFile> files, Map<String, RowPlaces> gone) implements Serializable {

  /** Files alone. */
  static Written of(List<DataFile> files) {
    return new Written(files, Map.of());
  }

  /** How many rows the table gets. */
  long rowCount() {
    return files.stream().mapToLong(DataFile::rowCount).sum();
  }

  /** All of several tasks. */
  static Written all(List<Written> ofTasks) {
    Map<String, RowPlaces> gone = new HashMap<>();
    for (Written one : ofTasks) {
      one.gone.forEach(
          (file, places) -> gone.computeIfAbsent(file, name -> new RowPlaces()).addAll(places));
    }
    return new Written(ofTasks.stream().flatMap(one -> one.files.stream()).toList(), gone);
  }
}
