package dev.taizhang.release.draft;

import dev.taizhang.tables.published.FigureSymbol;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How figures leave the house that no sum of counts gives away: of many people and events, in tens,
 * whole percent and whole days.
 */
final class Coarse {

  // With these a share in whole percent moves by no more than three points with one person.
  private static final long FEWEST_PEOPLE = 30;
  private static final long FEWEST_EVENTS = 10;
  private static final long TEN = 10;
  private static final int DECIMALS_OF_PERCENT = 2;

  private Coarse() {}

  /** Whether enough people had something happen to them, and enough had not. */
  static boolean isEnough(long people, long events) {
    return people >= FEWEST_PEOPLE && events >= FEWEST_EVENTS && people - events >= FEWEST_EVENTS;
  }

  /** Whether there are enough people for their number to be told. */
  static boolean areEnough(long people) {
    return people >= FEWEST_PEOPLE;
  }

  /** A number of people in tens, half up. */
  static void tens(PublishedRow row, String figure, long people, boolean isShown) {
    if (!isShown) {
      row.withhold(figure);
      return;
    }
    long rounded = (people + TEN / 2) / TEN * TEN;
    row.show(figure, rounded, people > 0 && rounded == 0 ? FigureSymbol.LOW : null);
  }

  /** A share or a difference of shares in whole percent, half up. */
  static void percent(PublishedRow row, String figure, Double share, boolean isShown) {
    if (!isShown) {
      row.withhold(figure);
    } else if (share == null) {
      row.without(figure);
    } else {
      double rounded = rounded(share, DECIMALS_OF_PERCENT);
      row.show(figure, rounded, share != 0 && rounded == 0 ? FigureSymbol.LOW : null);
    }
  }

  /** A time in whole days, half up. */
  static void days(PublishedRow row, String figure, Double days, boolean isShown) {
    if (!isShown) {
      row.withhold(figure);
    } else if (days == null) {
      row.without(figure);
    } else {
      row.show(figure, rounded(days, 0));
    }
  }

  private static double rounded(double value, int decimals) {
    // Never a negative zero, which would be written otherwise than zero.
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).doubleValue() + 0.0;
  }
}
