package dev.taizhang.figures.gaps;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutKey;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.SpeakingSlices;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.HardshipGaps;
import dev.taizhang.tables.HardshipGaps.HardshipGap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The gaps of hardship groups: every cut of degree level and province, by both stratifications.
 *
 * @see <a href="../../../../../../docs/definitions.md">definitions.md, "Gaps"</a>
 */
public final class Gaps {

  /** The order in which strata are added up, so that sums have the same digits every time. */
  private static final Comparator<Finest> ORDER =
      Comparator.comparing(Finest::degree)
          .thenComparing(one -> one.field().catalogue())
          .thenComparing(one -> one.field().code())
          .thenComparing(Finest::university);

  private final CutSettings settings;
  private final int none;

  private Gaps(CutSettings settings) {
    this.settings = settings;
    this.none = settings.group(HardshipGroups.NONE);
  }

  /** A stratum of the finest kind. */
  private record Finest(int degree, FieldCode field, String university) {}

  /** The counts of the groups in it, by the number of the group; null where a group has nobody. */
  private record Counted(Finest stratum, List<long[]> byGroup) {}

  /**
   * The finished rows: one for each group with graduates of each cut.
   *
   * @param settings what the counts were made by
   * @param counts all that {@link GapCube} counted
   */
  public static Stream<HardshipGap> of(CutSettings settings, CutCounts counts) {
    Gaps gaps = new Gaps(settings);
    return gaps.byPeriod(counts).entrySet().stream()
        .flatMap(
            period ->
                gaps.ofPeriod(settings.speaking().period(period.getKey()), period.getValue()));
  }

  private Map<Integer, Map<Finest, long[][]>> byPeriod(CutCounts counts) {
    Map<Integer, Map<Finest, long[][]>> periods = new TreeMap<>();
    for (int row = 0; row < counts.size(); row++) {
      CutKey key = counts.key(row);
      Finest stratum =
          new Finest(key.degree(), counts.field(key.field()), counts.place(key.place()));
      periods.computeIfAbsent(key.period(), period -> new TreeMap<>(ORDER))
              .computeIfAbsent(stratum, one -> new long[settings.groups().names().size()][])[
              key.group()] =
          counts.counts(row);
    }
    return periods;
  }

  private Stream<HardshipGap> ofPeriod(SpeakingSlices.Period period, Map<Finest, long[][]> strata) {
    List<Counted> all = new ArrayList<>();
    strata.forEach((stratum, byGroup) -> all.add(new Counted(stratum, Arrays.asList(byGroup))));
    Set<String> degrees = new LinkedHashSet<>(List.of(Dimensions.ALL));
    Set<String> provinces = new LinkedHashSet<>(List.of(Dimensions.ALL));
    for (Counted one : all) {
      degrees.add(CutSettings.degree(one.stratum().degree()));
      provinces.add(province(one));
    }
    return degrees.stream()
        .flatMap(
            degree -> provinces.stream().flatMap(province -> ofCut(period, degree, province, all)));
  }

  private String province(Counted one) {
    return settings.names().provinceOf(one.stratum().university());
  }

  private Stream<HardshipGap> ofCut(
      SpeakingSlices.Period period, String degree, String province, List<Counted> all) {
    List<Counted> strata =
        all.stream()
            .filter(
                one ->
                    degree.equals(Dimensions.ALL)
                        || CutSettings.degree(one.stratum().degree()).equals(degree))
            .filter(one -> province.equals(Dimensions.ALL) || province(one).equals(province))
            .toList();
    List<HardshipGap> gaps = new ArrayList<>();
    for (String group : settings.groups().names()) {
      if (!group.equals(HardshipGroups.ALL) && !group.equals(HardshipGroups.NONE)) {
        for (String stratification :
            List.of(HardshipGaps.CLASS_UNIVERSITY, HardshipGaps.CLASS_TIER)) {
          compared(strata, group, stratification)
              .gap()
              .map(figures -> row(period, degree, province, group, stratification, figures))
              .ifPresent(gaps::add);
        }
      }
    }
    return gaps.stream();
  }

  private ComparedGroup compared(List<Counted> strata, String group, String stratification) {
    int number = settings.group(group);
    boolean byTier = stratification.equals(HardshipGaps.CLASS_TIER);
    ComparedGroup compared = new ComparedGroup();
    for (Counted one : strata) {
      long[] own = one.byGroup().get(number);
      long[] others = one.byGroup().get(none);
      if (own != null || others != null) {
        Finest finest = one.stratum();
        String university = finest.university();
        compared.add(
            List.of(
                CutSettings.degree(finest.degree()),
                finest.field().catalogue(),
                finest.field().code(),
                byTier ? settings.names().tierOf(university) : university),
            university,
            own,
            others);
      }
    }
    return compared;
  }

  private static HardshipGap row(
      SpeakingSlices.Period period,
      String degree,
      String province,
      String group,
      String stratification,
      ComparedGroup.Gap gap) {
    return new HardshipGap(
        period.asOf().date(),
        period.asOf().kind(),
        period.graduationYear(),
        degree,
        province,
        group,
        stratification,
        gap.counts().trials(),
        gap.counts().successes(),
        gap.rate(),
        gap.counts().referenceTrials(),
        gap.counts().referenceSuccesses(),
        gap.referenceRate(),
        gap.crude().value(),
        gap.crude().low(),
        gap.crude().high(),
        gap.adjusted().value(),
        gap.adjusted().low(),
        gap.adjusted().high(),
        gap.clustered().low(),
        gap.clustered().high(),
        gap.odds().value(),
        gap.odds().low(),
        gap.odds().high(),
        gap.chiSquared(),
        gap.standardised(),
        gap.composition(),
        gap.rates(),
        gap.unmatched(),
        gap.strata(),
        gap.strataWithBoth(),
        gap.withoutCounterpart(),
        gap.signTurns(),
        gap.added(),
        gap.dropped());
  }
}
