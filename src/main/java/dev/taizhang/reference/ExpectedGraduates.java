package dev.taizhang.reference;

import java.util.Set;

/**
 * How many graduates a university expects: what its ledgers are held against.
 *
 * @param universityCode five digits (院校代码)
 * @param graduationYear the cohort (届)
 * @param degreeLevel {@code doctoral}, {@code master}, {@code bachelor}, {@code associate}, or
 *     {@code all} for all levels together
 * @param graduates how many of them, 0 or more
 */
public record ExpectedGraduates(
    String universityCode, int graduationYear, String degreeLevel, int graduates) {

  /** The level of a number that is about all levels together. */
  public static final String ALL_LEVELS = "all";

  private static final Set<String> LEVELS =
      Set.of(ALL_LEVELS, "doctoral", "master", "bachelor", "associate");

  public ExpectedGraduates {
    if (!universityCode.matches("\\d{5}")) {
      throw new IllegalArgumentException(
          "A university's code has five digits, not '" + universityCode + "'.");
    }
    if (graduationYear < 2000 || graduationYear > 2100) {
      throw new IllegalArgumentException(
          "A graduation year is a number such as 2025, not '" + graduationYear + "'.");
    }
    if (!LEVELS.contains(degreeLevel)) {
      throw new IllegalArgumentException(
          "A degree level is all, doctoral, master, bachelor or associate, not '"
              + degreeLevel
              + "'.");
    }
    if (graduates < 0) {
      throw new IllegalArgumentException(
          "The number of graduates is 0 or more, not " + graduates + ".");
    }
  }

  /** What the number is about: university, cohort and level. */
  String key() {
    return universityCode + ", " + graduationYear + ", " + degreeLevel;
  }
}
