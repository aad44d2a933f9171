package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/** {@code intake.major_names}: what the rows of each submission call their majors. */
public final class MajorNames {

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field GRADUATION_YEAR = Dimensions.GRADUATION_YEAR;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field MAJOR_CATALOGUE = Entries.MAJOR_CATALOGUE;
  public static final Field MAJOR_CODE =
      Field.required("major_code", StringType, "Major (专业代码) without its suffix K or T.");
  public static final Field MAJOR_NAME =
      Field.required("major_name", StringType, "Name of the major as written in the file.");
  public static final Field ROW_COUNT =
      Field.required("row_count", LongType, "Accepted rows that give the major this name.");

  public static final Table TABLE =
      Table.named("intake.major_names")
          .grain("One row per submission, cohort, major and name that its rows give the major.")
          .fields(
              SUBMISSION_ID,
              UNIVERSITY_CODE,
              GRADUATION_YEAR,
              SNAPSHOT_DATE,
              MAJOR_CATALOGUE,
              MAJOR_CODE,
              MAJOR_NAME,
              ROW_COUNT)
          .key(SUBMISSION_ID, GRADUATION_YEAR, MAJOR_CATALOGUE, MAJOR_CODE, MAJOR_NAME)
          .rule("has_rows", "row_count > 0");

  public static final RecordType<MajorName> RECORDS = RecordType.of(TABLE, MajorName.class);

  private MajorNames() {}

  /**
   * One row of the table.
   *
   * @param submissionId whose rows they are
   * @param universityCode the university of the rows
   * @param graduationYear the cohort of the rows
   * @param snapshotDate the date of the submission
   * @param majorCatalogue catalogue of the code
   * @param majorCode the major
   * @param majorName what the rows call it
   * @param rowCount how many rows do
   */
  public record MajorName(
      String submissionId,
      String universityCode,
      int graduationYear,
      LocalDate snapshotDate,
      String majorCatalogue,
      String majorCode,
      String majorName,
      long rowCount)
      implements Serializable {

    public MajorName {
      requireNonNull(submissionId, "submissionId");
      requireNonNull(universityCode, "universityCode");
      requireNonNull(snapshotDate, "snapshotDate");
      requireNonNull(majorCatalogue, "majorCatalogue");
      requireNonNull(majorCode, "majorCode");
      requireNonNull(majorName, "majorName");
      if (rowCount < 1) {
        throw new IllegalArgumentException("A name that no row gives: " + majorName);
      }
    }
  }
}
