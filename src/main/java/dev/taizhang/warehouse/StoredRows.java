package dev.taizhang.warehouse;

import dev.taizhang.tables.RecordType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.execution.datasources.parquet.VectorizedParquetRecordReader;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/** Reads the data files of a small table in this process, without a job of Spark's. */
final class StoredRows {

  private static final int BATCH = 4_096;

  private StoredRows() {}

  /** The rows of some files as records. */
  static <R extends Record> List<R> read(
      RecordType<R> type, List<Path> files, Configuration configuration) {
    List<R> rows = new ArrayList<>();
    CatalystValues values = CatalystValues.of(type);
    StructType columns = type.table().structType();
    for (Path file : files) {
      try {
        read(file, columns, configuration, row -> rows.add(type.row(values.values(row))));
      } catch (IOException e) {
        throw new UncheckedIOException(type.table().name() + " cannot be read", e);
      }
    }
    return rows;
  }

  private static void read(
      Path file,
      StructType columns,
      Configuration configuration,
      java.util.function.Consumer<InternalRow> each)
      throws IOException {
    // A file of an earlier release may lack columns that came later.
    Set<String> present = columnsOf(file, configuration);
    String[] names = columns.fieldNames();
    List<String> wanted = Arrays.stream(names).filter(present::contains).toList();
    try (VectorizedParquetRecordReader reader = new VectorizedParquetRecordReader(false, BATCH)) {
      reader.initialize(file.toString(), wanted);
      ColumnarBatch batch = reader.resultBatch();
      while (reader.nextBatch()) {
        for (Iterator<InternalRow> rows = batch.rowIterator(); rows.hasNext(); ) {
          each.accept(whole(rows.next(), columns, wanted));
        }
      }
    }
  }

  private static InternalRow whole(InternalRow found, StructType columns, List<String> present) {
    if (present.size() == columns.size()) {
      return found;
    }
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < present.size(); i++) {
      int column = columns.fieldIndex(present.get(i));
      values[column] = found.get(i, columns.apply(column).dataType());
    }
    return new GenericInternalRow(values);
  }

  private static Set<String> columnsOf(Path file, Configuration configuration) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, configuration))) {
      Set<String> names = new HashSet<>();
      reader
          .getFooter()
          .getFileMetaData()
          .getSchema()
          .getFields()
          .forEach(field -> names.add(field.getName()));
      return names;
    }
  }
}
