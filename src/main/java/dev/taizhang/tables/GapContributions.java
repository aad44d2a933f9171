package dev.taizhang.tables;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * {@code marts.gap_contributions}: the classes of majors and the universities that carry most of
 * each adjusted gap of {@link HardshipGaps}, by strata of class and university.
 */
public final class GapContributions {

  public static final String CLASS = "class";
  public static final String UNIVERSITY = "university";

  public static final Field CONTRIBUTOR_KIND =
      Field.required("contributor_kind", StringType, "Class of majors, or university.")
          .oneOf(CLASS, UNIVERSITY);
  public static final Field CONTRIBUTOR_CODE =
      Field.required(
          "contributor_code", StringType, "Code of the class or university; unknown of a class.");

  public static final Table TABLE =
      Table.named("marts.gap_contributions")
          .grain(
              "One row per adjusted gap and class or university that compares somebody, of the ten"
                  + " of each kind that add most to it either way.")
          .fields(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Dimensions.DEGREE_CUT,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              CONTRIBUTOR_KIND,
              Dimensions.MAJOR_CATALOGUE.meaning(
                  "Catalogue that the class belongs to; all for universities."),
              CONTRIBUTOR_CODE,
              Field.optional("contributor_name", StringType, "Name of the class or university."),
              Measures.GRADUATES.meaning("Graduates of the group who have a counterpart."),
              Measures.PLACED.meaning("Of these, placed."),
              Field.required(
                  "reference_graduates", LongType, "Their counterparts, graduates of group none."),
              Field.required("reference_placed", LongType, "Of these, placed."),
              Field.required(
                  "contribution",
                  DoubleType,
                  "What it adds to adjusted_gap; all of one kind add up to it."))
          .key(
              Dimensions.AS_OF_DATE,
              Dimensions.AS_OF_KIND,
              Dimensions.GRADUATION_YEAR,
              Dimensions.DEGREE_CUT,
              OutcomeCounts.PROVINCE_CODE,
              Dimensions.HARDSHIP_GROUP,
              CONTRIBUTOR_KIND,
              Dimensions.MAJOR_CATALOGUE,
              CONTRIBUTOR_CODE)
          .rule("compares_somebody", "graduates > 0 AND reference_graduates > 0")
          .rule(
              "placed_within_graduates",
              "placed BETWEEN 0 AND graduates AND reference_placed BETWEEN 0 AND"
                  + " reference_graduates");

  public static final RecordType<GapContribution> RECORDS =
      RecordType.of(TABLE, GapContribution.class);

  private GapContributions() {}

  /**
   * One row of the table.
   *
   * @param asOfDate date that the figures speak of
   * @param asOfKind plain or official
   * @param graduationYear the cohort
   * @param degreeLevel level of the degree, or all
   * @param provinceCode province of the university, or all
   * @param hardshipGroup the hardship group, by baseline tags
   * @param contributorKind class or university
   * @param majorCatalogue catalogue of the class; all for universities
   * @param contributorCode code of the class or university
   * @param contributorName its name; null where it is not known
   * @param graduates graduates of the group who have a counterpart
   * @param placed of them, placed
   * @param referenceGraduates their counterparts
   * @param referencePlaced of them, placed
   * @param contribution what it adds to the adjusted gap
   */
  public record GapContribution(
      LocalDate asOfDate,
      String asOfKind,
      int graduationYear,
      String degreeLevel,
      String provinceCode,
      String hardshipGroup,
      String contributorKind,
      String majorCatalogue,
      String contributorCode,
      String contributorName,
      long graduates,
      long placed,
      long referenceGraduates,
      long referencePlaced,
      double contribution)
      implements Serializable {

    public GapContribution {
      requireNonNull(asOfDate, "asOfDate");
      requireNonNull(asOfKind, "asOfKind");
      requireNonNull(degreeLevel, "degreeLevel");
      requireNonNull(provinceCode, "provinceCode");
      requireNonNull(hardshipGroup, "hardshipGroup");
      requireNonNull(contributorKind, "contributorKind");
      requireNonNull(majorCatalogue, "majorCatalogue");
      requireNonNull(contributorCode, "contributorCode");
    }
  }
}
