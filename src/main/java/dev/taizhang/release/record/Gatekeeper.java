package dev.taizhang.release.record;

import static java.util.stream.Collectors.joining;

import dev.taizhang.errors.BrokenContract;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.release.draft.Draft;
import dev.taizhang.release.draft.PublishedRows;
import dev.taizhang.release.gates.Finding;
import dev.taizhang.release.gates.GateView;
import dev.taizhang.release.gates.Gates;
import dev.taizhang.tables.Table;
import dev.taizhang.tables.published.PublishedTable;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows the gates what they look at, and stops a draft where one is closed. */
final class Gatekeeper {

  private final Warehouse warehouse;
  private final Releasing.Settings settings;

  Gatekeeper(Warehouse warehouse, Releasing.Settings settings) {
    this.warehouse = warehouse;
    this.settings = settings;
  }

  /**
   * Asks every gate; what somebody accepted of it passes, anything else stops the release.
   *
   * @param brokenTables what the tables that the release is made from break
   */
  List<Finding> pass(Draft draft, List<String> brokenTables, Optional<PublishedRows> before) {
    List<String> broken = new ArrayList<>(draft.contradictions());
    broken.addAll(brokenTables);
    List<Finding> findings =
        Gates.findings(
            new GateView(
                draft,
                PublishedTables.ALL,
                columns(),
                broken,
                before,
                settings.reference(),
                settings.thresholds()));
    List<Finding> closed =
        findings.stream()
            .filter(one -> !draft.request().accepted().contains(one.gate().code()))
            .toList();
    if (!closed.isEmpty()) {
      throw new BrokenContract(
          "No release was made and nothing was written, since %d of the gates before it %s closed (发布前有 %d 道关口未通过，未写入任何内容):%n%s"
              .formatted(
                  closed.size(),
                  closed.size() == 1 ? "is" : "are",
                  closed.size(),
                  closed.stream().map(Finding::described).collect(joining("%n".formatted()))));
    }
    return findings;
  }

  /** The columns that tables have, whatever the contract says. */
  private Map<String, List<String>> columns() {
    Map<String, List<String>> columns = new HashMap<>();
    for (PublishedTable table : PublishedTables.ALL) {
      Stream.of(table.table(), table.mart())
          .filter(one -> !columns.containsKey(one.name()))
          .filter(this::isStored)
          .forEach(
              one ->
                  columns.put(
                      one.name(), Arrays.asList(warehouse.read(one).schema().fieldNames())));
    }
    return columns;
  }

  private boolean isStored(Table table) {
    return Pipeline.tables().contains(table) && warehouse.exists(table);
  }
}
