package dev.taizhang.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The shares of people to whom each of several causes has happened first, by Aalen and Johansen:
 * whoever met one cause cannot meet another. With the share of {@link KaplanMeier} they add up to
 * 1.
 *
 * @see <a href="https://www.jstor.org/stable/4615704">Aalen and Johansen 1978, Scand. J. Stat.
 *     5:141-150</a>
 */
public final class AalenJohansen {

  private final int causes;
  private final List<Step> steps = new ArrayList<>();

  private AalenJohansen(RiskTable table) {
    this.causes = table.causes();
    double[] shares = new double[causes];
    long atRisk = table.people();
    double left = 1;
    for (RiskTable.Day day : table.days()) {
      long events = day.all();
      if (events > 0) {
        List<Double> now = new ArrayList<>();
        for (int cause = 0; cause < causes; cause++) {
          shares[cause] += left * day.events().get(cause) / atRisk;
          now.add(shares[cause]);
        }
        left = events == atRisk ? 0 : left * ((double) (atRisk - events) / atRisk);
        steps.add(new Step(day.day(), List.copyOf(now)));
      }
      atRisk -= events + day.censored();
    }
  }

  /** The curves of a table. */
  public static AalenJohansen of(RiskTable table) {
    return new AalenJohansen(table);
  }

  /**
   * The shares from a day on.
   *
   * @param day days since the beginning
   * @param shares by cause, of all people
   */
  public record Step(int day, List<Double> shares) {}

  /** The shares at the end of a day, by cause. */
  public List<Double> at(int day) {
    List<Double> found = Collections.nCopies(causes, 0.0);
    for (Step step : steps) {
      if (step.day() > day) {
        break;
      }
      found = step.shares();
    }
    return found;
  }
}
