package dev.taizhang.release.audit;

import static dev.taizhang.release.audit.CutPlace.text;

import dev.taizhang.attack.DerivedFigures.Derived;
import dev.taizhang.attack.PrintedRow;
import dev.taizhang.attack.PublishedFigure;
import dev.taizhang.attack.Scope;
import dev.taizhang.release.record.Manifest;
import dev.taizhang.tables.ReleasePeople;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.Releases.Release;
import dev.taizhang.tables.published.ColumnRule;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads what a release says, cohort by cohort, from its own rows. */
final class Statements {

  private static final PublishedTable RATES = PublishedTables.PLACEMENT_RATES;

  // Rates are printed as they were computed; so many decimals of a double are surely right.
  private static final int DECIMALS = 9;

  private final Release release;
  private final Printed printed;
  private final Map<Integer, List<Counted>> people;
  private final Map<Integer, Scope> scopes = new HashMap<>();
  private final Map<PublishedTable, List<Object[]>> rows = new HashMap<>();

  private Statements(Release release, List<Counted> people) {
    this.release = release;
    this.printed = Printed.of(Manifest.read(release.manifest()).rounding());
    this.people = people.stream().collect(Collectors.groupingBy(Counted::graduationYear));
    this.people.forEach((year, some) -> scopes.put(year, scope(year, some)));
  }

  /** What a release says of each cohort. */
  static Map<Integer, Statement> of(Warehouse warehouse, Release release) {
    String id = release.releaseId();
    Statements statements =
        new Statements(
            release, warehouse.records(ReleasePeople.RECORDS, one -> one.releaseId().equals(id)));
    for (PublishedTable table :
        List.of(
            RATES,
            PublishedTables.PLACEMENT_TREND,
            PublishedTables.OUTCOME_COUNTS,
            PublishedTables.SCHEME_RATES,
            PublishedTables.HARDSHIP_GAPS,
            PublishedTables.TIME_TO_PLACEMENT)) {
      statements.rows.put(
          table,
          warehouse.exists(table.table())
              ? warehouse.values(table.table(), row -> row[0].equals(id))
              : List.of());
    }
    Map<Integer, Statement> all = new TreeMap<>();
    statements.people.keySet().forEach(year -> all.put(year, statements.of(year)));
    return all;
  }

  private Scope scope(int year, List<Counted> some) {
    return new Scope(
        release.releaseId(),
        release.asOfDate(),
        release.asOfKind(),
        year,
        some.stream().map(Counted::state).collect(Collectors.toSet()));
  }

  private Statement of(int year) {
    List<PublishedFigure> figures = new ArrayList<>();
    List<PrintedRow> printedRows = new ArrayList<>();
    List<Derived> derived = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    Map<CutPlace, Map<String, PublishedFigure>> byPlace = new HashMap<>();
    List<Object[]> rates = ofGroups(RATES, year);
    for (Object[] row : rates) {
      CutPlace.of(RATES, row)
          .ifPresentOrElse(
              place -> {
                PublishedFigure figure = figure(year, place, row);
                byPlace.computeIfAbsent(place, key -> new HashMap<>()).put(figure.group(), figure);
                figures.add(figure);
                printedRows.add(printedRow(figure, row));
              },
              () -> unread.add(RATES.name() + " " + RATES.keyOf(row)));
    }
    for (Object[] row : rates) {
      CutPlace.of(RATES, row)
          .ifPresent(place -> derived.addAll(besides(row, place, byPlace.get(place))));
    }
    for (PublishedTable table :
        List.of(
            PublishedTables.PLACEMENT_TREND,
            PublishedTables.OUTCOME_COUNTS,
            PublishedTables.SCHEME_RATES)) {
      // These leave the house for everybody together; a figure of a group tells of its parts.
      ofGroups(table, year).stream()
          .filter(row -> isAnyShown(table, row))
          .forEach(row -> unread.add(table.name() + " " + table.keyOf(row)));
    }
    List<PublishedFigure> told =
        new CoarseShares(scopes.get(year), people.get(year), byPlace)
            .said(
                ofGroups(PublishedTables.HARDSHIP_GAPS, year),
                ofGroups(PublishedTables.TIME_TO_PLACEMENT, year));
    return new Statement(
        scopes.get(year), people.get(year), figures, told, printedRows, derived, unread);
  }

  private List<Object[]> ofGroups(PublishedTable table, int year) {
    return rows.get(table).stream()
        .filter(row -> table.value(row, "graduation_year").equals(year))
        .filter(row -> !text(table, row, "hardship_group").equals(PublishedFigure.ALL))
        .toList();
  }

  private PublishedFigure figure(int year, CutPlace place, Object[] row) {
    Long graduates = (Long) RATES.value(row, "graduates");
    Long placed = (Long) RATES.value(row, "placed");
    return new PublishedFigure(
        scopes.get(year),
        place.level(),
        place.code(),
        text(RATES, row, "hardship_group"),
        graduates == null || !printed.isExact() ? OptionalLong.empty() : OptionalLong.of(graduates),
        printed.lowest(placed),
        printed.highest(placed));
  }

  private static PrintedRow printedRow(PublishedFigure figure, Object[] row) {
    return new PrintedRow(
        figure,
        count(row, "placed"),
        count(row, "graduates"),
        share(row, "placement_rate"),
        share(row, "placement_rate_low"),
        share(row, "placement_rate_high"),
        DECIMALS);
  }

  private static OptionalLong count(Object[] row, String column) {
    Long value = (Long) RATES.value(row, column);
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalDouble share(Object[] row, String column) {
    Double value = (Double) RATES.value(row, column);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** What stands beside a figure and is computed from it and others. */
  private static List<Derived> besides(
      Object[] row, CutPlace place, Map<String, PublishedFigure> figures) {
    PublishedFigure own = figures.get(text(RATES, row, "hardship_group"));
    List<PublishedFigure> both = new ArrayList<>(List.of(own));
    PublishedFigure none = figures.get("none");
    if (none != null) {
      both.add(none);
    }
    return List.of(
        new Derived("gap of " + place.inWords(), isAnyShown(row, ColumnRule.GAP), both),
        new Derived(
            "parts of " + place.inWords(), isAnyShown(row, ColumnRule.PART_OF_ALL), List.of(own)));
  }

  private static boolean isAnyShown(Object[] row, ColumnRule rule) {
    return RATES.columns().stream()
        .filter(column -> column.rule() == rule)
        .anyMatch(column -> RATES.value(row, column.name()) != null);
  }

  private static boolean isAnyShown(PublishedTable table, Object[] row) {
    return table.figures().stream()
        .map(PublishedColumn::name)
        .anyMatch(name -> table.value(row, name) != null);
  }
}
