package dev.taizhang.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor;
import org.apache.spark.sql.delta.actions.DeletionVectorDescriptor$;
import org.apache.spark.sql.delta.deletionvectors.StoredBitmap;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStore;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStore$;
import org.apache.spark.sql.delta.storage.dv.DeletionVectorStoreUtils;
import org.apache.spark.sql.delta.util.PathWithFileSystem;
import scala.Option;

/** Takes single rows out of files that stay, by Delta's deletion vectors. */
final class DeletionVectors {

  private final Path table;
  private final DeletionVectorStore store;

  DeletionVectors(Path table, Configuration configuration) {
    this.table = table;
    this.store = DeletionVectorStore$.MODULE$.createInstance(configuration);
  }

  /**
   * The files as they are without some of their rows. What says so is one file for all of them,
   * which is in no version of the table until the files are committed.
   *
   * @param gone places by file; those of rows that are gone already stay gone
   */
  Map<AddFile, AddFile> without(Map<AddFile, RowPlaces> gone) {
    Map<AddFile, AddFile> marked = new LinkedHashMap<>();
    if (gone.isEmpty()) {
      return marked;
    }
    PathWithFileSystem folder = store.pathWithFileSystem(table);
    UUID id = UUID.randomUUID();
    // An interface of Scala's does not declare what closing it throws.
    DeletionVectorStoreUtils.Writer writer =
        store.createWriter(store.generateFileNameInTable(folder, id, ""));
    try {
      gone.forEach((file, places) -> marked.put(file, marked(file, places, id, writer)));
    } finally {
      writer.close();
    }
    return marked;
  }

  private AddFile marked(
      AddFile file, RowPlaces places, UUID id, DeletionVectorStoreUtils.Writer writer) {
    RowPlaces all = new RowPlaces();
    all.addAll(places);
    if (file.deletionVector() != null) {
      all.addAll(new RowPlaces(StoredBitmap.create(file.deletionVector(), table).load(store)));
    }
    DeletionVectorStoreUtils.DVRangeDescriptor written = writer.write(all.bytes());
    DeletionVectorDescriptor descriptor =
        DeletionVectorDescriptor$.MODULE$.onDiskWithRelativePath(
            id, "", written.length(), all.count(), Option.apply(written.offset()), Option.empty());
    return file.removeRows(descriptor, true, true)._1();
  }
}
