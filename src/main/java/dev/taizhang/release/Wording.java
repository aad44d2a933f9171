package dev.taizhang.release;

import dev.taizhang.publish.edition.Label;
import dev.taizhang.publish.edition.Shown;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How numbers and dates stand in sentences. Shares are rounded as in every cell of an edition. */
public final class Wording {

  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private Wording() {}

  /** A share in percent with two decimals, without the sign. */
  public static String percent(double share) {
    return rounded(share).movePointRight(2).toPlainString();
  }

  /** How large a difference of shares is in points, without its direction. */
  public static String points(double difference) {
    return rounded(difference).abs().movePointRight(2).toPlainString();
  }

  /** A difference of shares in points, with the sign of a negative one. */
  public static String signedPoints(double difference) {
    return percent(difference).replace('-', '\u2212');
  }

  /** Below 0, 0 or above it, as it is shown. */
  public static int direction(double difference) {
    return rounded(difference).signum();
  }

  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  public static Label date(LocalDate date) {
    return new Label(CHINESE.format(date), ENGLISH.format(date));
  }

  private static BigDecimal rounded(double share) {
    return (BigDecimal) Shown.share(share).value();
  }
}
