package dev.taizhang.flow;

import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;

/** Makes tables and views known under their names. */
public final class Catalog {

  private static final String LISTING = "show";

  private Catalog() {}

  /** Opens a warehouse to read in: every table and view under its schema's name. */
  public static Warehouse open(SparkSession spark, String location) {
    return open(spark, location, table -> true);
  }

  /**
   * Opens a warehouse to answer a question in. Only what the text of the question names is made
   * known, since each table costs a look into its log: what it does not name it cannot read.
   *
   * @param sql the question
   */
  public static Warehouse openFor(SparkSession spark, String location, String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    return open(
        spark,
        location,
        table -> text.contains(table.shortName()) || text.stripLeading().startsWith(LISTING));
  }

  /** Opens a warehouse to read some tables in, which takes less time than all. */
  public static Warehouse openFor(SparkSession spark, String location, Set<Table> tables) {
    return open(spark, location, tables::contains);
  }

  private static Warehouse open(SparkSession spark, String location, Predicate<Table> wanted) {
    Predicate<Table> wantedOrRead =
        wanted.or(
            table ->
                Pipeline.VIEWS.stream()
                    .anyMatch(view -> view.on().contains(table) && wanted.test(view.table())));
    Warehouse warehouse = Opening.toRead(spark, location, Pipeline.tables(), wantedOrRead);
    Pipeline.VIEWS.stream()
        .filter(view -> wanted.test(view.table()) && view.on().stream().allMatch(warehouse::exists))
        .forEach(view -> warehouse.defineView(view.table(), view.select()));
    return warehouse;
  }
}
