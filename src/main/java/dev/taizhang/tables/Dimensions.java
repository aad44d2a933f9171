package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;

/** Columns that several tables share: what a row or a figure is about. */
public final class Dimensions {

  /** The value of a dimension that is not cut by. */
  public static final String ALL = "all";

  /** The value of a dimension that a row says nothing usable about. */
  public static final String UNKNOWN = "unknown";

  /** The region code of whatever has no known region. */
  public static final String UNKNOWN_REGION = "000000";

  public static final Field SUBMISSION_ID =
      Field.required("submission_id", StringType, "Identifies the submission: SHA-256 in hex.");
  public static final Field SHEET_NAME =
      Field.required(
          "sheet_name",
          StringType,
          "Position of the sheet among the visible sheets of the workbook, from 1; empty"
              + " for text files. Sheet names may be names of people and are not kept.");
  public static final Field ROW_NUMBER =
      Field.required(
          "row_number", IntegerType, "Row number as seen when the file is opened, from 1.");
  public static final Field UNIVERSITY_CODE =
      Field.required("university_code", StringType, "Five-digit code of the university (院校代码).");
  public static final Field GRADUATION_YEAR =
      Field.required("graduation_year", IntegerType, "Year of the cohort (届).");
  public static final Field SNAPSHOT_DATE =
      Field.required("snapshot_date", DateType, "Date of the state that the snapshot describes.");
  public static final Field DEGREE_LEVEL =
      Field.required("degree_level", StringType, "Level of the degree (学历层次).")
          .oneOf("doctoral", "master", "bachelor", "associate", UNKNOWN);
  public static final Field HARDSHIP_TAGS =
      Field.required(
          "hardship_tags",
          createArrayType(StringType, false),
          "Hardship tags of the person, sorted; empty when there are none.");
  public static final Field HARDSHIP_DETAIL =
      Field.required("hardship_detail", StringType, "How much the file says about hardship.")
          .oneOf("tags", "mask", "none", "missing");
  public static final Field MAJOR_CATALOGUE =
      Field.required("major_catalogue", StringType, "Catalogue that the major's code belongs to.");

  public static final Field AS_OF_DATE =
      Field.required("as_of_date", DateType, "Date that the figure describes.");
  public static final Field AS_OF_KIND =
      Field.required("as_of_kind", StringType, "Plain date, or official date with window and lock.")
          .oneOf("plain", "official");
  public static final Field DEGREE_CUT =
      Field.required("degree_level", StringType, "Level of the degree, or all.")
          .oneOf(ALL, "doctoral", "master", "bachelor", "associate", UNKNOWN);
  public static final Field REGION_ROLE =
      Field.required(
              "region_role",
              StringType,
              "Whether the region is the university's or that of origin.")
          .oneOf(ALL, "university", "origin");
  public static final Field REGION_LEVEL =
      Field.required("region_level", StringType, "Level of the region.")
          .oneOf(ALL, "province", "prefecture");
  public static final Field REGION_CODE =
      Field.required("region_code", StringType, "Six-digit division code; 000000 if unknown.");
  public static final Field REGION_NAME =
      Field.optional("region_name", StringType, "Name of the region.");
  public static final Field MAJOR_LEVEL =
      Field.required("major_level", StringType, "Level of the field of study.")
          .oneOf(ALL, "discipline", "class", "major");
  public static final Field MAJOR_CODE =
      Field.required("major_code", StringType, "Code of the field of study, all or unknown.");
  public static final Field MAJOR_NAME =
      Field.optional("major_name", StringType, "Name of the field of study.");
  public static final Field UNIVERSITY_CUT =
      UNIVERSITY_CODE.meaning("Five-digit code of the university, or all.");
  public static final Field UNIVERSITY_NAME =
      Field.optional("university_name", StringType, "Name of the university.");
  public static final Field HARDSHIP_GROUP =
      Field.required("hardship_group", StringType, "Hardship group; groups overlap.");

  private Dimensions() {}
}
