package dev.taizhang.release.record;

import dev.taizhang.figures.Names;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Field;
import dev.taizhang.tables.published.PublishedColumn;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which figures moved since the release before of the same date, and why. A value that is withheld
 * in one of the two stands in neither place: before and now are both told, or none.
 */
final class Changes {

  private final Set<Object> dates;
  private final Set<String> changedSlices;
  private final Names names;

  private Changes(Set<Object> dates, Set<String> changedSlices, Names names) {
    this.dates = dates;
    this.changedSlices = changedSlices;
    this.names = names;
  }

  /**
   * The rows that changed.
   *
   * @param speaking which slices speak now
   * @param spokeBefore by cohort and university, as {@link #slice} tells it, the date of the slice
   *     that spoke in the release before
   */
  static List<Change> of(
      PublishedRows before,
      PublishedRows now,
      List<Speaking> speaking,
      Map<String, String> spokeBefore,
      Names names) {
    Set<Object> dates = speaking.stream().map(Speaking::asOfDate).collect(Collectors.toSet());
    Map<String, String> speaks = new HashMap<>();
    speaking.forEach(
        one ->
            speaks.put(
                slice(one.graduationYear(), one.universityCode()), one.snapshotDate().toString()));
    Set<String> slices = new HashSet<>(speaks.keySet());
    slices.addAll(spokeBefore.keySet());
    slices.removeIf(one -> Objects.equals(speaks.get(one), spokeBefore.get(one)));
    Changes changes = new Changes(dates, slices, names);
    List<Change> all = new ArrayList<>();
    for (PublishedTable table : PublishedTables.ALL) {
      all.addAll(changes.of(table, before.of(table), now.of(table)));
    }
    return all;
  }

  /** Names the slice of a university's cohort. */
  static String slice(int graduationYear, String universityCode) {
    return graduationYear + "/" + universityCode;
  }

  private List<Change> of(PublishedTable table, List<Object[]> before, List<Object[]> now) {
    if (table.figures().isEmpty()) {
      return List.of();
    }
    Map<String, Object[]> then = new TreeMap<>();
    before.forEach(row -> then.put(table.keyOf(row), row));
    Map<String, Object[]> today = new TreeMap<>();
    now.forEach(row -> today.put(table.keyOf(row), row));
    Set<String> keys = new java.util.TreeSet<>(then.keySet());
    keys.addAll(today.keySet());
    return keys.stream().flatMap(key -> change(table, then.get(key), today.get(key))).toList();
  }

  private java.util.stream.Stream<Change> change(
      PublishedTable table, Object[] before, Object[] now) {
    Map<String, List<Object>> moved = new LinkedHashMap<>();
    boolean withheld = false;
    boolean shown = false;
    for (PublishedColumn figure : table.figures()) {
      Object then = before == null ? null : table.value(before, figure.name());
      Object today = now == null ? null : table.value(now, figure.name());
      if (!Objects.equals(then, today) || hasOtherSymbol(table, before, now, figure)) {
        boolean both = then != null && today != null;
        withheld |= then != null && today == null;
        shown |= then == null && today != null;
        moved.put(figure.name(), both ? List.of(then, today) : Arrays.asList(null, null));
      }
    }
    if (moved.isEmpty()) {
      return java.util.stream.Stream.empty();
    }
    Object[] row = now == null ? before : now;
    return java.util.stream.Stream.of(
        new Change(table.name(), key(table, row), moved, why(table, before, now, withheld, shown)));
  }

  private static boolean hasOtherSymbol(
      PublishedTable table, Object[] before, Object[] now, PublishedColumn figure) {
    String symbol = PublishedTable.symbolOf(figure.name());
    return before != null
        && now != null
        && !Objects.equals(table.value(before, symbol), table.value(now, symbol));
  }

  private Change.Why why(
      PublishedTable table, Object[] before, Object[] now, boolean withheld, boolean shown) {
    boolean newSlice = hasNewSlice(table, now == null ? before : now);
    if (before == null || now == null) {
      return newSlice ? Change.Why.NEW_SLICE : Change.Why.PLANNED_OTHERWISE;
    }
    if (withheld != shown) {
      return withheld ? Change.Why.NEWLY_WITHHELD : Change.Why.NEWLY_SHOWN;
    }
    return newSlice ? Change.Why.NEW_SLICE : Change.Why.REVISED;
  }

  /**
   * Whether another slice speaks for a university that the row is of. Of earlier weeks nobody
   * knows: other slices speak there than at the date of the release.
   */
  private boolean hasNewSlice(PublishedTable table, Object[] row) {
    if (!dates.contains(table.value(row, "as_of_date"))) {
      return false;
    }
    String year = String.valueOf(table.value(row, "graduation_year"));
    return changedSlices.stream()
        .filter(slice -> slice.startsWith(year + "/"))
        .map(slice -> slice.substring(year.length() + 1))
        .anyMatch(university -> isOf(table, row, university));
  }

  private boolean isOf(PublishedTable table, Object[] row, String university) {
    String own = text(table, row, "university_code");
    if (!own.isEmpty() && !own.equals("all")) {
      return own.equals(university);
    }
    String region = text(table, row, "region_code") + text(table, row, "province_code");
    return region.isEmpty()
        || region.startsWith("all")
        || region.equals(names.provinceOf(university))
        || region.equals(names.prefectureOf(university));
  }

  private static String text(PublishedTable table, Object[] row, String column) {
    return table.column(column).isPresent() ? String.valueOf(table.value(row, column)) : "";
  }

  private static Map<String, String> key(PublishedTable table, Object[] row) {
    Map<String, String> key = new LinkedHashMap<>();
    for (Field field : table.table().key().subList(1, table.table().key().size())) {
      key.put(field.name(), String.valueOf(table.value(row, field.name())));
    }
    return key;
  }
}
