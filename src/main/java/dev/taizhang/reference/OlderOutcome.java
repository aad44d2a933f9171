package dev.taizhang.reference;

/**
 * A code of an outcome list that older templates used. The same digits meant something else then,
 * so that a list is told by template and cohort and never by the digits.
 *
 * @param template the template that uses the list; empty for all but the national exports
 * @param toYear the last graduation year of the list
 * @param column the column that the code stands in: {@code outcome_code}, or {@code
 *     employer_kind_code} where the kind of employer carried outcomes
 * @param text the code as it stands there
 * @param code the outcome that it means, a code of the list {@code outcome}
 */
public record OlderOutcome(String template, int toYear, String column, String text, String code) {

  public static final String OUTCOME_CODE = "outcome_code";
  public static final String EMPLOYER_KIND_CODE = "employer_kind_code";

  public OlderOutcome {
    if (!column.equals(OUTCOME_CODE) && !column.equals(EMPLOYER_KIND_CODE)) {
      throw new IllegalArgumentException(
          "The column of an outcome is %s or %s, not '%s'."
              .formatted(OUTCOME_CODE, EMPLOYER_KIND_CODE, column));
    }
  }
}
