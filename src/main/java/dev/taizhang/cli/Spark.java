package dev.taizhang.cli;

import dev.taizhang.warehouse.Sessions;
import org.apache.spark.sql.SparkSession;

/** Starts Spark for a command. */
final class Spark {

  private Spark() {}

  /** A session on all cores of this machine. */
  static SparkSession session() {
    return Sessions.start(
        "local[*]",
        Runtime.getRuntime().availableProcessors(),
        // Set by bin/taizhang: Java itself cannot tell for stderr alone.
        Boolean.getBoolean("taizhang.terminal"));
  }
}
