package dev.taizhang.publish.pages;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.publish.pages.InventedCounts.Cell;
import dev.taizhang.statistics.Interval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Rates, gaps and their course over the weeks of an invented edition. */
final class InventedFigures {

  private static final int YEAR = 52;
  private static final int LAST = InventedCounts.WEEKS - 1;
  private static final Set<String> COURSE = Set.of("all", "none", "any", "key_group");

  private static final List<String> ALL_COUNTS =
      Stream.of(
              Stream.of("graduates", "placed"),
              Tally.COUNTED.stream(),
              Stream.of("stale_graduates"))
          .flatMap(names -> names)
          .toList();
  private static final List<String> SOME_COUNTS =
      List.of(
          "graduates", "placed", "awaiting", "not_seeking", "outcome_unknown", "stale_graduates");
  private static final List<String> TWO_COUNTS = List.of("graduates", "placed");
  private static final List<String> RATE =
      List.of("placement_rate", "placement_rate_low", "placement_rate_high");
  private static final List<String> HIGHEST = List.of("placement_rate_highest");
  private static final List<String> GAP =
      List.of("reference_rate", "rate_gap", "rate_gap_low", "rate_gap_high");

  private final InventedEdition edition;
  private final InventedCounts counts;

  InventedFigures(InventedEdition edition, InventedCounts counts) {
    this.edition = edition;
    this.counts = counts;
  }

  List<EditionTable> tables(List<String> universities) {
    List<EditionTable> tables = new ArrayList<>();
    tables.add(
        figures(
            "groups",
            List.of("as_of_date", "as_of_kind", "degree_level"),
            ALL_COUNTS,
            true,
            cell -> List.of("newest", "plain", "all"),
            cell -> List.of("newest", "plain", cell.major().level())));
    tables.add(
        figures(
            "regions",
            List.of("as_of_date", "region_role", "region_level", "region_code", "region_name"),
            SOME_COUNTS,
            false,
            cell -> region("university", "province", "510000"),
            cell -> region("university", "prefecture", cell.universityPrefecture()),
            cell -> region("origin", "province", province(cell.originPrefecture())),
            cell -> region("origin", "prefecture", cell.originPrefecture())));
    tables.add(majors("majors", "", cell -> true));
    tables.add(
        figures(
            "universities",
            List.of("as_of_date", "university_code"),
            ALL_COUNTS,
            true,
            cell -> List.of("newest", cell.university())));
    tables.add(course("all", true, cell -> true));
    for (String code : universities) {
      tables.add(majors("university/" + code, "all", cell -> cell.university().equals(code)));
      tables.add(course("university/" + code, false, cell -> cell.university().equals(code)));
    }
    return tables;
  }

  private List<String> region(String role, String level, String code) {
    return List.of("newest", role, level, code, edition.name().apply("地区" + code));
  }

  private static String province(String prefecture) {
    return prefecture.substring(0, 2) + "0000";
  }

  /** Levels of the field of study, and those of the degree where they are asked for. */
  private EditionTable majors(String part, String whole, Function<Cell, Boolean> wanted) {
    List<Function<Cell, List<String>>> cuts = new ArrayList<>();
    if (!whole.isEmpty()) {
      cuts.add(cell -> List.of("newest", "all", "all", "all", "all", "all"));
      cuts.add(cell -> List.of("newest", cell.major().level(), "all", "all", "all", "all"));
    }
    cuts.add(cell -> major("discipline", "academic", cell.major().discipline()));
    cuts.add(cell -> major("class", "undergraduate", cell.major().majorClass()));
    cuts.add(cell -> major("major", "undergraduate", cell.major().code()));
    List<Function<Cell, List<String>>> ofThese = new ArrayList<>();
    for (Function<Cell, List<String>> cut : cuts) {
      ofThese.add(cell -> wanted.apply(cell) ? cut.apply(cell) : List.of());
    }
    return figures(
        part,
        List.of(
            "as_of_date",
            "degree_level",
            "major_level",
            "major_catalogue",
            "major_code",
            "major_name"),
        SOME_COUNTS,
        false,
        ofThese);
  }

