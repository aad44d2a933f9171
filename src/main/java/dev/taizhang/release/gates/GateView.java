package dev.taizhang.release.gates;

import dev.taizhang.config.Thresholds;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.tables.published.PublishedTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What gates look at.
 *
 * @param draft the release on its way
 * @param tables the tables that leave, with their registered columns
 * @param columns the columns that tables are found to have, by the table's name
 * @param broken what the marts were found to break
 * @param before the rows of the release before of the same date; empty for the first
 * @param reference the roster
 * @param thresholds from when on a slice covers nobody
 */
public record GateView(
    Draft draft,
    List<PublishedTable> tables,
    Map<String, List<String>> columns,
    List<String> broken,
    Optional<PublishedRows> before,
    ReferenceData reference,
    Thresholds thresholds) {

  public GateView {
    tables = List.copyOf(tables);
    columns = Map.copyOf(columns);
    broken = List.copyOf(broken);
  }
}
