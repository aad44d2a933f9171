package dev.taizhang.synthetic;

/** What can be wrong with a file, as real files have it. */
enum Defect {
  /** A spreadsheet wrote zeros for the last three digits of all ID numbers. */
  ID_NUMBERS_ROUNDED(Needs.ID_NUMBERS),
  /** A spreadsheet shows all ID numbers as 4.10101E+17. */
  ID_NUMBERS_SCIENTIFIC(Needs.ID_NUMBERS),
  /** A spreadsheet dropped the zeros that codes begin with. */
  LEADING_ZEROS_LOST(Needs.ROWS),
  /** Full-width digits, no-break and ideographic spaces. */
  WIDE_CHARACTERS(Needs.ROWS),
  /** Some outcomes were blanked. */
  OUTCOMES_BLANK(Needs.ROWS),
  /** Some outcomes are in no list. */
  OUTCOMES_UNLISTED(Needs.ROWS),
  /** Some rows stand there twice. */
  ROWS_REPEATED(Needs.ROWS),
  /** Some graduates have an outdated row above the right one. */
  ROWS_CONFLICTING(Needs.ROWS),
  /** Some rows have neither student number nor ID number. */
  IDENTITY_LOST(Needs.ROWS),
  /** Some rows have an ID number only. */
  STUDENT_NUMBERS_LOST(Needs.ID_NUMBERS),
  /** Some rows have no graduation year. */
  YEAR_LOST(Needs.ROWS),
  /** Some rows are of another university. */
  FOREIGN_ROWS(Needs.UNIVERSITY_CODE),
  /** Some rows have a cell too many. */
  CELLS_SHIFTED(Needs.ROWS),
  /** The file's name has neither code nor date. */
  BAD_NAME(Needs.NOTHING),
  /** The outcome's header is unknown. */
  OUTCOME_HEADER_UNKNOWN(Needs.NOTHING),
  /** There is nothing in the file. */
  EMPTY_FILE(Needs.NOTHING),
  /** The file comes twice, under two names. */
  SENT_TWICE(Needs.NOTHING),
  /** A file of the same date corrects it. */
  CORRECTED(Needs.ROWS),
  /** The snapshot comes in two parts. */
  IN_PARTS(Needs.ROWS),
  /** The file does not come. */
  NOT_SENT(Needs.NOTHING);

  /** What a university's files must have for it. */
  private enum Needs {
    NOTHING,
    ROWS,
    ID_NUMBERS,
    UNIVERSITY_CODE
  }

  // In fewer rows a handful of wrong ones would be a large part.
  private static final int LARGE = 40;

  private final Needs needs;

  Defect(Needs needs) {
    this.needs = needs;
  }

  /** Whether a university's files can have it. */
  boolean fits(Campus campus) {
    boolean large = campus.size() >= LARGE;
    return switch (needs) {
      case NOTHING -> true;
      case ROWS -> large;
      case ID_NUMBERS -> large && campus.style().has(Content.ID_NUMBER);
      case UNIVERSITY_CODE -> large && campus.style().has(Content.UNIVERSITY_CODE);
    };
  }
}
