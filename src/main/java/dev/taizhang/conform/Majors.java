package dev.taizhang.conform;

import dev.taizhang.tables.Dimensions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Majors and the catalogues that their codes belong to. */
public final class Majors {

  public static final String UNDERGRADUATE = "undergraduate";
  public static final String VOCATIONAL_BACHELOR = "vocational_bachelor";
  public static final String VOCATIONAL_2015 = "vocational_2015";
  public static final String VOCATIONAL_2021 = "vocational_2021";
  public static final String GRADUATE = "graduate";

  // Six digits, or a graduate subject of four digits or of four with Z or J; K and T only mark.
  private static final Pattern CODE =
      Pattern.compile("(\\d{4}(?:\\d{2}|[ZJ]\\d)?|\\d{3}|\\d{5})[KT]{0,2}");
  private static final int DIGITS_OF_SUBJECT = 4;
  // Pupils enrolled from 2021 on have codes of the 2021 catalogue.
  private static final int FIRST_ENROLMENT_OF_2021_CATALOGUE = 2021;
  // Where nothing tells the enrolment: the course takes three years.
  private static final int FIRST_COHORT_OF_2021_CATALOGUE = 2024;
  private static final int LONGEST_COURSE = 10;
  private static final double SHORTEST_PROGRAMME = 1.5;
  private static final double LONGEST_PROGRAMME = 9.5;
  private static final String BACHELOR = "bachelor";
  private static final String ASSOCIATE = "associate";
  private static final Set<String> GRADUATES = Set.of("doctoral", "master");

  private Majors() {}

  /**
   * The code without the marks K and T, and with the leading zero that a spreadsheet dropped; null
   * where the cell has not the form of a code. Three digits are a graduate subject of four.
   */
  static String code(String cell, String degreeLevel) {
    if (cell == null) {
      return null;
    }
    Matcher matcher = CODE.matcher(cell.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return null;
    }
    String digits = matcher.group(1);
    if (digits.length() % 2 == 0) {
      return digits;
    }
    String filled = "0" + digits;
    return filled.length() > DIGITS_OF_SUBJECT || GRADUATES.contains(degreeLevel) ? filled : null;
  }

  /**
   * The name of a major. Where the code beside it cannot be read cells may be shifted, and the name
   * could be somebody's.
   *
   * @param name the cell of the name
   * @param code as {@link #code} gives it
   * @param codesPresent whether the row's table has a column of codes
   */
  static String name(String name, String code, boolean codesPresent) {
    boolean inItsPlace = code != null || !codesPresent;
    return name == null || !inItsPlace || LongNumbers.isIn(name) ? null : name;
  }

  /**
   * The catalogue of a code, by degree level and year of enrolment: the first digits alone mislead,
   * since 51 is agriculture in the vocational catalogue of 2015 and electronics in that of 2021.
   *
   * @param code as {@link #code} gives it
   * @param enrolmentDate null where it is not known
   * @param programmeYears length of the course in years; null where it is not known
   */
  static String catalogue(
      String code,
      String degreeLevel,
      Integer graduationYear,
      LocalDate enrolmentDate,
      BigDecimal programmeYears) {
    if (code == null) {
      return Dimensions.UNKNOWN;
    }
    String prefix = code.substring(0, 2);
    if (isBetween(prefix, "01", "14")) {
      return GRADUATES.contains(degreeLevel)
          ? GRADUATE
          : degreeLevel.equals(BACHELOR) ? UNDERGRADUATE : Dimensions.UNKNOWN;
    }
    if (degreeLevel.equals(BACHELOR)) {
      return isBetween(prefix, "21", "39") ? VOCATIONAL_BACHELOR : Dimensions.UNKNOWN;
    }
    return degreeLevel.equals(ASSOCIATE)
        ? vocational(prefix, graduationYear, enrolmentDate, programmeYears)
        : Dimensions.UNKNOWN;
  }

  private static String vocational(
      String prefix, Integer graduationYear, LocalDate enrolmentDate, BigDecimal programmeYears) {
    if (isBetween(prefix, "41", "50")) {
      return VOCATIONAL_2021;
    }
    if (isBetween(prefix, "60", "69")) {
      return VOCATIONAL_2015;
    }
    if (!isBetween(prefix, "51", "59")) {
      return Dimensions.UNKNOWN;
    }
    return graduationYear != null
            && isOf2021Catalogue(graduationYear, enrolmentDate, programmeYears)
        ? VOCATIONAL_2021
        : VOCATIONAL_2015;
  }

  /** A year of enrolment or a length of course that cannot be right tells nothing. */
  private static boolean isOf2021Catalogue(
      int graduationYear, LocalDate enrolmentDate, BigDecimal programmeYears) {
    if (enrolmentDate != null
        && enrolmentDate.getYear() >= graduationYear - LONGEST_COURSE
        && enrolmentDate.getYear() < graduationYear) {
      return enrolmentDate.getYear() >= FIRST_ENROLMENT_OF_2021_CATALOGUE;
    }
    if (programmeYears != null && isLengthOfProgramme(programmeYears)) {
      BigDecimal enrolled = BigDecimal.valueOf(graduationYear).subtract(programmeYears);
      return enrolled.compareTo(BigDecimal.valueOf(FIRST_ENROLMENT_OF_2021_CATALOGUE)) >= 0;
    }
    return graduationYear >= FIRST_COHORT_OF_2021_CATALOGUE;
  }

  private static boolean isLengthOfProgramme(BigDecimal years) {
    return years.doubleValue() >= SHORTEST_PROGRAMME && years.doubleValue() <= LONGEST_PROGRAMME;
  }

  private static boolean isBetween(String prefix, String first, String last) {
    return prefix.compareTo(first) >= 0 && prefix.compareTo(last) <= 0;
  }
}
