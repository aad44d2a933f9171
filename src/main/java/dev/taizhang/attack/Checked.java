package dev.taizhang.attack;

/** How it was found out which counts a withheld figure can have. */
public enum Checked {
  /** Whole numbers attain both counts, which is not enough; nobody knows whether more do. */
  UNDECIDED,
  /** A part of what is known bounds it, and leaves too little; the rest may leave less. */
  BOUNDED,
  /** Linear programmes bound it, rounded inwards; whole numbers may leave less. */
  LINEAR,
  /** Whole numbers that agree with everything known attain both counts; more may be possible. */
  ATTAINED,
  /** Whole numbers that agree with everything known attain both ends. */
  ENDS,
  /** Each count that the requirement needs was attained, or shown to be impossible. */
  EVERY
}
