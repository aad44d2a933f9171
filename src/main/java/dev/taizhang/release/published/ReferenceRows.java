package dev.taizhang.release.published;

import dev.taizhang.figures.HardshipGroups;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.publish.edition.Symbol;
import dev.taizhang.tables.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How many graduates without hardship are shown beside each rate that gaps are measured from. */
final class ReferenceRows {

  private static final String GROUP = "hardship_group";
  private static final String GRADUATES = "graduates";

  private final Map<String, Long> graduates = new HashMap<>();

  ReferenceRows(List<ReleasedRow> rows) {
    rows.stream()
        .filter(row -> row.hardshipGroup().equals(HardshipGroups.NONE))
        .filter(row -> row.isShown(GRADUATES))
        .forEach(row -> graduates.put(cut(row), row.count(GRADUATES)));
  }

  private static String cut(ReleasedRow row) {
    return row.table().table().key().stream()
        .map(Field::name)
        .filter(column -> !column.equals(GROUP))
        .map(row::text)
        .collect(Collectors.joining("/"));
  }

  /** A gap, marked where either of its groups is small. */
  Shown marked(ReleasedRow row, Shown gap) {
    if (gap.value() == null || !row.isShown(GRADUATES)) {
      return gap;
    }
    long fewer = Math.min(row.count(GRADUATES), graduates.getOrDefault(cut(row), 0L));
    return fewer < Symbol.RELIABLE_GRADUATES ? gap.marked(Symbol.UNRELIABLE) : gap;
  }
}
