package dev.taizhang.release.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taizhang.figures.Names;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.InventedProvince;
import dev.taizhang.release.draft.InventedProvince.Part;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Changes of a symbol alone, and of weeks before the date of the release. */
class ChangedSymbolsTest {

  private static final ReferenceData REFERENCE = ReferenceData.load(Optional.empty());
  private static final Part FIRST = new Part("90001", Set.of("none"), 120, 80);
  private static final Part BEFORE = new Part("90001", Set.of("none"), 118, 70);

  private static InventedProvince province(Part weekBefore) {
    return InventedProvince.of(REFERENCE, FIRST).after(weekBefore);
  }

  private static List<Change> changes(
      PublishedRows before, PublishedRows now, Map<String, String> spokeBefore) {
    List<Speaking> speaking = province(BEFORE).draft("default", "suppress").source().speaking();
    return Changes.of(before, now, speaking, spokeBefore, Names.of(REFERENCE));
  }

  @Test
  void figureThatHasAnotherSymbolMoved() {
    PublishedTable table = PublishedTables.PLACEMENT_RATES;
    PublishedRows before = province(BEFORE).draft("default", "suppress").rows();
    Map<PublishedTable, List<Object[]>> rows = new HashMap<>(before.byTable());
    Object[] changed = rows.get(table).get(0).clone();
    changed[table.table().structType().fieldIndex("placement_rate_symbol")] = "u";
    rows.put(table, List.<Object[]>of(changed));
    List<Change> changes =
        changes(
            new PublishedRows(Map.of(table, List.<Object[]>of(before.of(table).get(0)))),
            new PublishedRows(Map.of(table, rows.get(table))),
            Map.of("2025/90001", "2025-08-30"));
    assertEquals(1, changes.size());
    assertEquals(Set.of("placement_rate"), changes.get(0).figures().keySet());
    assertEquals(Change.Why.REVISED, changes.get(0).why());
  }

  @Test
  void anotherSliceAtTheDateExplainsNothingOfEarlierWeeks() {
    PublishedRows before =
        province(new Part("90001", Set.of("none"), 118, 69)).draft("default", "suppress").rows();
    PublishedRows now = province(BEFORE).draft("default", "suppress").rows();
    List<Change> changes = changes(before, now, Map.of("2025/90001", "2025-08-23"));
    assertEquals(
        Set.of("2025-08-24 REVISED"),
        changes.stream()
            .map(one -> one.key().get("as_of_date") + " " + one.why())
            .collect(java.util.stream.Collectors.toSet()));
  }
}
