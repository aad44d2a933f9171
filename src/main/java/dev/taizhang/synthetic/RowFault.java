package dev.taizhang.synthetic;

import java.util.Optional;

/** What is wrong with a row, and what the pipeline makes of it. */
enum RowFault {
  /** Nothing. */
  NONE(null, null, true),
  /** The outcome is none that is listed. */
  OUTCOME_UNLISTED(null, "outcome_unlisted", true),
  /** The row has no student number, but a good ID number tells who it is. */
  NO_STUDENT_NUMBER(null, null, true),
  /** Neither student number nor ID number. */
  NO_IDENTITY("no_identity", null, false),
  /** Neither graduation year nor date; whoever was known before is present all the same. */
  NO_YEAR("no_graduation_year", null, true),
  /** The row stands there a second time. */
  REPEATED("duplicate_row", null, true),
  /** An older row of a graduate who has another below it. */
  OUTDATED("conflicting_row", null, true),
  /** A graduate of another university. */
  FOREIGN("other_university", null, false),
  /** There is a cell too many, right of what tells who it is. */
  SHIFTED("cells_shifted", null, true);

  private final String rule;
  private final String flag;
  private final boolean names;

  RowFault(String rule, String flag, boolean names) {
    this.rule = rule;
    this.flag = flag;
    this.names = names;
  }

  /** The rule that quarantines the row. */
  Optional<String> rule() {
    return Optional.ofNullable(rule);
  }

  /** The flag that the accepted row gets. */
  Optional<String> flag() {
    return Optional.ofNullable(flag);
  }

  /** Whether the row names a graduate of the university, good or not. */
  boolean namesGraduate() {
    return names;
  }

  boolean losesStudentNumber() {
    return this == NO_STUDENT_NUMBER || this == NO_IDENTITY;
  }
}
