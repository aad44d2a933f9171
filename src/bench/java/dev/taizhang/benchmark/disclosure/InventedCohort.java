package dev.taizhang.benchmark.disclosure;

import dev.taizhang.disclosure.People;
import dev.taizhang.disclosure.Population;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * A cohort of a province that there is not: about 1,000 graduates for each university, a quarter of
 * them with hardship, in some thirty combinations of groups. The same for the same numbers.
 */
public final class InventedCohort {

  private static final LocalDate DATE = LocalDate.of(2025, 8, 31);
  private static final int YEAR = 2025;

  /** Groups of a combination, and how many of ten thousand graduates are in it. */
  private record Combination(Set<String> groups, int share) {}

  private static final List<Combination> COMBINATIONS =
      List.of(
          combination(7350, "none"),
          combination(150, "unknown"),
          combination(260, "employment_difficulty_only|employment_difficulty"),
          economic(900, ""),
          economic(260, "poverty_alleviated"),
          economic(180, "subsistence_allowance|key_group"),
          economic(120, "subsistence_marginal"),
          economic(80, "other_low_income"),
          economic(60, "poverty_relapse_monitored|unstable_out_of_poverty|key_group"),
          economic(50, "poverty_relapse_monitored|marginal_poverty_risk|key_group"),
          economic(40, "poverty_relapse_monitored|sudden_severe_hardship|key_group"),
          economic(40, "rigid_expenditure"),
          economic(40, "child_of_disabled"),
          economic(30, "extreme_poverty_support"),
          economic(25, "orphan"),
          economic(20, "unsupported_child"),
          economic(20, "zero_employment_family|key_group"),
          economic(5, "martyr_child"),
          combination(90, "any|disabled|key_group"),
          combination(20, "any|long_term_unemployed"),
          economic(60, "employment_difficulty|double_difficulty"),
          economic(40, "employment_difficulty|double_difficulty|poverty_alleviated"),
          economic(35, "employment_difficulty|double_difficulty|subsistence_allowance|key_group"),
          economic(25, "disabled|key_group"),
          economic(20, "disabled|subsistence_allowance|key_group"),
          economic(15, "employment_difficulty|double_difficulty|disabled|key_group"),
          economic(20, "poverty_alleviated|child_of_disabled"),
          economic(15, "orphan|subsistence_allowance|key_group"),
          economic(15, "zero_employment_family|subsistence_allowance|key_group"),
          economic(15, "employment_difficulty|double_difficulty|zero_employment_family|key_group"));

  private InventedCohort() {}

  /** A cohort. */
  public static Population of(int universities, int prefectures, int disciplines, long seed) {
    Random random = new Random(seed);
    List<People> people = new ArrayList<>();
    for (int university = 0; university < universities; university++) {
      addUniversity(university, prefecture(university, prefectures), disciplines, random, people);
    }
    return new Population(DATE, "official", YEAR, people);
  }

  /** A third of the universities are in the capital. */
  private static int prefecture(int university, int prefectures) {
    return university % 3 == 0 ? 0 : university % prefectures;
  }

  private static void addUniversity(
      int university, int prefecture, int disciplines, Random random, List<People> people) {
    long size = Math.round(850 * Math.exp(0.6 * random.nextGaussian()));
    double rate = 0.78 + 0.16 * random.nextDouble();
    double hardship = 0.6 + 0.8 * random.nextDouble();
    int offered = Math.min(disciplines, 3 + random.nextInt(10));
    int first = random.nextInt(disciplines);
    Map<List<Integer>, long[]> counts = new TreeMap<>(InventedCohort::compare);
    for (long graduate = 0; graduate < size; graduate++) {
      int step = (int) (offered * random.nextDouble() * random.nextDouble());
      int discipline = (first + step * 3) % disciplines;
      int combination = drawn(random, hardship);
      long[] count = counts.computeIfAbsent(List.of(discipline, combination), key -> new long[2]);
      count[0]++;
      if (random.nextDouble() < rate - (combination == 0 ? 0 : 0.04)) {
        count[1]++;
      }
    }
    String code = Integer.toString(10001 + university);
    counts.forEach(
        (key, count) ->
            people.add(
                new People(
                    "%s %s %d %d".formatted(code, key, count[0], count[1]),
                    code,
                    "510000",
                    Integer.toString(510100 + 100 * prefecture),
                    "academic",
                    "%02d".formatted(key.get(0) + 1),
                    COMBINATIONS.get(key.get(1)).groups(),
                    count[0],
                    count[1])));
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    int byFirst = one.get(0).compareTo(other.get(0));
    return byFirst != 0 ? byFirst : one.get(1).compareTo(other.get(1));
  }

  private static int drawn(Random random, double hardship) {
    int rest = random.nextInt(10_000);
    if (random.nextDouble() > hardship) {
      return 0;
    }
    for (int combination = 0; combination < COMBINATIONS.size(); combination++) {
      rest -= COMBINATIONS.get(combination).share();
      if (rest < 0) {
        return combination;
      }
    }
    return 0;
  }

  private static Combination economic(int share, String more) {
    return combination(share, "any|economic_difficulty" + (more.isEmpty() ? "" : "|" + more));
  }

  private static Combination combination(int share, String groups) {
    return new Combination(Set.copyOf(Arrays.asList(groups.split("\\|"))), share);
  }
}
