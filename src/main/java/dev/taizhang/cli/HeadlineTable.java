package dev.taizhang.cli;

import dev.taizhang.answers.Headline;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Prints the headline: percent with two decimals, as the ministry writes rates. */
final class HeadlineTable {

  private static final String[] NAMES = {
    "group", "组别", "graduates", "placed", "rate %", "95 % interval", "gap, points", "95 % interval"
  };

  private HeadlineTable() {}

  static void print(Headline headline, PrintWriter out) {
    out.printf(
        "%nPlacement rates (毕业去向落实率) of the graduates of %d on %s%n%n",
        headline.graduationYear(), headline.asOfDate());
    List<Row> rows = headline.lines().stream().map(HeadlineTable::row).toList();
    Format.TABLE.print(NAMES, rows, out);
    out.printf(
        "%nGroups overlap. Gap: difference from graduates without hardship (none); below"
            + " 0, the group is behind.%nIntervals show the variation of a process, not of a"
            + " sample (docs/definitions.md).%n");
  }

  private static Row row(Headline.Line line) {
    return RowFactory.create(
        line.group(),
        line.name(),
        line.graduates(),
        line.placed(),
        percent(line.rate().value()),
        interval(line.rate()),
        line.gap().map(gap -> percent(gap.value())).orElse(""),
        line.gap().map(HeadlineTable::interval).orElse(""));
  }

  private static String interval(Headline.Estimate estimate) {
    return percent(estimate.low()) + " to " + percent(estimate.high());
  }

  private static String percent(double rate) {
    return BigDecimal.valueOf(rate)
        .movePointRight(2)
        .setScale(2, RoundingMode.HALF_UP)
        .toPlainString();
  }
}
