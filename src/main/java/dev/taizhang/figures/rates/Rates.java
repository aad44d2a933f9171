package dev.taizhang.figures.rates;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the published rates mean: counts of cuts with rates, intervals and the gap to group {@code
 * none} of the same cut, and with their names.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md</a>
 */
public final class Rates {

  private final List<Cut> cuts;
  private final CutSettings settings;
  private final MajorNaming majors;
  private final CutCounts counts;
  private final int none;

  private Rates(List<Cut> cuts, CutSettings settings, MajorNaming majors, CutCounts counts) {
    this.cuts = cuts;
    this.settings = settings;
    this.majors = majors;
    this.counts = counts;
    this.none = settings.group(HardshipGroups.NONE);
  }

  /**
   * The finished rows: one for each cut with graduates.
   *
   * @param cuts what the counts are of
   * @param settings what the counts were made by
   * @param majors names of majors besides those of the reference data
   * @param counts counts with all groups of each of their cuts
   */
  public static Stream<PlacementRate> of(
      List<Cut> cuts, CutSettings settings, MajorNaming majors, CutCounts counts) {
    Rates rates = new Rates(cuts, settings, majors, counts);
    return IntStream.range(0, counts.size())
        .filter(row -> Count.graduates(counts.counts(row), 0) > 0)
        .mapToObj(rates::rate);
  }

  /**
   * The placement rate (毕业去向落实率), 0 to 1: placed graduates of all graduates.
   *
   * @param graduates at least 1
   */
  static double placementRate(long placed, long graduates) {
    return (double) placed / graduates;
  }

  private PlacementRate rate(int row) {
    CutKey key = counts.key(row);
    Cut cut = cuts.get(key.cut());
    SpeakingSlices.Period period = settings.speaking().period(key.period());
    String group = settings.group(key.group());
    FieldCode field = counts.field(key.field());
    String place = counts.place(key.place());
    String region = cut.byUniversity() ? Dimensions.ALL : place;
    String university = cut.byUniversity() ? place : Dimensions.ALL;
    long[] own = counts.counts(row);
    long placed = Count.placed(own, 0);
    long graduates = Count.graduates(own, 0);
    CountedRate rate = CountedRate.of(placed, graduates);
    Gap gap = gap(row, group, rate);
    return new PlacementRate(
        period.asOf().date(),
        period.asOf().kind(),
        period.graduationYear(),
        CutSettings.degree(key.degree()),
        cut.region().role(),
        cut.region().level(),
        region,
        settings.names().region(region).orElse(null),
        cut.major().level(),
        field.catalogue(),
        field.code(),
        settings.names().field(field).or(() -> majors.of(period.asOf(), field)).orElse(null),
        university,
        settings.names().university(university).orElse(null),
        group,
        graduates,
        placed,
        own[Count.CONTRACT.position()],
        own[Count.OTHER_EMPLOYMENT.position()],
        own[Count.SELF_EMPLOYED.position()],
        own[Count.FREELANCE.position()],
        own[Count.DOMESTIC_STUDY.position()],
        own[Count.ABROAD.position()],
        own[Count.AWAITING.position()],
        own[Count.NOT_SEEKING.position()],
        own[Count.OUTCOME_UNKNOWN.position()],
        rate.rate(),
        rate.low(),
        rate.high(),
        gap.reference(),
        gap.difference(),
        gap.low(),
        gap.high(),
        own[Count.STALE_GRADUATES.position()]);
  }

  /** A rate beside that of group none; all of it null where there is nothing to compare with. */
  private record Gap(Double reference, Double difference, Double low, Double high) {

    static final Gap NOTHING = new Gap(null, null, null, null);
  }

  private Gap gap(int row, String group, CountedRate own) {
    int reference = counts.inGroup(row, none);
    if (group.equals(HardshipGroups.ALL) || group.equals(HardshipGroups.NONE) || reference < 0) {
      return Gap.NOTHING;
    }
    long[] others = counts.counts(reference);
    long placedOthers = Count.placed(others, 0);
    long allOthers = Count.graduates(others, 0);
    if (allOthers == 0) {
      return Gap.NOTHING;
    }
    CountedRate rate = CountedRate.of(placedOthers, allOthers);
    CountedRate.Gap gap = own.gapTo(rate);
    return new Gap(rate.rate(), gap.difference(), gap.low(), gap.high());
  }
}
