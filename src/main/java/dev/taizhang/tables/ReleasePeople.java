package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

import java.io.Serializable;
import java.util.List;

/**
 * {@code ops.release_people}: the graduates that a release speaks of, as far as nothing published
 * tells them apart. It never leaves the house: by it a release is protected against those before
 * it, and attacked again.
 */
public final class ReleasePeople {

  public static final Field STATE =
      Field.required(
          "state",
          StringType,
          "Identifies who they are and what the slice says of them: equal when both counts are.");

  public static final Field GROUPS =
      Field.required(
          "hardship_groups",
          createArrayType(StringType, false),
          "Every hardship group but all that they are in, sorted.");

  public static final Table TABLE =
      Table.named("ops.release_people")
          .grain(
              "One row per release, cohort, university, discipline and combination of hardship"
                  + " groups.")
          .fields(
              Releases.RELEASE_ID,
              Dimensions.GRADUATION_YEAR,
              Dimensions.UNIVERSITY_CODE,
              STATE,
              OutcomeCounts.PROVINCE_CODE.meaning("Province of the university; 000000 if unknown."),
              Field.required(
                  "prefecture_code",
                  StringType,
                  "Prefecture of the university; 000000 if unknown."),
              Cells.DISCIPLINE_CATALOGUE,
              Cells.DISCIPLINE_CODE,
              GROUPS,
              Field.required("graduates", LongType, "How many there are."),
              Field.required("placed", LongType, "Of these, placed."))
          .key(
              Releases.RELEASE_ID,
              Dimensions.GRADUATION_YEAR,
              Dimensions.UNIVERSITY_CODE,
              Cells.DISCIPLINE_CATALOGUE,
              Cells.DISCIPLINE_CODE,
              GROUPS)
          .rule("has_graduates", "graduates > 0")
          .rule("placed_within_graduates", "placed BETWEEN 0 AND graduates")
          .asJournal();

  public static final RecordType<Counted> RECORDS = RecordType.of(TABLE, Counted.class);

  private ReleasePeople() {}

  /**
   * One row of the table; the components are its columns.
   *
   * @param releaseId the release
   * @param graduationYear the cohort
   * @param universityCode where they studied
   * @param state what the slice says of them
   * @param provinceCode where the university is
   * @param prefectureCode where it is
   * @param disciplineCatalogue catalogue of their discipline
   * @param disciplineCode their discipline
   * @param hardshipGroups every group but all that they are in
   * @param graduates how many there are
   * @param placed of these, placed
   */
  public record Counted(
      String releaseId,
      int graduationYear,
      String universityCode,
      String state,
      String provinceCode,
      String prefectureCode,
      String disciplineCatalogue,
      String disciplineCode,
      List<String> hardshipGroups,
      long graduates,
      long placed)
      implements Serializable {

    public Counted {
      requireNonNull(releaseId, "releaseId");
      requireNonNull(universityCode, "universityCode");
      requireNonNull(state, "state");
      requireNonNull(provinceCode, "provinceCode");
      requireNonNull(prefectureCode, "prefectureCode");
      requireNonNull(disciplineCatalogue, "disciplineCatalogue");
      requireNonNull(disciplineCode, "disciplineCode");
      hardshipGroups = List.copyOf(hardshipGroups);
    }
  }
}