  private List<String> major(String level, String catalogue, String code) {
    return List.of("newest", "all", level, catalogue, code, edition.name().apply("专业" + code));
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // Handed on as a list, and written to by nobody.
  private final EditionTable figures(
      String part,
      List<String> dimensions,
      List<String> counted,
      boolean highest,
      Function<Cell, List<String>>... cuts) {
    return figures(part, dimensions, counted, highest, List.of(cuts));
  }

  private EditionTable figures(
      String part,
      List<String> dimensions,
      List<String> counted,
      boolean highest,
      List<Function<Cell, List<String>>> cuts) {
    Map<List<String>, Tally> tallies = new LinkedHashMap<>();
    cuts.forEach(cut -> tallies.putAll(counts.by(LAST, cut)));
    return table("placement_rates", part, dimensions, counted, highest, Map.of(LAST, tallies));
  }

  private EditionTable course(String part, boolean levels, Function<Cell, Boolean> wanted) {
    Map<Integer, Map<List<String>, Tally>> weeks = new LinkedHashMap<>();
    for (int week = 0; week < InventedCounts.WEEKS; week++) {
      Map<List<String>, Tally> tallies = new LinkedHashMap<>();
      tallies.putAll(
          counts.by(week, cell -> wanted.apply(cell) ? List.of("week", "all") : List.of()));
      if (levels) {
        tallies.putAll(counts.by(week, cell -> List.of("week", cell.major().level())));
      } else {
        tallies.keySet().removeIf(key -> !COURSE.contains(key.get(0)));
      }
      weeks.put(week, tallies);
      weeks.put(week - YEAR, ofOlderCohorts(tallies));
    }
    return table(
        "placement_trend", part, List.of("as_of_date", "degree_level"), TWO_COUNTS, false, weeks);
  }

  /** Those of older cohorts, who were as far a year before. */
  private Map<List<String>, Tally> ofOlderCohorts(Map<List<String>, Tally> tallies) {
    String newest = String.valueOf(edition.years().get(0));
    Map<List<String>, Tally> older = new LinkedHashMap<>(tallies);
    older.keySet().removeIf(key -> key.get(1).equals(newest));
    return older;
  }

  /** The rows of the cuts of some weeks; the first dimension is the date. */
  private EditionTable table(
      String id,
      String part,
      List<String> dimensions,
      List<String> counted,
      boolean highest,
      Map<Integer, Map<List<String>, Tally>> weeks) {
    List<String> measures =
        Stream.of(counted, RATE, highest ? HIGHEST : List.<String>of(), GAP)
            .flatMap(List::stream)
            .toList();
    InventedTable table =
        new InventedTable(
            id,
            part,
            Stream.of(List.of("hardship_group", "graduation_year"), dimensions, measures)
                .flatMap(List::stream)
                .toList());
    weeks.forEach(
        (week, tallies) ->
            tallies.forEach(
                (key, tally) -> {
                  Tally reference = reference(key, tallies);
                  Stream<Shown> cells =
                      Stream.concat(
                          dimensions(key, week),
                          measures.stream().map(measure -> measure(measure, tally, reference)));
                  table.add(cells);
                }));
    return table.table();
  }

  private static Stream<Shown> dimensions(List<String> key, int week) {
    return Stream.concat(
        Stream.of(
            Shown.of(key.get(0)),
            Shown.of(Long.parseLong(key.get(1))),
            Shown.of(InventedEdition.date(week))),
        key.subList(3, key.size()).stream().map(Shown::of));
  }

  /** Those without hardship in the same cut; null for them and for all. */
  private static Tally reference(List<String> key, Map<List<String>, Tally> tallies) {
    if (List.of("all", "none").contains(key.get(0))) {
      return null;
    }
    List<String> none = new ArrayList<>(key);
    none.set(0, "none");
    return tallies.get(none);
  }

  private Shown measure(String name, Tally tally, Tally reference) {
    if (!edition.shows(tally)) {
      return Shown.withheld(Symbol.CONFIDENTIAL);
    }
    Shown shown = value(name, tally, reference);
    boolean share = name.startsWith("placement_rate") || name.startsWith("rate_gap");
    boolean few = tally.graduates() < Symbol.RELIABLE_GRADUATES;
    return share && few && shown.value() != null ? shown.marked(Symbol.UNRELIABLE) : shown;
  }

  private static Shown value(String name, Tally tally, Tally reference) {
    Interval interval = tally.interval();
    return switch (name) {
      case "placement_rate" -> Shown.share(tally.rate());
      case "placement_rate_low" -> Shown.share(interval.low());
      case "placement_rate_high" -> Shown.share(interval.high());
      case "placement_rate_highest" ->
          Shown.share(
              (double) (tally.placed() + tally.count("outcome_unknown")) / tally.graduates());
      case "reference_rate" -> Shown.share(reference == null ? null : (Double) reference.rate());
      case "rate_gap" ->
          Shown.share(reference == null ? null : (Double) (tally.rate() - reference.rate()));
      case "rate_gap_low" ->
          Shown.share(reference == null ? null : (Double) tally.gapInterval(reference).low());
      case "rate_gap_high" ->
          Shown.share(reference == null ? null : (Double) tally.gapInterval(reference).high());
      default -> Shown.of(tally.count(name));
    };
  }
}
