package dev.taizhang.tables;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of ledger files as they are read: one schema for all files, cells as text in normal
 * form, people already pseudonymous. Never stored.
 */
public final class Rows {

  /** How far an ID number can be trusted. */
  public static final String ID_MISSING = "missing";

  public static final String ID_VALID = "valid";
  public static final String ID_ROUNDED = "rounded";
  public static final String ID_DESTROYED = "destroyed";
  public static final String ID_INVALID = "invalid";

  public static final String DAMAGE_SURPLUS = "surplus_cells";
  public static final String DAMAGE_UNDECODABLE = "undecodable";

  public static final Field SUBMISSION_ID = Dimensions.SUBMISSION_ID;
  public static final Field SHEET_NAME = Dimensions.SHEET_NAME;
  public static final Field ROW_NUMBER = Dimensions.ROW_NUMBER;
  public static final Field UNIVERSITY_CODE = Dimensions.UNIVERSITY_CODE;
  public static final Field SNAPSHOT_DATE = Dimensions.SNAPSHOT_DATE;
  public static final Field STUDENT_KEY = Entries.STUDENT_KEY;
  public static final Field PERSON_ID = Entries.PERSON_ID;
  public static final Field ID_NUMBER_STATE =
      Field.required("id_number_state", StringType, "How far the ID number can be trusted.")
          .oneOf(ID_MISSING, ID_VALID, ID_ROUNDED, ID_DESTROYED, ID_INVALID);
  public static final Field ROW_HASH =
      Field.required("row_hash", LongType, "Hash of all cells of the row as they stand.");
  public static final Field DAMAGE =
      Field.optional("damage", StringType, "Why the cells of the row cannot be trusted.")
          .oneOf(DAMAGE_SURPLUS, DAMAGE_UNDECODABLE);
  public static final Field CONTRADICTED_COLUMNS =
      Field.optional(
          "contradicted_columns",
          StringType,
          "Columns that the file has more than once and whose cells differ in the row, which is"
              + " read as blank; ids of columns, joined with a comma.");
  public static final Field EMPLOYER_NAME =
      Field.optional(
          "cell_employer_name", StringType, "Employer; null where it contains the person's name.");

  public static final Table TABLE =
      Table.named("landing.rows")
          .grain("One row per row below the header of a ledger file.")
          .fields(fields())
          .key(SUBMISSION_ID, SHEET_NAME, ROW_NUMBER);

  private Rows() {}

  /** The text of a cell; null when it is blank or the file has no such column. */
  public static Field cell(LedgerColumn column) {
    return Field.optional(
        "cell_" + column.id(), StringType, "The cell of column " + column.id() + ".");
  }

  private static List<Field> fields() {
    List<Field> fields =
        new ArrayList<>(
            List.of(
                SUBMISSION_ID,
                SHEET_NAME,
                ROW_NUMBER,
                UNIVERSITY_CODE,
                SNAPSHOT_DATE,
                STUDENT_KEY,
                PERSON_ID,
                ID_NUMBER_STATE,
                ROW_HASH,
                DAMAGE,
                CONTRADICTED_COLUMNS));
    Arrays.stream(LedgerColumn.values())
        .filter(column -> !column.personal())
        .map(Rows::cell)
        .map(field -> field.name().equals(EMPLOYER_NAME.name()) ? EMPLOYER_NAME : field)
        .forEach(fields::add);
    return List.copyOf(fields);
  }
}
