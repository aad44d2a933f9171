package dev.taizhang.figures.gaps;

import dev.taizhang.figures.FieldCode;
import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.figures.rates.CutCounts;
import dev.taizhang.figures.rates.CutKey;
import dev.taizhang.figures.rates.CutSettings;
import dev.taizhang.figures.rates.SpeakingSlices;
import dev.taizhang.tables.Dimensions;
import dev.taizhang.tables.HardshipGaps;
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
 * The groups that are compared: each of every cut of degree level and province, stratum by stratum.
 */
final class ComparedCuts {

  /** The order in which strata are added up, so that sums have the same digits every time. */
  private static final Comparator<Finest> ORDER =
      Comparator.comparing(Finest::degree)
          .thenComparing(one -> one.field().catalogue())
          .thenComparing(one -> one.field().code())
          .thenComparing(Finest::university);

  private final CutSettings settings;
  private final List<String> stratifications;
  private final int none;

  private ComparedCuts(CutSettings settings, List<String> stratifications) {
    this.settings = settings;
    this.stratifications = stratifications;
    this.none = settings.group(HardshipGroups.NONE);
  }

  /**
   * A group of a cut.
   *
   * @param period date and cohort
   * @param degree level of the degree, or all
   * @param province province of the universities, or all
   * @param group the hardship group
   * @param stratification what those who are compared have in common
   * @param compared the group beside those without hardship
   */
  record One(
      SpeakingSlices.Period period,
      String degree,
      String province,
      String group,
      String stratification,
      ComparedGroup compared) {}

  /** A stratum of the finest kind. */
  private record Finest(int degree, FieldCode field, String university) {}

  /** The counts of the groups in it, by the number of the group; null where a group has nobody. */
  private record Counted(Finest stratum, List<long[]> byGroup) {}

  /**
   * All groups of all cuts.
   *
   * @param settings what the counts were made by
   * @param counts all that {@link GapCube} counted
   * @param stratifications those that are wanted
   */
  static Stream<One> of(CutSettings settings, CutCounts counts, List<String> stratifications) {
    ComparedCuts cuts = new ComparedCuts(settings, stratifications);
    return cuts.byPeriod(counts).entrySet().stream()
        .flatMap(
            period ->
                cuts.ofPeriod(settings.speaking().period(period.getKey()), period.getValue()));
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

  private Stream<One> ofPeriod(SpeakingSlices.Period period, Map<Finest, long[][]> strata) {
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

  private Stream<One> ofCut(
      SpeakingSlices.Period period, String degree, String province, List<Counted> all) {
    List<Counted> strata =
        all.stream()
            .filter(
                one ->
                    degree.equals(Dimensions.ALL)
                        || CutSettings.degree(one.stratum().degree()).equals(degree))
            .filter(one -> province.equals(Dimensions.ALL) || province(one).equals(province))
            .toList();
    return settings.groups().names().stream()
        .filter(group -> !group.equals(HardshipGroups.ALL) && !group.equals(HardshipGroups.NONE))
        .flatMap(
            group ->
                stratifications.stream()
                    .map(
                        by ->
                            new One(
                                period, degree, province, group, by, compared(strata, group, by))));
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
        compared.add(
            new ComparedGroup.Place(
                CutSettings.degree(finest.degree()),
                finest.field(),
                byTier ? settings.names().tierOf(finest.university()) : finest.university()),
            finest.university(),
            own,
            others);
      }
    }
    return compared;
  }
}
