package dev.taizhang.support;

import dev.taizhang.warehouse.Sessions;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of all tests: real Spark and Delta, two threads, UTC. */
public final class SharedSpark {

  private SharedSpark() {}

  /** The session; started by the first test that asks. */
  public static SparkSession session() {
    return Sessions.start("local[2]", 2, false);
  }
}
