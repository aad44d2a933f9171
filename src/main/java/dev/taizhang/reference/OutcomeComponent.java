package dev.taizhang.reference;

import java.util.Locale;

/**
 * What an outcome counts as. The first six make up {@code placed}; with {@link #AWAITING}, {@link
 * #NOT_SEEKING} and the unknown outcomes they make up {@code graduates}.
 */
public enum OutcomeComponent {
  CONTRACT(
      true, "Agreement, contract, research assistant, enlistment, national or local programme."),
  OTHER_EMPLOYMENT(true, "Employed without an agreement or contract (其他录用形式就业)."),
  SELF_EMPLOYED(true, "Own business (自主创业)."),
  FREELANCE(true, "Freelance work (自由职业)."),
  DOMESTIC_STUDY(true, "Further study in the country (境内升学)."),
  ABROAD(true, "Further study or work abroad (出国、出境)."),
  AWAITING(false, "Awaiting employment (待就业)."),
  NOT_SEEKING(false, "Not seeking employment for now (暂不就业)."),
  OUTSIDE(false, "Not a graduate of this cohort: outside the denominator.");

  private final boolean placed;
  private final String meaning;

  OutcomeComponent(boolean placed, String meaning) {
    this.placed = placed;
    this.meaning = meaning;
  }

  /** Whether the outcome is in the numerator (落实). */
  public boolean placed() {
    return placed;
  }

  /** What the component holds, as a sentence. */
  public String meaning() {
    return meaning;
  }

  /** The column of the figures that counts this component. */
  public String columnName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
