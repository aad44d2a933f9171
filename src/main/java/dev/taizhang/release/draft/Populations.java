package dev.taizhang.release.draft;

import dev.taizhang.disclosure.People;
import dev.taizhang.disclosure.Population;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.PeopleCount;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.ByteOrder;
import dev.taizhang.tables.ReleasePeople.Counted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The people of a release, cohort by cohort. */
final class Populations {

  private static final Comparator<Counted> ORDER =
      Comparator.comparing(Counted::graduationYear)
          .thenComparing(Counted::universityCode, ByteOrder.OF_TEXTS)
          .thenComparing(Counted::disciplineCatalogue, ByteOrder.OF_TEXTS)
          .thenComparing(Counted::disciplineCode, ByteOrder.OF_TEXTS)
          .thenComparing(one -> String.join("|", one.hardshipGroups()), ByteOrder.OF_TEXTS);

  private Populations() {}

  /** The slices that speak. */
  static Set<CountedSlice> slices(List<Speaking> speaking) {
    return speaking.stream()
        .map(
            one -> new CountedSlice(one.universityCode(), one.graduationYear(), one.snapshotDate()))
        .collect(Collectors.toSet());
  }

  /**
   * The people of a release as its table keeps them, in the order of its key.
   *
   * @param counts what the cells of the slices that speak add up to
   */
  static List<Counted> rows(String releaseId, Collection<PeopleCount> counts, Names names) {
    List<Counted> rows = new ArrayList<>();
    counts.forEach(one -> rows.add(row(releaseId, one, names)));
    rows.sort(ORDER);
    return rows;
  }

  private static Counted row(String releaseId, PeopleCount one, Names names) {
    String university = one.slice().universityCode();
    return new Counted(
        releaseId,
        one.slice().graduationYear(),
        university,
        state(one),
        names.provinceOf(university),
        names.prefectureOf(university),
        one.discipline().catalogue(),
        one.discipline().code(),
        one.groups(),
        one.graduates(),
        one.placed());
  }

  /**
   * Equal where two slices say the same of the same people, whichever dates they are of: whoever
   * compares two releases may guess that nothing changed for them, and then has the same unknown
   * twice, also where others of the university changed.
   */
  private static String state(PeopleCount one) {
    return Fingerprint.of(
            one.slice().universityCode(),
            Integer.toString(one.slice().graduationYear()),
            one.discipline().catalogue(),
            one.discipline().code(),
            String.join("|", one.groups()),
            Long.toString(one.graduates()),
            Long.toString(one.placed()))
        .substring(0, 32);
  }

  /** The people of one release by cohort. */
  static Map<Integer, Population> of(LocalDate date, String kind, List<Counted> rows) {
    Map<Integer, List<People>> people = new TreeMap<>();
    for (Counted row : rows) {
      people
          .computeIfAbsent(row.graduationYear(), year -> new ArrayList<>())
          .add(
              new People(
                  row.state(),
                  row.universityCode(),
                  row.provinceCode(),
                  row.prefectureCode(),
                  row.disciplineCatalogue(),
                  row.disciplineCode(),
                  new HashSet<>(row.hardshipGroups()),
                  row.graduates(),
                  row.placed()));
    }
    Map<Integer, Population> populations = new HashMap<>();
    people.forEach((year, ones) -> populations.put(year, new Population(date, kind, year, ones)));
    return new TreeMap<>(populations);
  }
}
