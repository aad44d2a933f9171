package dev.taizhang.release.draft;

import dev.taizhang.config.Thresholds;
import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.figures.Names;
import dev.taizhang.figures.rates.CountedSlice;
import dev.taizhang.figures.rates.PeopleCount;
import dev.taizhang.reference.ReferenceData;
import dev.taizhang.tables.AsOf.Speaking;
import dev.taizhang.tables.Cells;
import dev.taizhang.tables.ReleasePeople.Counted;
import dev.taizhang.tables.published.PublishedTables;
import dev.taizhang.warehouse.Warehouse;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes the rows of a release of the tables of a warehouse, and writes nothing. */
public final class Drafting {

  private final Warehouse warehouse;
  private final ReferenceData reference;
  private final Thresholds thresholds;
  private final Protector protector;

  public Drafting(
      Warehouse warehouse, ReferenceData reference, Thresholds thresholds, Protector protector) {
    this.warehouse = warehouse;
    this.reference = reference;
    this.thresholds = thresholds;
    this.protector = protector;
  }

  /**
   * Whether there is anything to make rows of.
   *
   * @throws InvalidUsage when there are no figures of the date that is asked for
   */
  public void requireFigures(ReleaseRequest request) {
    ReleaseDate.of(request.asOf(), DraftSource.speaking(warehouse));
  }

  /**
   * Makes the rows.
   *
   * @param givenOut releases that were ever given out
   * @param isTaken whether a release has an id
   * @param counted adds cells of slices up
   */
  public Draft draft(
      ReleaseRequest request,
      List<GivenOut> givenOut,
      Predicate<String> isTaken,
      BiFunction<Dataset<Row>, Set<CountedSlice>, Collection<PeopleCount>> counted) {
    List<Speaking> all = DraftSource.speaking(warehouse);
    ReleaseDate date = ReleaseDate.of(request.asOf(), all);
    int number = 1;
    while (isTaken.test(date.releaseId(number))) {
      number++;
    }
    String releaseId = date.releaseId(number);
    DraftSource source =
        DraftSource.read(
            warehouse, date, all, givenOut.stream().map(one -> one.release().asOfDate()).toList());
    List<Counted> people =
        Populations.rows(
            releaseId,
            counted.apply(warehouse.read(Cells.BY_MAJOR), Populations.slices(source.speaking())),
            Names.of(reference));
    Roster.requireThatOfTheRun(date, source.rates(), people);
    Draft draft =
        Draft.of(
            releaseId,
            request,
            date,
            source,
            people,
            Earliers.of(warehouse, givenOut, request.policy()),
            protector,
            reference,
            thresholds);
    if (draft.rows().of(PublishedTables.PLACEMENT_RATES).isEmpty()) {
      throw UnplannedDate.of(request.plan(), date);
    }
    return draft;
  }
}
