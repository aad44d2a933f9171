package dev.taizhang.synthetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Which hardships a graduate has: a set of tags as bits, in the order of {@link #TAGS}. Shares are
 * those of a province in these years: a good fifth has economic difficulties, about 7.5 % are in
 * the key groups, 0.3 % are disabled.
 */
final class Hardships {

  /**
   * A hardship.
   *
   * @param tag its id
   * @param share of all graduates
   * @param pace multiple of the usual hazard of placement
   * @param latePace further multiple from July on
   */
  private record Kind(String tag, double share, double pace, double latePace) {}

  static final String POVERTY_ALLEVIATED = "poverty_alleviated";

  private static final List<Kind> KINDS =
      List.of(
          new Kind("employment_difficulty", 0.06, 0.62, 1.0),
          new Kind("economic_difficulty", 0.125, 0.95, 1.0),
          new Kind("disabled", 0.003, 0.50, 1.0),
          // The campaigns for them begin when the others have left; they are ahead of those who
          // study
          // the same, and behind all the same, since they study what is slow (see SLOW).
          new Kind(POVERTY_ALLEVIATED, 0.043, 1.0, 1.40),
          new Kind("subsistence_allowance", 0.023, 0.90, 1.10),
          new Kind("zero_employment_family", 0.005, 0.66, 1.0),
          new Kind("unstable_out_of_poverty", 0.0035, 0.90, 1.10),
          new Kind("marginal_poverty_risk", 0.0025, 0.90, 1.10),
          new Kind("sudden_severe_hardship", 0.0025, 0.85, 1.05),
          new Kind("subsistence_marginal", 0.006, 0.93, 1.0),
          new Kind("extreme_poverty_support", 0.003, 0.85, 1.0),
          new Kind("rigid_expenditure", 0.002, 0.92, 1.0),
          new Kind("other_low_income", 0.010, 0.94, 1.0),
          new Kind("orphan", 0.001, 0.88, 1.0),
          new Kind("unsupported_child", 0.0008, 0.88, 1.0),
          new Kind("child_of_disabled", 0.008, 0.93, 1.0),
          new Kind("martyr_child", 0.0001, 1.0, 1.0));

  /** The tags, by bit. */
  static final List<String> TAGS = KINDS.stream().map(Kind::tag).toList();

  static final int EMPLOYMENT_DIFFICULTY = 1;
  static final int ECONOMIC_DIFFICULTY = 2;
  static final int DISABLED = 4;
  private static final int FIRST_SPECIFIC = 3;
  private static final double RURAL_FACTOR = 1.15;
  private static final double URBAN_FACTOR = 0.85;
  // Whose graduates are slow has more of those lifted out of poverty among them: this many times as
  // many, as a power of e, for each unit of pace; the share of all stays what it is meant to be.
  private static final double SLOW = 16;
  private static final double SLOW_AT_USUAL_PACE = 0.36;
  private static final double MOST_SLOW = 10;

  private Hardships() {}

  /**
   * The tags of a graduate; families in the country are more often poor.
   *
   * @param studyPace how fast those are placed who study the same, as a multiple of the usual
   *     hazard
   */
  static int of(boolean rural, double studyPace, Draw draw) {
    double factor = rural ? RURAL_FACTOR : URBAN_FACTOR;
    int tags = 0;
    for (int bit = FIRST_SPECIFIC; bit < KINDS.size(); bit++) {
      Kind kind = KINDS.get(bit);
      double slow = kind.tag().equals(POVERTY_ALLEVIATED) ? slow(studyPace) : 1;
      tags |= draw.at(bit).chance(kind.share() * factor * slow) ? 1 << bit : 0;
    }
    if (tags == 0 && draw.at(1).chance(KINDS.get(1).share() * factor)) {
      tags |= ECONOMIC_DIFFICULTY;
    }
    tags |= draw.at(0).chance(KINDS.get(0).share()) ? EMPLOYMENT_DIFFICULTY : 0;
    tags |= draw.at(2).chance(KINDS.get(2).share()) ? DISABLED : 0;
    return tags;
  }

  private static double slow(double studyPace) {
    return StrictMath.min(MOST_SLOW, SLOW_AT_USUAL_PACE * StrictMath.exp(-SLOW * (studyPace - 1)));
  }

  /** Whether there is a tag that the mask 0 to 7 does not have. */
  static boolean isSpecific(int tags) {
    return tags >> FIRST_SPECIFIC != 0;
  }

  /** The mask 0 to 7 that says as much of the tags as it can: the same three bits. */
  static int mask(int tags) {
    int general = tags & (EMPLOYMENT_DIFFICULTY | ECONOMIC_DIFFICULTY | DISABLED);
    return isSpecific(tags) ? general | ECONOMIC_DIFFICULTY : general;
  }

  /** Ids of the tags. */
  static List<String> ids(int tags) {
    List<String> ids = new ArrayList<>();
    for (int bit = 0; bit < TAGS.size(); bit++) {
      if ((tags & 1 << bit) != 0) {
        ids.add(TAGS.get(bit));
      }
    }
    return ids;
  }

  /** Multiple of the usual hazard of placement. */
  static double pace(int tags) {
    double pace = 1;
    for (int bit = 0; bit < KINDS.size(); bit++) {
      pace *= (tags & 1 << bit) != 0 ? KINDS.get(bit).pace() : 1;
    }
    return pace;
  }

  /** Further multiple from July on. */
  static double latePace(int tags) {
    double pace = 1;
    for (int bit = 0; bit < KINDS.size(); bit++) {
      pace *= (tags & 1 << bit) != 0 ? KINDS.get(bit).latePace() : 1;
    }
    return pace;
  }
}
