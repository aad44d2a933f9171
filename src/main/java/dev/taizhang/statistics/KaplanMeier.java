package dev.taizhang.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The share of people to whom nothing has happened yet, by Kaplan and Meier, with Greenwood's
 * variance and 95 % limits on the scale of {@code log(-log)}, which stay within 0 and 1.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">Kaplan and Meier 1958, J. Am. Stat.
 *     Assoc. 53:457-481</a>
 */
public final class KaplanMeier {

  private static final double HALF = 0.5;

  /** Shares that are equal but for rounding. */
  private static final double SAME = 1e-12;

  private final List<Step> steps = new ArrayList<>();

  private KaplanMeier(RiskTable table) {
    long atRisk = table.people();
    double share = 1;
    double greenwood = 0;
    for (RiskTable.Day day : table.days()) {
      long events = day.all();
      if (events > 0) {
        share = events == atRisk ? 0 : share * ((double) (atRisk - events) / atRisk);
        greenwood += (double) events / atRisk / (atRisk - events);
        steps.add(new Step(day.day(), share, limits(share, Math.sqrt(greenwood))));
      }
      atRisk -= events + day.censored();
    }
  }

  /** The curve of a table; causes are not told apart. */
  public static KaplanMeier of(RiskTable table) {
    return new KaplanMeier(table);
  }

  /**
   * The share from a day on.
   *
   * @param day days since the beginning
   * @param share of all people, 1 to 0
   * @param limits null where the share is 0 or 1
   */
  public record Step(int day, double share, Interval limits) {

    private double low() {
      return limits == null ? Double.NaN : limits.low();
    }

    private double high() {
      return limits == null ? Double.NaN : limits.high();
    }
  }

  private static Interval limits(double share, double error) {
    if (share <= 0 || share >= 1) {
      return null;
    }
    double log = Math.log(share);
    double half = Wilson.Z * error / log;
    double centre = Math.log(-log);
    return new Interval(Math.exp(-Math.exp(centre - half)), Math.exp(-Math.exp(centre + half)));
  }

  /** The share at the end of a day. */
  public Step at(int day) {
    Step found = new Step(day, 1, null);
    for (Step step : steps) {
      if (step.day() > day) {
        break;
      }
      found = new Step(day, step.share(), step.limits());
    }
    return found;
  }

  /** The days on which the share falls. */
  public List<Step> steps() {
    return List.copyOf(steps);
  }

  /**
   * The day on which the share falls to a half; where it stays at a half for some days, the middle
   * of these. Empty where more than a half is left at the end.
   */
  public OptionalDouble median() {
    return fallsTo(Step::share);
  }

  /** The lower limit of the median; empty where it is not reached. */
  public OptionalDouble medianLow() {
    return fallsTo(Step::low);
  }

  /** The upper limit of the median; empty where it is not reached. */
  public OptionalDouble medianHigh() {
    return fallsTo(Step::high);
  }

  private OptionalDouble fallsTo(ToDoubleFunction<Step> curve) {
    for (int at = 0; at < steps.size(); at++) {
      double share = curve.applyAsDouble(steps.get(at));
      if (Math.abs(share - HALF) < SAME && at + 1 < steps.size()) {
        return OptionalDouble.of((steps.get(at).day() + steps.get(at + 1).day()) / 2.0);
      }
      if (share < HALF + SAME) {
        return OptionalDouble.of(steps.get(at).day());
      }
    }
    return OptionalDouble.empty();
  }

  /**
   * The mean of days until something happens, where whatever happens after some days counts as
   * these: the area under the curve.
   *
   * @param days how many days are looked at, at least 0
   */
  public double restrictedMean(int days) {
    double area = 0;
    double share = 1;
    int since = 0;
    for (Step step : steps) {
      if (step.day() >= days) {
        break;
      }
      area += share * (step.day() - since);
      share = step.share();
      since = step.day();
    }
    return area + share * (days - since);
  }
}
