package dev.taizhang.release.export;

import dev.taizhang.release.EditionWords;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.PublishedTables;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files of a release, made of its rows alone: the same release gives the same bytes. */
final class ExportFiles {

  static final String PACKAGE = "datapackage.json";
  private static final String DRAFT = "draft-";

  private ExportFiles() {}

  /**
   * A data file with what says what it is.
   *
   * @param table its columns
   * @param file its name
   * @param rows how many it has
   * @param data what it holds
   * @param metadataFile name of the file that says what its columns are
   * @param metadata what that holds
   */
  record DataFile(
      ExportTable table,
      String file,
      int rows,
      String data,
      String metadataFile,
      String metadata) {}

  /** The files by their names. */
  static SortedMap<String, byte[]> of(Release release, Manifest manifest, PublishedRows rows) {
    String prefix = release.isDraft() ? DRAFT : "";
    EditionWords words = EditionWords.load();
    List<DataFile> data = new ArrayList<>();
    PublishedTables.ALL.forEach(
        table -> data.add(dataFile(ExportTable.of(table, words), rows.of(table), prefix)));
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (DataFile one : data) {
      files.put(one.file(), bytes(one.data()));
      files.put(one.metadataFile(), bytes(one.metadata()));
    }
    files.put(PACKAGE, bytes(new DataPackage(release, manifest, data).json()));
    files.put(prefix + "README.md", bytes(new Readme(release, manifest, data).text()));
    return files;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static DataFile dataFile(ExportTable table, List<Object[]> rows, String prefix) {
    List<String> header = table.columns().stream().map(ExportColumn::name).toList();
    String data =
        CsvText.of(
            header,
            rows.stream()
                .map(row -> table.columns().stream().map(one -> one.cell().apply(row)).toList())
                .toList());
    String metadata = CsvText.of(List.copyOf(Metadata.COLUMNS.keySet()), Metadata.lines(table));
    return new DataFile(
        table,
        prefix + table.name() + ".csv",
        rows.size(),
        data,
        prefix + table.name() + ".meta.csv",
        metadata);
  }
}
