package dev.taizhang.reference;

/**
 * A division (GB/T 2260) that is no longer in force, or a name that one in force no longer has.
 *
 * @param code six digits; equal to {@code presentCode} where only the name has changed
 * @param name its last name
 * @param lastRevision the newest revision of the standard that has it, as year and month
 * @param presentCode the division in force that it became or lies in; empty where that is open
 */
public record FormerDivision(String code, String name, String lastRevision, String presentCode) {

  public FormerDivision {
    if (!code.matches("\\d{6}") || !presentCode.matches("(\\d{6})?")) {
      throw new IllegalArgumentException(
          "A division's code has six digits, not '%s' and '%s'.".formatted(code, presentCode));
    }
    if (!lastRevision.matches("\\d{6}")) {
      throw new IllegalArgumentException(
          "A revision is a year and a month such as 201607, not '" + lastRevision + "'.");
    }
  }

  /** The division in force, or the code itself where it is open which one that is. */
  public String codeToday() {
    return presentCode.isEmpty() ? code : presentCode;
  }
}
