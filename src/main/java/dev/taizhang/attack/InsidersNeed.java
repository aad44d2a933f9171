package dev.taizhang.attack;

/** What must be left of a figure for whoever knows the people of one university. */
final class InsidersNeed {

  private final Reading reading;
  private final long[] values;
  private final Requirement requirement;
  private final Baseline baseline;

  /**
   * @param values the truth
   */
  InsidersNeed(Reading reading, long[] values, Requirement requirement, Effort effort) {
    this.reading = reading;
    this.values = values;
    this.requirement = requirement;
    this.baseline = new Baseline(reading, new Methods(1, effort), 1);
  }

  /** What the rest of a figure reaches, without a university whose people stay as they are. */
  Reached rest(int number, int university, Reached whole) {
    return whole.without(Reached.known(own(number, university)));
  }

  /**
   * Whether the rest of a figure reaches far enough: were nothing else known, or as far as those
   * can tell by its parts who do not know the university either.
   *
   * @param number of the figure
   * @param university whose people are known
   */
  boolean isMet(int number, int university, Reached rest) {
    long size = 0;
    for (int member : reading.members(number)) {
      if (reading.knowledge().university(member) != university) {
        size += reading.knowledge().highest(member);
      }
    }
    Found found = rest.found().get(1);
    return isMet(found, 0, size)
        || isMetByParts(found, ofParts(number), own(number, university), size);
  }

  private long own(int number, int university) {
    long own = 0;
    for (int member : reading.members(number)) {
      if (reading.knowledge().university(member) == university) {
        own += values[member];
      }
    }
    return own;
  }

  private boolean isMetByParts(Found rest, Found parts, long own, long size) {
    return isMet(rest, Math.max(0, parts.lowest() - own), Math.min(size, parts.highest() - own));
  }

  /** What the whole figure can be as far as its own parts tell, or more. */
  private synchronized Found ofParts(int number) {
    return baseline.atMost(number);
  }

  private boolean isMet(Found rest, long least, long most) {
    return requirement.isMet(
        rest.lowest(), rest.highest(), rest.feasible(), least, most, most - least + 1);
  }
}
