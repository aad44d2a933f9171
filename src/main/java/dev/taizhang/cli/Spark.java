package dev.taizhang.cli;

import dev.taizhang.warehouse.Sessions;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Starts Spark for a command. */
final class Spark {

  private Spark() {}

  /** A session on all cores of this machine. */
  static SparkSession session() {
    return Sessions.start("local[*]", Runtime.getRuntime().availableProcessors(), showsProgress());
  }

  /**
   * A session on a cluster.
   *
   * @param master its address; empty for this machine
   * @throws InvalidUsage when nobody answers there
   */
  static SparkSession session(Optional<String> master) {
    return master.isPresent() ? Sessions.onCluster(master.get(), showsProgress()) : session();
  }

  /** Set by bin/taizhang: Java itself cannot tell for stderr alone. */
  private static boolean showsProgress() {
    return Boolean.getBoolean("taizhang.terminal");
  }
}
