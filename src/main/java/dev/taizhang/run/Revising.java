package dev.taizhang.run;

import dev.taizhang.cells.SliceTotals;
import dev.taizhang.figures.revisions.FigureRevisions;
import dev.taizhang.figures.revisions.FigureRevisions.Candidate;
import dev.taizhang.figures.revisions.FigureRevisions.Known;
import dev.taizhang.figures.revisions.SpokenSlice;
import dev.taizhang.flow.Runner;
import dev.taizhang.tables.AsOf;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.Revisions;
import dev.taizhang.tables.Revisions.Revision;
import dev.taizhang.tables.Slices;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records which figures a run moved, by comparing the tables before it with those after it. A run
 * that is killed between its figures and this record leaves no record.
 */
final class Revising {

  private static final Logger LOGGER = LoggerFactory.getLogger(Revising.class);

  private static final List<Table> COMPARED =
      List.of(Submissions.TABLE, Slices.TABLE, AsOf.TABLE, Cells.BY_MAJOR);

  private final Warehouse warehouse;
  private final Map<Table, Long> versionsBefore;

  private Revising(Warehouse warehouse, Map<Table, Long> versionsBefore) {
    this.warehouse = warehouse;
    this.versionsBefore = versionsBefore;
  }

  /** Remembers the tables as they are before a run changes them. */
  static Revising before(Warehouse warehouse) {
    Map<Table, Long> versions = new HashMap<>();
    COMPARED.forEach(table -> versions.put(table, warehouse.version(table)));
    return new Revising(warehouse, versions);
  }

  /** Records what moved since. Where nothing did, nothing is written. */
  void record(String runId, Instant startedAt) {
    if (!mayHaveMoved()) {
      return;
    }
    Instant start = Instant.now();
    Known before =
        new Known(
            warehouse.records(Submissions.RECORDS, versionsBefore.get(Submissions.TABLE)),
            warehouse.records(Slices.RECORDS, versionsBefore.get(Slices.TABLE)),
            warehouse.records(AsOf.RECORDS, versionsBefore.get(AsOf.TABLE)));
    Known now =
        new Known(
            warehouse.records(Submissions.RECORDS),
            warehouse.records(Slices.RECORDS),
            warehouse.records(AsOf.RECORDS));
    // Most runs move nothing, which the small tables tell: the cells are left alone then.
    List<Candidate> candidates = FigureRevisions.candidates(before, now);
    List<Revision> revisions =
        FigureRevisions.of(
            candidates,
            before,
            now,
            SliceTotals.of(
                warehouse.read(Cells.BY_MAJOR, versionsBefore.get(Cells.BY_MAJOR)),
                slices(candidates, Candidate::before)),
            SliceTotals.of(warehouse.read(Cells.BY_MAJOR), slices(candidates, Candidate::now)),
            runId,
            startedAt);
    if (!revisions.isEmpty()) {
      warehouse.append(Revisions.TABLE, TableRows.of(Revisions.RECORDS, revisions), runId);
    }
    LOGGER.info(
        "{}: {} rows, {} s, version {}",
        Revisions.TABLE.name(),
        revisions.size(),
        Runner.seconds(start),
        warehouse.version(Revisions.TABLE));
  }

  private static Set<SpokenSlice> slices(
      List<Candidate> candidates, Function<Candidate, Optional<SpokenSlice>> slice) {
    return candidates.stream().map(slice).flatMap(Optional::stream).collect(Collectors.toSet());
  }

  /** A table that was only just made had no figures. */
  private boolean mayHaveMoved() {
    return versionsBefore.get(AsOf.TABLE) > 0
        && (hasChanged(AsOf.TABLE) || hasChanged(Cells.BY_MAJOR) || hasChanged(Slices.TABLE));
  }

  private boolean hasChanged(Table table) {
    return warehouse.version(table) != versionsBefore.get(table);
  }
}
