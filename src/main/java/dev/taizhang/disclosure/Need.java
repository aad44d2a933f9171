package dev.taizhang.disclosure;

/** How far witnesses must move a sum, and how far they do. Mutable in the latter alone. */
final class Need {

  private final Sum sum;
  private final boolean together;
  private final long wantedDown;
  private final long wantedUp;
  private long down;
  private long up;

  private Need(Sum sum, boolean together, long wantedDown, long wantedUp) {
    this.sum = sum;
    this.together = together;
    this.wantedDown = wantedDown;
    this.wantedUp = wantedUp;
  }

  /** So far down, and so far up. */
  static Need both(Sum sum, long down, long up) {
    return new Need(sum, false, down, up);
  }

  /** So far down and up together. */
  static Need span(Sum sum, long span) {
    return new Need(sum, true, span, span);
  }

  Need having(long reachedDown, long reachedUp) {
    down = reachedDown;
    up = reachedUp;
    return this;
  }

  Sum sum() {
    return sum;
  }

  /** How far down a witness must go to be all that is missing; 0 if nothing is. */
  long missingDown() {
    if (together) {
      return down + up >= wantedDown ? 0 : wantedDown - up;
    }
    return down >= wantedDown ? 0 : wantedDown;
  }

  /** How far up a witness must go to be all that is missing; 0 if nothing is. */
  long missingUp() {
    if (together) {
      return down + up >= wantedUp ? 0 : wantedUp - down;
    }
    return up >= wantedUp ? 0 : wantedUp;
  }

  boolean isMet() {
    return missingDown() == 0 && missingUp() == 0;
  }

  /** Whether a change goes further than all before it. */
  boolean isFurther(long change) {
    return -change > down || change > up;
  }

  /** Takes note of a change, and tells whether it goes further than all before it. */
  boolean takes(long change) {
    boolean further = isFurther(change);
    down = Math.max(down, -change);
    up = Math.max(up, change);
    return further;
  }
}
