package dev.taizhang.tables;

import java.util.ArrayList;
import java.util.List;

/** {@code ledger.assistance}: help given, each measure with the graduate that it was given to. */
public final class Assistance {

  public static final Field UNIVERSITY_CODE =
      Dimensions.UNIVERSITY_CODE
          .orNull()
          .meaning("University of the graduate, or otherwise the one named in the row.");
  public static final Field GRADUATION_YEAR =
      Dimensions.GRADUATION_YEAR
          .orNull()
          .meaning("Cohort of the graduate, or otherwise the one named in the row.");
  public static final Field GRADUATE_ID =
      History.GRADUATE_ID
          .orNull()
          .meaning("The graduate in ledger.history; null until a ledger has the person.");

  public static final Table TABLE =
      Table.named("ledger.assistance")
          .grain("One row per measure of an assistance ledger that counts.")
          .fields(fields())
          .key(
              AssistanceEntries.SUBMISSION_ID,
              AssistanceEntries.SHEET_NAME,
              AssistanceEntries.ROW_NUMBER)
          .rule("graduate_is_placed", "graduate_id IS NULL OR graduation_year IS NOT NULL");

  private Assistance() {}

  private static List<Field> fields() {
    return matched(AssistanceEntries.TABLE);
  }

  /** The columns of entries, with the graduate in place of what the file says of the person. */
  static List<Field> matched(Table entries) {
    List<Field> fields = new ArrayList<>();
    for (Field field : entries.fields()) {
      switch (field.name()) {
        case "stated_university_code" -> fields.add(UNIVERSITY_CODE);
        case "stated_graduation_year" -> fields.add(GRADUATION_YEAR);
        case "student_key" -> fields.add(GRADUATE_ID);
        case "person_id" -> {}
        default -> fields.add(field);
      }
    }
    return List.copyOf(fields);
  }
}
