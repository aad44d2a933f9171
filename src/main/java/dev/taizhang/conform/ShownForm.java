package dev.taizhang.conform;

import dev.taizhang.tables.LedgerColumn;
import dev.taizhang.tables.Rows;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which wrong values may be repeated to whoever is to correct them: those that have the form of
 * what belongs in their column. What stands in a wrong column is often somebody's student number,
 * phone number or birthday, so that of all else only the length and the kind of characters are
 * told.
 */
final class ShownForm {

  // No graduate of these ledgers is born in these years.
  private static final String DATE =
      "20(1[5-9]|[2-4][0-9])([-/.年]?[01]?[0-9]([-/.月]?[0-3]?[0-9]日?)?月?)?( [0-9:]{4,8})?";
  private static final String CODE_OF_LIST = "[0-9]{1,3}";
  private static final String NOTHING = "";

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LETTERS = Pattern.compile("[A-Za-z]+");
  private static final Pattern IDEOGRAPHS = Pattern.compile("\\p{IsHan}+");

  private static final Map<String, Pattern> BY_CELL =
      Arrays.stream(LedgerColumn.values())
          .filter(column -> !column.personal())
          .collect(
              Collectors.toUnmodifiableMap(
                  column -> Rows.cell(column).name(), column -> Pattern.compile(form(column))));

  private ShownForm() {}

  private static String form(LedgerColumn column) {
    return switch (column) {
      case UNIVERSITY_CODE -> "[0-9]{1,5}|[0-9]{10}";
      case DEGREE_CODE,
          TRAINING_MODE_CODE,
          TEACHER_TRAINING_CODE,
          GENDER_CODE,
          ETHNICITY_CODE,
          HARDSHIP_CODE,
          OUTCOME_CODE,
          EMPLOYER_KIND_CODE,
          POSITION_CODE ->
          CODE_OF_LIST;
      case INDUSTRY_CODE -> "[A-Z]?[0-9]{0,4}";
      case MAJOR_CODE -> "[0-9]{4,6}[KT]{0,2}";
      case ORIGIN_REGION_CODE, EMPLOYER_REGION_CODE -> "[0-9]{6}";
      case GRADUATION_YEAR -> "[0-9]{1,4}[届年]?|" + DATE;
      case ENROLMENT_DATE, GRADUATION_DATE, OUTCOME_DATE, MEASURE_DATE, SURVEY_DATE -> DATE;
      case PROGRAMME_YEARS -> "[0-9](\\.[05])?年?制?";
      default -> NOTHING;
    };
  }

  /**
   * What is shown of a wrong value.
   *
   * @param cell the name of its column in {@link Rows}; null where there is no value
   */
  static String shown(String cell, String value) {
    if (value == null) {
      return null;
    }
    Pattern form = BY_CELL.get(cell);
    return form != null && form.matcher(value).matches() ? value : kindOf(value);
  }

  private static String kindOf(String value) {
    int length = value.codePointCount(0, value.length());
    if (DIGITS.matcher(value).matches()) {
      return length + " 个数字 / digits";
    }
    if (LETTERS.matcher(value).matches()) {
      return length + " 个字母 / letters";
    }
    return IDEOGRAPHS.matcher(value).matches()
        ? length + " 个汉字 / Chinese characters"
        : length + " 个字符 / characters";
  }
}
