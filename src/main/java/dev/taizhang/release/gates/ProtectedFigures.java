package dev.taizhang.release.gates;

import dev.taizhang.disclosure.Figure;
import dev.taizhang.figures.rates.CountedRate;
import dev.taizhang.reference.PublicationPolicy;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a release may never show, whatever its policy says: a policy of one's own may be wrong. */
final class ProtectedFigures {

  // Of fewer somebody may know all but one.
  private static final long FEWEST = 10;
  // Statistics offices compute no rate of fewer; one graduate more moves it by four points.
  private static final long FEWEST_OF_ALL = 23;
  private static final double SAME = 1e-12;

  /** A table of counts, with the columns of part and whole and of the rate of the two. */
  private record Source(PublishedTable table, String part, String rate) {}

  private static final List<Source> TABLES =
      List.of(
          new Source(PublishedTables.PLACEMENT_RATES, "placed", "placement_rate"),
          new Source(PublishedTables.PLACEMENT_TREND, "placed", "placement_rate"),
          new Source(PublishedTables.SCHEME_RATES, "in_group", "group_rate"));

  private ProtectedFigures() {}

  /** Counts of a row that leaves; null where they are withheld. */
  private record Counts(
      String key,
      String group,
      Long graduates,
      Long placed,
      Double rate,
      boolean hasLimits,
      Double low,
      Double high) {

    static Counts of(Source source, Object[] row) {
      PublishedTable table = source.table();
      boolean hasLimits = table.column(source.rate() + "_low").isPresent();
      return new Counts(
          table.name() + "/" + table.keyOf(row),
          (String) table.value(row, "hardship_group"),
          (Long) table.value(row, "graduates"),
          (Long) table.value(row, source.part()),
          (Double) table.value(row, source.rate()),
          hasLimits,
          hasLimits ? (Double) table.value(row, source.rate() + "_low") : null,
          hasLimits ? (Double) table.value(row, source.rate() + "_high") : null);
    }

    boolean hasRate() {
      return rate != null || low != null || high != null;
    }

    /** Whether the rate says no more than the counts beside it. */
    boolean isOfItsCounts() {
      if (graduates == null || placed == null || graduates < 1) {
        return false;
      }
      CountedRate own = CountedRate.of(Math.min(placed, graduates), graduates);
      return isSame(rate, own.rate())
          && (!hasLimits || (isSame(low, own.low()) && isSame(high, own.high())));
    }

    private static boolean isSame(Double found, double expected) {
      return found != null && Math.abs(found - expected) < SAME;
    }

    boolean isSmall(PublicationPolicy policy) {
      if (graduates == null || placed == null) {
        return false;
      }
      if (policy.rounds()) {
        long base = policy.rounding().base();
        return graduates % base != 0 || placed % base != 0;
      }
      if (group.equals(Figure.ALL)) {
        return graduates < FEWEST_OF_ALL;
      }
      return graduates > 0 && (placed < FEWEST || graduates - placed < FEWEST);
    }
  }

  private static Stream<Counts> counts(GateView view) {
    return TABLES.stream()
        .flatMap(
            source ->
                view.draft().rows().of(source.table()).stream().map(row -> Counts.of(source, row)));
  }

  static Optional<Finding> unprotectedRates(GateView view) {
    PublicationPolicy policy = view.draft().request().policy();
    List<String> bad =
        counts(view)
            .filter(Counts::hasRate)
            .filter(
                one -> !one.isOfItsCounts() || (policy.rounds() && one.graduates() < FEWEST_OF_ALL))
            .map(Counts::key)
            .toList();
    if (bad.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Gate.UNPROTECTED_RATES,
            bad.size(),
            "%d rates are of counts that are not protected, or of fewer than 23 graduates whose numbers are rounded, under the policy '%s': %s. A rate with its limits gives numerator and denominator away. What to do: let the policy compute rates from rounded counts and give it a minimum_denominator of 23 or more (publication_policies.csv), or use another with --policy."
                .formatted(bad.size(), policy.name(), Finding.some(bad)),
            "按规则“%s”，有 %d 个比率出自未经保护的人数，或分母取整后不足 23 人，可由比率及其区间推出人数：%s。怎么办：在 publication_policies.csv 中让比率用取整后的数计算，minimum_denominator 不小于 23，或用 --policy 换用其他规则。"
                .formatted(policy.name(), bad.size(), Finding.some(bad))));
  }

  /** Counts by outcome, which are parts of a whole that is shown. */
  private static Stream<String> unroundedOutcomes(GateView view, long base) {
    PublishedTable table = PublishedTables.OUTCOME_COUNTS;
    return view.draft().rows().of(table).stream()
        .filter(row -> table.value(row, "graduates") instanceof Long count && count % base != 0)
        .map(row -> table.name() + "/" + table.keyOf(row));
  }

  static Optional<Finding> smallCounts(GateView view) {
    PublicationPolicy policy = view.draft().request().policy();
    List<String> bad =
        Stream.concat(
                counts(view).filter(one -> one.isSmall(policy)).map(Counts::key),
                unroundedOutcomes(view, policy.rounding().base()))
            .toList();
    if (bad.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            Gate.SMALL_COUNTS,
            bad.size(),
            "%d figures would show fewer than 10 placed or unplaced graduates of a hardship group, or fewer than 23 graduates of all, under the policy '%s': %s. Somebody could be recognised. What to do: give the policy a minimum_count of 10 or more and a minimum_denominator of 23 or more (publication_policies.csv), or use --policy suppress."
                .formatted(bad.size(), policy.name(), Finding.some(bad)),
            "按规则“%s”，有 %d 个指标会显示某困难群体中不足 10 人的已落实或未落实人数，或不足 23 人的全体人数，可能识别到个人：%s。怎么办：在 publication_policies.csv 中把 minimum_count 设为 10 以上、minimum_denominator 设为 23 以上，或用 --policy suppress。"
                .formatted(policy.name(), bad.size(), Finding.some(bad))));
  }
}
