package dev.taizhang.conform;

import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.taizhang.tables.Dimensions;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/** Majors and the catalogues that their codes belong to. */
public final class Majors {

  public static final String UNDERGRADUATE = "undergraduate";
  public static final String VOCATIONAL_BACHELOR = "vocational_bachelor";
  public static final String VOCATIONAL_2015 = "vocational_2015";
  public static final String VOCATIONAL_2021 = "vocational_2021";
  public static final String GRADUATE = "graduate";

  // Six digits, or a graduate subject of four digits or of four with Z or J; K and T only mark.
  private static final Pattern CODE =
      Pattern.compile("(\\d{4}(?:\\d{2}|[ZJ]\\d)?|\\d{5})[KT]{0,2}");
  private static final int DIGITS_WITHOUT_LEADING_ZERO = 5;
  // Pupils enrolled from 2021 on, who graduate from 2024 on, have codes of the 2021 catalogue.
  private static final int FIRST_COHORT_OF_2021_CATALOGUE = 2024;

  private Majors() {}

  /**
   * The code without the marks K and T, and with the leading zero that a spreadsheet dropped; null
   * where the cell has not the form of a code.
   */
  public static Column code(Column cell) {
    UDF1<String, String> read = Majors::code;
    return udf(read, DataTypes.StringType).apply(cell);
  }

  private static String code(String cell) {
    if (cell == null) {
      return null;
    }
    Matcher matcher = CODE.matcher(cell.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    String digits = matcher.group(1);
    return digits.length() == DIGITS_WITHOUT_LEADING_ZERO ? "0" + digits : digits;
  }

  /**
   * The catalogue of a code, by degree level and cohort: the first digits alone mislead, since 51
   * is agriculture in the vocational catalogue of 2015 and electronics in that of 2021.
   *
   * @param code as {@link #code} gives it
   */
  public static Column catalogue(Column code, Column degreeLevel, Column graduationYear) {
    Column prefix = substring(code, 1, 2);
    Column academic = prefix.between("01", "14");
    Column vocational =
        when(prefix.between("41", "50"), VOCATIONAL_2021)
            .when(prefix.between("60", "69"), VOCATIONAL_2015)
            .when(
                prefix.between("51", "59"),
                when(graduationYear.geq(FIRST_COHORT_OF_2021_CATALOGUE), VOCATIONAL_2021)
                    .otherwise(VOCATIONAL_2015));
    Column vocationalBachelor = when(prefix.between("21", "39"), VOCATIONAL_BACHELOR);
    return when(degreeLevel.isin("doctoral", "master").and(academic), GRADUATE)
        .when(degreeLevel.equalTo("bachelor").and(academic), UNDERGRADUATE)
        .when(
            degreeLevel.equalTo("bachelor").and(vocationalBachelor.isNotNull()), vocationalBachelor)
        .when(degreeLevel.equalTo("associate").and(vocational.isNotNull()), vocational)
        .otherwise(Dimensions.UNKNOWN);
  }
}
