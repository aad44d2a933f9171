package dev.taizhang.synthetic;

import dev.taizhang.reference.Outcome;
import java.util.EnumMap;
import java.util.Map;

/** Decides when and how graduates are placed. */
final class Careers {

  private static final double WITHDRAWN_SHARE = 0.02;
  private static final double UPGRADED_SHARE = 0.2;
  private static final double LATE_SHARE = 0.004;
  private static final double LEAVING_SHARE = 0.003;
  private static final double TAG_DROPPED_SHARE = 0.5;
  // Those who enter late or leave do so in the months around the summer.
  private static final int MOVING_DAYS = 150;

  private static final Map<Degree, Weighted<Outcome>> PLACED = placed();
  private static final Weighted<Outcome> UNPLACED =
      new Weighted<Outcome>()
          .add(Outcome.AWAITING_EMPLOYMENT, 76)
          .add(Outcome.PREPARING_FOR_STUDY, 16)
          .add(Outcome.OTHER_NOT_SEEKING, 8);

  private final Season season;

  Careers(Season season) {
    this.season = season;
  }

  private static Map<Degree, Weighted<Outcome>> placed() {
    Map<Degree, Weighted<Outcome>> outcomes = new EnumMap<>(Degree.class);
    // Columns: agreement, contract, other form, assistant, enlisted, national and local programme,
    // own business, freelance, study, abroad.
    outcomes.put(Degree.DOCTORAL, shares(62, 20, 6, 5, 0, 0.3, 0.2, 0.3, 0.5, 3, 2.7));
    outcomes.put(Degree.MASTER, shares(46, 22, 12, 2, 0.1, 1.6, 0.8, 0.5, 2, 11, 2));
    outcomes.put(Degree.BACHELOR, shares(26, 20, 16, 0.6, 0.9, 1.7, 0.8, 0.7, 3.3, 27, 3));
    outcomes.put(Degree.ASSOCIATE, shares(18, 31, 26, 0.1, 2.8, 0.3, 0.5, 0.9, 2, 18.2, 0.2));
    return outcomes;
  }

  private static Weighted<Outcome> shares(double... shares) {
    Outcome[] order = {
      Outcome.AGREEMENT,
      Outcome.LABOUR_CONTRACT,
      Outcome.OTHER_FORM,
      Outcome.RESEARCH_ASSISTANT,
      Outcome.ENLISTED,
      Outcome.NATIONAL_PROGRAMME,
      Outcome.LOCAL_PROGRAMME,
      Outcome.OWN_BUSINESS,
      Outcome.FREELANCER,
      Outcome.FURTHER_STUDY,
      Outcome.GONE_ABROAD
    };
    Weighted<Outcome> outcomes = new Weighted<>();
    for (int i = 0; i < order.length; i++) {
      outcomes.add(order[i], shares[i]);
    }
    return outcomes;
  }

  /** How fast a discipline's graduates are placed, as a multiple of the usual hazard. */
  private static double pace(String discipline) {
    return switch (discipline) {
      case "01", "06" -> 0.82;
      case "03", "05", "55", "56" -> 0.88;
      case "13" -> 0.86;
      case "09", "41" -> 0.94;
      case "08", "43", "46", "51" -> 1.12;
      case "10", "52" -> 1.06;
      case "50", "45" -> 1.10;
      default -> 1.0;
    };
  }

  /** How fast those are placed who study the same, as a multiple of the usual hazard. */
  static double studyPace(Campus campus, Major major) {
    return campus.pace() * major.degree().pace() * pace(major.discipline());
  }

  /**
   * The career of a graduate.
   *
   * @param placePace how fast graduates from the same place are
   */
  Career of(Campus campus, Traits traits, Major major, int hardships, double placePace, Draw draw) {
    double pace = studyPace(campus, major) * placePace * Hardships.pace(hardships);
    int placedOn =
        season.placement(
            draw.at(Purpose.PLACEMENT).positiveUnit(), pace, Hardships.latePace(hardships));
    Outcome placed = PLACED.get(traits.degree()).pick(draw.at(Purpose.OUTCOME));
    boolean employed =
        placed == Outcome.AGREEMENT
            || placed == Outcome.LABOUR_CONTRACT
            || placed == Outcome.OTHER_FORM;
    Draw withdrawal = draw.at(Purpose.WITHDRAWAL);
    boolean withdrawn = employed && placedOn != Season.NEVER && withdrawal.chance(WITHDRAWN_SHARE);
    int withdrawnOn = withdrawn ? placedOn + 14 + withdrawal.at(1).below(60) : Season.NEVER;
    Draw upgrade = draw.at(Purpose.UPGRADE);
    boolean upgraded = placed == Outcome.AGREEMENT && upgrade.chance(UPGRADED_SHARE);
    Draw presence = draw.at(Purpose.PRESENCE);
    int moving = season.summer() - MOVING_DAYS + presence.at(1).below(2 * MOVING_DAYS);
    boolean late = presence.chance(LATE_SHARE);
    boolean leaving = !late && presence.at(2).chance(LEAVING_SHARE);
    boolean dropped =
        (hardships & Hardships.EMPLOYMENT_DIFFICULTY) != 0
            && placedOn != Season.NEVER
            && placedOn > season.summer()
            && draw.at(Purpose.TAG_DROPPED).chance(TAG_DROPPED_SHARE);
    return new Career(
        late ? moving : Integer.MIN_VALUE,
        leaving ? moving : Season.NEVER,
        placedOn,
        placed,
        upgraded ? season.summer() + upgrade.at(1).below(60) : Season.NEVER,
        withdrawnOn,
        withdrawn ? withdrawnOn + 21 + withdrawal.at(2).below(90) : Season.NEVER,
        withdrawal.at(3).chance(0.5) ? Outcome.LABOUR_CONTRACT : Outcome.OTHER_FORM,
        UNPLACED.pick(draw.at(Purpose.UNPLACED)),
        draw.at(Purpose.SILENCE).unit(),
        dropped ? placedOn : Season.NEVER);
  }
}
