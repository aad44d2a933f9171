package dev.taizhang.disclosure;

/** What becomes of a figure. */
public enum Verdict {
  /** It leaves the house. */
  SHOWN,
  /** It is withheld for what it says itself. */
  PRIMARY,
  /** It is withheld for what it would say together with others. */
  COMPLEMENT;

  /** Whether a symbol stands in its place. */
  public boolean isWithheld() {
    return this != SHOWN;
  }
}
