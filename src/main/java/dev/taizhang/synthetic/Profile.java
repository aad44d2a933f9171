package dev.taizhang.synthetic;

/**
 * What a university's files can tell of a graduate's hardships.
 *
 * @param tags the tags that they tell, as {@link Hardships} numbers them
 * @param detail how much they tell
 */
record Profile(int tags, Detail detail) {

  /** How much a file tells. */
  enum Detail {
    /** More than the mask 0 to 7 has. */
    TAGS,
    /** As much as the mask has. */
    MASK,
    /** That there is no hardship. */
    NONE,
    /** Nothing. */
    MISSING
  }

  /** What they tell on a day. */
  static Profile of(Graduate graduate, int day) {
    Wording wording = graduate.campus().wording();
    int tags = graduate.hardships(day);
    return switch (wording.hardships()) {
      case NOTHING -> new Profile(0, Detail.MISSING);
      case MASK -> told(Hardships.mask(tags), true);
      case TAGS -> told(tags, !wording.none().isEmpty());
    };
  }

  private static Profile told(int tags, boolean saysNone) {
    Detail detail =
        Hardships.isSpecific(tags)
            ? Detail.TAGS
            : tags != 0 ? Detail.MASK : saysNone ? Detail.NONE : Detail.MISSING;
    return new Profile(tags, detail);
  }
}
