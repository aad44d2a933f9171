package dev.taizhang.register;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Field;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;

/** What people decide, as rows of {@link Decisions}. */
public final class Decided {

  private static final Set<String> KINDS_OF_FILES = Set.of(Decisions.ACCEPT, Decisions.RETRACT);

  private Decided() {}

  /**
   * The decision that a request makes; empty where it was made before. On an official date the
   * window asked for last counts, and a request without one changes nothing once there is one.
   *
   * @param known the decisions so far
   */
  static Optional<Map<Field, Object>> newly(
      AsOfRequest request, Collection<Row> known, Instant now) {
    if (request.kind() == AsOfRequest.Kind.OFFICIAL) {
      return official(request, known, now);
    }
    // A plain date has the identity that it had before there were other kinds.
    String id =
        request
            .date()
            .map(date -> Fingerprint.of(Decisions.AS_OF, date.toString()))
            .orElseGet(() -> Fingerprint.of(Decisions.AS_OF, request.kind().id()));
    boolean isKnown =
        known.stream().anyMatch(row -> row.getAs(Decisions.DECISION_ID.name()).equals(id));
    return isKnown ? Optional.empty() : Optional.of(asOf(id, request, now));
  }

  private static Optional<Map<Field, Object>> official(
      AsOfRequest request, Collection<Row> known, Instant now) {
    LocalDate date = request.date().orElseThrow();
    Optional<Row> last =
        known.stream()
            .filter(row -> row.getAs(Decisions.KIND.name()).equals(Decisions.AS_OF))
            .filter(row -> Decisions.OFFICIAL.equals(row.getAs(Decisions.AS_OF_KIND.name())))
            .filter(row -> date.equals(row.getAs(Decisions.AS_OF_DATE.name())))
            .max(Comparator.comparing(row -> row.<Instant>getAs(Decisions.DECIDED_AT.name())));
    Integer window = request.windowDays().orElse(null);
    boolean asBefore =
        last.isPresent()
            && (window == null
                || Objects.equals(window, last.get().getAs(Decisions.WINDOW_DAYS.name())));
    if (asBefore) {
      return Optional.empty();
    }
    String id =
        Fingerprint.of(
            Decisions.AS_OF,
            request.kind().id(),
            date.toString(),
            String.valueOf(window),
            now.toString());
    return Optional.of(asOf(id, request, now));
  }

  /** The submissions that people decided on, as a whole or a cohort of them. */
  static Set<String> files(Collection<Row> decisions) {
    return ofFiles(decisions).stream()
        .map(row -> row.<String>getAs(Decisions.SUBMISSION_ID.name()))
        .collect(Collectors.toSet());
  }

  /**
   * The submissions that were retracted as a whole, with no cohort of them accepted after that.
   * Which cohorts of the others count is decided by what was decided last of each.
   */
  public static Set<String> retracted(Collection<Row> decisions) {
    Set<String> retracted = new HashSet<>();
    for (Row row : ofFiles(decisions)) {
      String id = row.getAs(Decisions.SUBMISSION_ID.name());
      boolean whole = row.isNullAt(row.fieldIndex(Decisions.GRADUATION_YEAR.name()));
      if (row.<String>getAs(Decisions.KIND.name()).equals(Decisions.ACCEPT)) {
        retracted.remove(id);
      } else if (whole) {
        retracted.add(id);
      }
    }
    return retracted;
  }

  /** What people decided of files, in the order in which they did. */
  private static List<Row> ofFiles(Collection<Row> decisions) {
    return decisions.stream()
        .filter(row -> KINDS_OF_FILES.contains(row.<String>getAs(Decisions.KIND.name())))
        .sorted(
            Comparator.comparing((Row row) -> row.<Instant>getAs(Decisions.DECIDED_AT.name()))
                .thenComparing(row -> row.<String>getAs(Decisions.DECISION_ID.name())))
        .toList();
  }

  /** A decision as a row. */
  public static Row row(Map<Field, Object> decision) {
    return new GenericRowWithSchema(
        Decisions.TABLE.fields().stream().map(decision::get).toArray(),
        Decisions.TABLE.structType());
  }

  /** Adds a decision to those of a warehouse. */
  public static void append(SparkSession spark, Warehouse warehouse, Map<Field, Object> decision) {
    warehouse.append(
        Decisions.TABLE,
        spark.createDataFrame(List.of(row(decision)), Decisions.TABLE.structType()).coalesce(1),
        "decision");
  }

  private static Map<Field, Object> asOf(String id, AsOfRequest request, Instant now) {
    Map<Field, Object> decision = new HashMap<>();
    decision.put(Decisions.DECISION_ID, id);
    decision.put(Decisions.KIND, Decisions.AS_OF);
    decision.put(Decisions.AS_OF_DATE, request.date().orElse(null));
    decision.put(Decisions.AS_OF_KIND, request.kind().id());
    decision.put(Decisions.WINDOW_DAYS, request.windowDays().orElse(null));
    decision.put(Decisions.DECIDED_AT, now);
    return decision;
  }
}
