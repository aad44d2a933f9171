package dev.taizhang.pipeline;

import dev.taizhang.warehouse.Warehouse;
import org.apache.spark.sql.SparkSession;

/** Makes tables and views known under their names. */
public final class Catalog {

  private Catalog() {}

  /** Opens a warehouse to read in: every table and view under its schema's name. */
  public static Warehouse open(SparkSession spark, String location) {
    Warehouse warehouse = Warehouse.openToRead(spark, location, Pipeline.tables());
    Pipeline.VIEWS.stream()
        .filter(view -> warehouse.exists(view.on()))
        .forEach(view -> warehouse.defineView(view.table(), view.select()));
    return warehouse;
  }
}
