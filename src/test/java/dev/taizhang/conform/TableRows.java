package dev.taizhang.conform;

import dev.taizhang.support.SharedSpark;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.Table;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.CatalystTypeConverters;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/** Rows of a table as tests write them: the columns that matter by name, the others as usual. */
public final class TableRows {

  private final StructType schema;
  private final Map<String, Object> usual;
  private final List<Row> rows = new ArrayList<>();

  private TableRows(StructType schema, Map<String, Object> usual) {
    this.schema = schema;
    this.usual = usual;
  }

  /**
   * No rows yet.
   *
   * @param table the table
   * @param usual fields and values in turn, for the rows that do not say otherwise; all other
   *     fields are null
   */
  public static TableRows of(Table table, Object... usual) {
    StructType schema = table.structType();
    return new TableRows(schema, values(schema, usual));
  }

  /** Adds a row with these fields and values in turn. */
  public TableRows row(Object... fieldsAndValues) {
    Map<String, Object> values = new LinkedHashMap<>(usual);
    values.putAll(values(schema, fieldsAndValues));
    rows.add(RowFactory.create(Arrays.stream(schema.fieldNames()).map(values::get).toArray()));
    return this;
  }

  /** The rows as Spark's tasks have them. */
  List<InternalRow> internal() {
    return rows.stream()
        .map(
            row ->
                (InternalRow) CatalystTypeConverters.createToCatalystConverter(schema).apply(row))
        .toList();
  }

  /** The rows as a Dataset. */
  public Dataset<Row> dataset() {
    return SharedSpark.session().createDataFrame(rows, schema);
  }

  /** The rows as a Dataset that plans do not carry along, for many of them. */
  public Dataset<Row> distributed() {
    SparkSession spark = SharedSpark.session();
    return spark.createDataFrame(
        JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(rows, 2), schema);
  }

  /**
   * The rows as records whose components are the columns in order. What a test does not say of a
   * component that must have a value is 0 or false.
   */
  public <R extends Record> List<R> records(Class<R> type) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    List<R> records = new ArrayList<>();
    try {
      for (Row row : rows) {
        Object[] values = new Object[types.length];
        for (int i = 0; i < values.length; i++) {
          values[i] =
              row.isNullAt(i) && types[i].isPrimitive()
                  ? Array.get(Array.newInstance(types[i], 1), 0)
                  : row.get(i);
        }
        records.add(type.getDeclaredConstructor(types).newInstance(values));
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be made", e);
    }
    return records;
  }

  /** Records as a Dataset of a table's columns. */
  public static Dataset<Row> dataset(Table table, List<? extends Record> records) {
    List<Row> rows = records.stream().map(TableRows::row).toList();
    return SharedSpark.session().createDataFrame(rows, table.structType());
  }

  /** Some columns of records, in the order of the first of them, with | between them. */
  public static List<String> lines(Table table, List<? extends Record> records, Field... fields) {
    return records.stream()
        .map(
            one ->
                Arrays.stream(fields)
                    .map(field -> String.valueOf(row(one).get(table.fields().indexOf(field))))
                    .toArray(String[]::new))
        .sorted(Comparator.comparing(values -> values[0]))
        .map(values -> String.join("|", values))
        .toList();
  }

  private static Row row(Record one) {
    RecordComponent[] components = one.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    try {
      for (int i = 0; i < values.length; i++) {
        values[i] = components[i].getAccessor().invoke(one);
      }
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(one + " cannot be read", e);
    }
    return RowFactory.create(values);
  }

  /** The rows of a Dataset, in the order of the given columns. */
  public static List<Row> inOrder(Dataset<Row> rows, Column... order) {
    return rows.orderBy(order).collectAsList();
  }

  /** Some columns of a Dataset, in the order of the first of them, with | between them. */
  public static List<String> lines(Dataset<Row> rows, Field... fields) {
    Column[] columns = Arrays.stream(fields).map(Field::column).toArray(Column[]::new);
    return rows.select(columns).orderBy(columns[0]).collectAsList().stream()
        .map(row -> row.mkString("|"))
        .toList();
  }

  /** Fields and values in turn, and more of them, which win. */
  public static Object[] joined(Object[] fieldsAndValues, Object... more) {
    return Stream.concat(Arrays.stream(fieldsAndValues), Arrays.stream(more)).toArray();
  }

  private static Map<String, Object> values(StructType schema, Object... fieldsAndValues) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      String name = ((Field) fieldsAndValues[i]).name();
      schema.fieldIndex(name);
      values.put(name, fieldsAndValues[i + 1]);
    }
    return values;
  }
}
