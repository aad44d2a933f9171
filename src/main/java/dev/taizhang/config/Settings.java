package dev.taizhang.config;

import dev.taizhang.reference.Expectation;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a run.
 *
 * @param landing folder that the files are in, as a Hadoop path
 * @param warehouse folder of the tables, as a Hadoop path
 * @param reference folder with the analyst's additions to the reference data
 * @param asOf figures asked for
 * @param reconform whether submissions accepted under an older configuration are read again
 * @param thresholds the numbers that decide readings
 * @param expectations rules besides those of the reference data
 */
public record Settings(
    String landing,
    String warehouse,
    Optional<String> reference,
    List<AsOfRequest> asOf,
    boolean reconform,
    Thresholds thresholds,
    List<Expectation> expectations) {

  public Settings {
    asOf = List.copyOf(asOf);
    AsOfRequest.requireOneWindow(asOf);
    expectations = List.copyOf(expectations);
  }
}
