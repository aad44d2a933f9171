package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** {@code marts.locked_figures}: official figures as they were known when somebody locked them. */
public final class LockedFigures {

  public static final Field LOCKED_AT =
      Field.required("locked_at", TimestampType, "When the figures of the date were locked, UTC.");
  public static final Field WHY =
      Field.required("why", StringType, "The reason given for the lock.");

  /** What is locked: counts, and the rate. */
  public static final List<Field> MEASURES = measures();

  public static final Table TABLE =
      Table.named("marts.locked_figures")
          .grain("One row per lock and cut with graduates, as known when the date was locked.")
          .fields(fields())
          .key(key())
          .rule("is_official", "as_of_kind = 'official'")
          .rule("has_graduates", "graduates > 0")
          .rule("graduates_is_sum", "graduates = placed + awaiting + not_seeking + outcome_unknown")
          .asJournal();

  /**
   * A figure of an official date as it was known when it was locked.
   *
   * @param asOfDate the official date
   * @param asOfKind official
   * @param graduationYear the cohort
   * @param degreeLevel level of the degree, or all
   * @param regionRole whose region
   * @param regionLevel level of the region
   * @param regionCode the region
   * @param majorLevel level of the field of study
   * @param majorCatalogue catalogue of the field of study
   * @param majorCode the field of study
   * @param universityCode the university, or all
   * @param hardshipGroup the hardship group
   * @param graduates denominator
   * @param placed numerator
   * @param contract component of placed
   * @param otherEmployment component of placed
   * @param selfEmployed component of placed
   * @param freelance component of placed
   * @param domesticStudy component of placed
   * @param abroad component of placed
   * @param awaiting graduates who await employment
   * @param notSeeking graduates who seek none for now
   * @param outcomeUnknown graduates with an unknown outcome
   * @param placementRate 0 to 1
   * @param lockedAt when it was locked
   * @param why the reason given
   */
  public record LockedFigure(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String degreeLevel,
      String regionRole,
      String regionLevel,
      String regionCode,
      String majorLevel,
      String majorCatalogue,
      String majorCode,
      String universityCode,
      String hardshipGroup,
      long graduates,
      long placed,
      long contract,
      long otherEmployment,
      long selfEmployed,
      long freelance,
      long domesticStudy,
      long abroad,
      long awaiting,
      long notSeeking,
      long outcomeUnknown,
      double placementRate,
      Instant lockedAt,
      String why) {

    /** Whether it is about everybody, everywhere and of every field, by group and degree level. */
    public boolean isHeadline() {
      return regionLevel.equals(Dimensions.ALL)
          && majorLevel.equals(Dimensions.ALL)
          && universityCode.equals(Dimensions.ALL);
    }
  }

  public static final RecordType<LockedFigure> RECORDS = RecordType.of(TABLE, LockedFigure.class);

  private LockedFigures() {}

  private static List<Field> measures() {
    List<Field> measures = new ArrayList<>(List.of(Measures.GRADUATES, Measures.PLACED));
    measures.addAll(Measures.placedComponents());
    measures.addAll(
        List.of(
            Measures.AWAITING,
            Measures.NOT_SEEKING,
            Measures.OUTCOME_UNKNOWN,
            Measures.PLACEMENT_RATE));
    return List.copyOf(measures);
  }

  private static List<Field> fields() {
    List<Field> fields = new ArrayList<>(PlacementRates.KEY);
    fields.addAll(MEASURES);
    fields.addAll(List.of(LOCKED_AT, WHY));
    return List.copyOf(fields);
  }

  private static Field[] key() {
    List<Field> key = new ArrayList<>(PlacementRates.KEY);
    key.add(LOCKED_AT);
    return key.toArray(Field[]::new);
  }
}
