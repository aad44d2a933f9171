package dev.taizhang.synthetic;

/** What a university does for those of its graduates who are unplaced. */
enum Helping {
  /** A counsellor for each graduate with a hardship, and events for all. */
  ONE_TO_ONE,
  /** Events for all, and a message now and then. */
  MASS,
  /** Nothing that it tells of: it sends no ledger of help. */
  NOTHING;

  static Helping of(int index) {
    return values()[index % values().length];
  }
}
