package dev.taizhang.decisions;

import dev.taizhang.errors.InvalidUsage;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.Pipeline;
import dev.taizhang.marts.LockedRates;
import dev.taizhang.register.Decided;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.Lock;
import dev.taizhang.tables.LockedFigures;
import dev.taizhang.tables.PlacementRates;
import dev.taizhang.tables.Table;
import dev.taizhang.warehouse.Opening;
import dev.taizhang.warehouse.Warehouse;
import dev.taizhang.warehouse.WriterLock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Locks the official figures of a date: keeps them as they are known now.
 *
 * <p>The figures are written first and the decision last: only with it the lock counts. A lock that
 * was interrupted in between counts for nothing, and the next one takes its rows away.
 */
public final class Locking {

  private static final Set<Table> NEEDED =
      Set.of(Decisions.TABLE, Lock.TABLE, LockedFigures.TABLE, PlacementRates.TABLE);

  private final Warehouse warehouse;
  private final LocalDate date;
  private final String why;

  private Locking(Warehouse warehouse, LocalDate date, String why) {
    this.warehouse = warehouse;
    this.date = date;
    this.why = why;
  }

  /**
   * What a lock did.
   *
   * @param figures figures locked
   * @param since when the date was locked before; empty for the first time
   * @param moved figures that differ from those of the lock before; 0 for the first time
   */
  public record Report(long figures, Optional<Instant> since, long moved) {}

  /**
   * Locks the official figures of a date.
   *
   * @param location folder of the warehouse
   * @param why the reason
   * @throws InvalidUsage when the date has no official figures, or none has moved since its last
   *     lock
   * @throws dev.taizhang.errors.WarehouseBusy when a run holds the warehouse
   */
  public static Report lock(SparkSession spark, String location, LocalDate date, String why) {
    Warehouse warehouse = Opening.toDecide(spark, location, Pipeline.tables(), NEEDED::contains);
    // Every table is there once a run of this release has been.
    if (!NEEDED.stream().allMatch(warehouse::exists)) {
      throw nothingToLock(date);
    }
    try (WriterLock lock = WriterLock.take(spark, warehouse, "lock-" + UUID.randomUUID())) {
      return new Locking(warehouse.heldBy(lock), date, why).carryOut();
    }
  }

  private Report carryOut() {
    Dataset<Row> official = LockedRates.official(warehouse.read(PlacementRates.TABLE), date);
    long figures = official.count();
    if (figures == 0) {
      throw nothingToLock(date);
    }
    Optional<Instant> last = lastLock();
    long moved = last.map(at -> moved(official, at)).orElse(0L);
    if (last.isPresent() && moved == 0) {
      throw new InvalidUsage(
          "The official figures of %s were locked at %s and have not moved since; nothing was written. What to do: nothing; they are in marts.official_figures."
              .formatted(date, last.get()));
    }
    // A timestamp in a table has microseconds.
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    warehouse.replaceWhere(
        LockedFigures.TABLE,
        LockedRates.locked(official, now, why),
        "as_of_date = DATE '%s' AND locked_at > TIMESTAMP '%s'"
            .formatted(date, last.orElse(Instant.EPOCH)),
        "lock");
    Decided.append(
        warehouse,
        Decision.lock(
            Fingerprint.of(Decisions.LOCK, date.toString(), now.toString()), date, why, now));
    return new Report(figures, last, moved);
  }

  private static InvalidUsage nothingToLock(LocalDate date) {
    return new InvalidUsage(
        "There are no official figures for %s; nothing was locked. What to do: make them first with 'taizhang run ... --as-of official:%s'; a university counts if it has a slice within the window of that date."
            .formatted(date, date));
  }

  private Optional<Instant> lastLock() {
    return warehouse.records(Decisions.RECORDS).stream()
        .filter(one -> one.isLock() && date.equals(one.asOfDate()))
        .map(Decision::decidedAt)
        .max(Instant::compareTo);
  }

  private long moved(Dataset<Row> official, Instant lockedAt) {
    Dataset<Row> locked =
        LockedRates.official(warehouse.read(LockedFigures.TABLE), date)
            .filter(LockedFigures.LOCKED_AT.column().equalTo(lockedAt));
    return LockedRates.moved(locked, official).count();
  }
}
