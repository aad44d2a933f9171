package dev.taizhang.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files are read while Java's common pool is busy, in a process of its own that has a pool of two.
 * Java 25 leaves every asynchronous step to that pool, and with two cores it has one thread:
 * whoever waits in it for a read that needs another of its threads waits for ever.
 */
class CommonPoolTest {

  private static final int THREADS = 2;

  @TempDir Path folder;

  /** Writes rows and reads them while nothing else gets into the pool. */
  static final class Reading {

    private Reading() {}

    public static void main(String[] arguments) throws InterruptedException {
      String rows = Path.of(arguments[0], "rows").toString();
      SparkSession spark = Sessions.start("local[1]", 1, false);
      spark.range(3).write().parquet(rows);
      CountDownLatch busy = new CountDownLatch(THREADS);
      CountDownLatch read = new CountDownLatch(1);
      for (int thread = 0; thread < THREADS; thread++) {
        ForkJoinPool.commonPool()
            .execute(
                () -> {
                  busy.countDown();
                  try {
                    read.await();
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
      }
      busy.await();
      long found = spark.read().parquet(rows).collectAsList().size();
      read.countDown();
      spark.stop();
      System.out.println("rows read: " + found);
    }
  }

  @Test
  void filesAreReadWithoutAThreadOfTheCommonPool() throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("bin", "spark.jvmargs").toAbsolutePath(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + THREADS,
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    int exitCode = reading.waitFor();
    String said = Files.readString(log);
    assertEquals(0, exitCode, said);
    assertEquals("rows read: 3", said.lines().reduce((before, last) -> last).orElse(""), said);
  }
}
