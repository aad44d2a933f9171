package dev.taizhang.synthetic;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dev.taizhang.reference.Division;
import dev.taizhang.reference.ReferenceData;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where universities, graduates and employers are: Henan, and the rest of the country. */
final class Places {

  static final String PROVINCE = "410000";
  static final String CAPITAL = "410100";
  private static final double LOCAL_SHARE = 0.82;

  /** Prefectures: how many universities, how many graduates come from there, how fast they are. */
  private record Prefecture(String code, double universities, double origins, double pace) {}

  private static final List<Prefecture> PREFECTURES =
      List.of(
          new Prefecture("410100", 45, 9.0, 1.15),
          new Prefecture("410200", 6, 4.8, 0.97),
          new Prefecture("410300", 7, 7.0, 1.07),
          new Prefecture("410400", 4, 5.0, 0.96),
          new Prefecture("410500", 4, 5.5, 0.98),
          new Prefecture("410600", 1, 1.6, 1.02),
          new Prefecture("410700", 8, 6.2, 1.02),
          new Prefecture("410800", 4, 3.6, 1.05),
          new Prefecture("410900", 2, 3.8, 0.95),
          new Prefecture("411000", 3, 4.4, 1.04),
          new Prefecture("411100", 2, 2.4, 1.00),
          new Prefecture("411200", 1, 2.0, 0.98),
          new Prefecture("411300", 5, 9.7, 0.92),
          new Prefecture("411400", 4, 7.8, 0.90),
          new Prefecture("411500", 4, 6.2, 0.92),
          new Prefecture("411600", 3, 9.0, 0.86),
          new Prefecture("411700", 2, 7.0, 0.87),
          new Prefecture("419000", 1, 0.8, 1.05));

  // Where the graduates of other provinces come from: the neighbours first.
  private static final Map<String, Double> OTHER_PROVINCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("13", 14.0),
              Map.entry("14", 11.0),
              Map.entry("37", 12.0),
              Map.entry("34", 11.0),
              Map.entry("42", 9.0),
              Map.entry("61", 7.0),
              Map.entry("62", 6.0),
              Map.entry("32", 5.0),
              Map.entry("43", 4.0),
              Map.entry("36", 4.0),
              Map.entry("51", 4.0),
              Map.entry("52", 3.0),
              Map.entry("45", 3.0),
              Map.entry("65", 3.0),
              Map.entry("33", 2.0),
              Map.entry("44", 2.0)));
  private static final double PACE_ELSEWHERE = 1.0;

  /** The coastal places that graduates of inland provinces go to. */
  private static final List<String> COAST =
      List.of("330100", "320500", "440300", "440100", "320100", "330200", "370200", "350200");

  private final Map<String, List<Division>> countiesByPrefecture;
  private final Map<String, List<Division>> countiesByProvince;
  private final Map<String, String> names;
  private final Weighted<String> universityPlaces = new Weighted<>();
  private final Weighted<String> localOrigins = new Weighted<>();
  private final Weighted<String> otherProvinces = new Weighted<>();
  private final Map<String, Double> pace = new TreeMap<>();
  private final Map<String, String> fullNames = new HashMap<>();

  Places(ReferenceData reference) {
    List<Division> counties =
        reference.divisions().stream().filter(place -> !place.code().endsWith("00")).toList();
    countiesByPrefecture =
        counties.stream()
            .collect(groupingBy(place -> prefecture(place.code()), TreeMap::new, toList()));
    countiesByProvince =
        counties.stream()
            .collect(groupingBy(place -> place.code().substring(0, 2), TreeMap::new, toList()));
    names =
        reference.divisions().stream()
            .collect(toMap(Division::code, Division::name, (first, last) -> last, HashMap::new));
    for (Prefecture place : PREFECTURES) {
      universityPlaces.add(place.code(), place.universities());
      localOrigins.add(place.code(), place.origins());
      pace.put(place.code(), place.pace());
    }
    OTHER_PROVINCES.forEach(otherProvinces::add);
    counties.forEach(county -> fullNames.put(county.code(), composed(county.code())));
  }

  private String composed(String code) {
    String province = names.get(province(code));
    String prefecture = names.get(prefecture(code));
    String above = prefecture.startsWith(province) ? province : province + prefecture;
    return above + names.get(code);
  }

  /** The prefecture that a county belongs to. */
  static String prefecture(String county) {
    return county.substring(0, 4) + "00";
  }

  static String province(String county) {
    return county.substring(0, 2) + "0000";
  }

  /** The prefecture of a university; the first one is in the provincial capital. */
  String ofUniversity(int index, Draw draw) {
    return index == 0 ? CAPITAL : universityPlaces.pick(draw);
  }

  /** The county that a graduate comes from. */
  String origin(Draw draw) {
    Draw which = draw.at(Purpose.ORIGIN_COUNTY);
    Draw where = draw.at(Purpose.ORIGIN_PREFECTURE);
    List<Division> counties =
        where.chance(LOCAL_SHARE)
            ? countiesByPrefecture.get(localOrigins.pick(where.at(1)))
            : countiesByProvince.get(otherProvinces.pick(where.at(1)));
    return which.pick(counties).code();
  }

  /** Name of a division. */
  String name(String code) {
    return names.get(code);
  }

  /** Name of a county with the names of the divisions above it, as far as they tell more. */
  String fullName(String county) {
    return fullNames.get(county);
  }

  /** Whether a county is rather a rural one. */
  boolean isRural(String county) {
    return names.get(county).endsWith("县") || names.get(county).endsWith("旗");
  }

  /** How fast graduates from a place are placed, as a multiple of the usual hazard. */
  double pace(String county) {
    return pace.getOrDefault(prefecture(county), PACE_ELSEWHERE);
  }

  /** Where a graduate finds work: at home, in the capital, on the coast, or near the university. */
  String ofEmployer(String origin, String university, Draw draw) {
    double mark = draw.unit();
    if (mark < 0.27) {
      return prefecture(origin);
    }
    if (mark < 0.55) {
      return CAPITAL;
    }
    return mark < 0.85 ? draw.at(1).pick(COAST) : university;
  }
}
