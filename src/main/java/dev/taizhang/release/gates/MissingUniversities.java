package dev.taizhang.release.gates;

import dev.taizhang.reference.ExpectedGraduates;
import dev.taizhang.reference.University;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.ReleasePeople.Counted;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who has not reported lately, by graduates of the newest cohort: of earlier ones universities send
 * no more once nothing changes.
 */
final class MissingUniversities {

  private MissingUniversities() {}

  static Optional<Finding> of(GateView view) {
    Draft draft = view.draft();
    int year = draft.source().cohorts().stream().max(Integer::compareTo).orElseThrow();
    Map<String, Long> graduates = new HashMap<>();
    for (Counted people : draft.people()) {
      if (people.graduationYear() == year) {
        graduates.merge(people.universityCode(), people.graduates(), Long::sum);
      }
    }
    Set<String> covered =
        draft.source().speaking().stream()
            .filter(one -> one.graduationYear() == year && one.covered())
            .map(Speaking::universityCode)
            .collect(Collectors.toSet());
    Map<String, Long> missing = missing(view, year, graduates, covered);
    long there =
        graduates.entrySet().stream()
            .filter(one -> covered.contains(one.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    long all = there + missing.values().stream().mapToLong(Long::longValue).sum();
    double share = all == 0 ? 0 : (double) there / all;
    if (share >= draft.request().minimumCoverage()) {
      return Optional.empty();
    }
    return Optional.of(finding(view, year, share, List.copyOf(missing.keySet())));
  }

  /** Universities of the roster or with a slice that do not cover their graduates, with these. */
  private static Map<String, Long> missing(
      GateView view, int year, Map<String, Long> graduates, Set<String> covered) {
    Set<String> codes = new TreeSet<>(graduates.keySet());
    view.reference().universities().stream().map(University::code).forEach(codes::add);
    codes.removeAll(covered);
    Map<String, Long> expected = new HashMap<>();
    for (ExpectedGraduates one : view.reference().expectedGraduates()) {
      if (one.graduationYear() == year) {
        expected.merge(one.universityCode(), Long.valueOf(one.graduates()), Long::sum);
      }
    }
    // A university of which nobody knows the number counts like the others.
    long usual = (long) graduates.values().stream().mapToLong(Long::longValue).average().orElse(1);
    Map<String, Long> missing = new TreeMap<>();
    for (String code : codes) {
      missing.put(
          code,
          graduates.containsKey(code) ? graduates.get(code) : expected.getOrDefault(code, usual));
    }
    return missing;
  }

  private static Finding finding(GateView view, int year, double share, List<String> codes) {
    Map<String, String> names =
        view.reference().universities().stream()
            .collect(Collectors.toMap(University::code, University::name, (one, last) -> last));
    String some =
        Finding.some(
            codes.stream()
                .map(code -> names.containsKey(code) ? code + " " + names.get(code) : code)
                .toList());
    String reached = Finding.percent(share);
    String wanted = Finding.percent(view.draft().request().minimumCoverage());
    return new Finding(
        Gate.UNIVERSITIES_MISSING,
        "Universities with only %s %% of the graduates of %d have reported within %d days of the date; %s %% are needed. Missing: %s. What to do: have them report and start 'taizhang run'; or give --minimum-coverage; or let it pass with --accept universities_missing --why TEXT."
            .formatted(reached, year, view.thresholds().coveredDays(), wanted, some),
        "截至该日 %d 天内报送的高校只占 %d 届毕业生的 %s%%，要求 %s%%。未报送：%s。怎么办：催报后重新 taizhang run；或用 --minimum-coverage 调整；或用 --accept universities_missing --why 说明理由后放行。"
            .formatted(view.thresholds().coveredDays(), year, reached, wanted, some));
  }
}
