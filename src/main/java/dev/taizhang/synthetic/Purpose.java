package dev.taizhang.synthetic;

/**
 * What a random choice is for. Each has a number of its own, so that a new purpose changes no other
 * choice.
 */
enum Purpose {
  CAMPUS_SIZE(1),
  CAMPUS_PLACE(2),
  CAMPUS_PACE(3),
  CAMPUS_MAJORS(4),
  CAMPUS_STYLE(5),
  CAMPUS_WORDING(6),
  GENDER(10),
  SURNAME(11),
  GIVEN_NAME(12),
  ETHNICITY(13),
  POLITICAL_STATUS(14),
  ORIGIN_PREFECTURE(15),
  ORIGIN_COUNTY(16),
  RURAL(17),
  DEGREE(18),
  COMPLETION(19),
  MAJOR(20),
  TRAINING_MODE(21),
  TEACHER_TRAINING(22),
  HARDSHIP(23),
  CONTACT(24),
  PLACEMENT(30),
  OUTCOME(31),
  WITHDRAWAL(32),
  UNPLACED(33),
  SILENCE(34),
  PRESENCE(35),
  UPGRADE(36),
  TAG_DROPPED(37),
  EMPLOYER(40),
  EMPLOYER_PLACE(41),
  SALARY(42),
  REASON(43),
  HELP(60),
  DEFECT(50),
  DEFECT_ROW(51);

  private final long key;

  Purpose(long key) {
    this.key = key;
  }

  long key() {
    return key;
  }
}
