package dev.taizhang.answers;

import dev.taizhang.config.PseudonymKey;
import dev.taizhang.landing.ShownNames;
import dev.taizhang.reference.FileNameWords;
import dev.taizhang.reference.ReferenceData;
import java.util.Optional;
import java.util.SortedMap;
import org.apache.spark.sql.SparkSession;

/** Leads from a path as it is shown to the file in the landing folder. */
public final class ShownPaths {

  /** What a shortened name is, and how to find the file. */
  public static final String HINT =
      "In a file name, ~ and eight digits replace words that may be a person's name. What to do: 'taizhang status --warehouse DIR --landing DIR' lists the real name of each such file.";

  private ShownPaths() {}

  /** Whether something is left out of a name or path. */
  public static boolean isShortened(String shown) {
    return ShownNames.isShortened(shown);
  }

  /**
   * The paths in a landing folder that are not shown as they are, by how they are shown.
   *
   * @param reference folder with the analyst's additions
   * @throws dev.taizhang.errors.NothingUsable when there is no such folder
   */
  public static SortedMap<String, String> of(
      SparkSession spark, String landing, Optional<String> reference, PseudonymKey key) {
    FileNameWords words =
        FileNameWords.load(reference, ReferenceData.load(reference).universities());
    return ShownNames.of(words, key).pathsIn(landing, spark.sparkContext().hadoopConfiguration());
  }
}
