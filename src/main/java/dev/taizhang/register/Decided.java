package dev.taizhang.register;

import static java.util.stream.Collectors.toSet;

import dev.taizhang.config.AsOfRequest;
import dev.taizhang.flow.Fingerprint;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.warehouse.TableRows;
import dev.taizhang.warehouse.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What people decide, as rows of {@link Decisions}. */
public final class Decided {

  private Decided() {}

  /**
   * The decision that a request makes; empty where it was made before. On an official date the
   * window asked for last counts, and a request without one changes nothing once there is one.
   *
   * @param known the decisions so far
   */
  static Optional<Decision> newly(AsOfRequest request, Collection<Decision> known, Instant now) {
    if (request.kind() == AsOfRequest.Kind.OFFICIAL) {
      return official(request, known, now);
    }
    // A plain date has the identity that it had before there were other kinds.
    String id =
        request
            .date()
            .map(date -> Fingerprint.of(Decisions.AS_OF, date.toString()))
            .orElseGet(() -> Fingerprint.of(Decisions.AS_OF, request.kind().id()));
    boolean isKnown = known.stream().anyMatch(one -> one.decisionId().equals(id));
    return isKnown ? Optional.empty() : Optional.of(asOf(id, request, now));
  }

  private static Optional<Decision> official(
      AsOfRequest request, Collection<Decision> known, Instant now) {
    LocalDate date = request.date().orElseThrow();
    Optional<Decision> last =
        known.stream()
            .filter(one -> one.kind().equals(Decisions.AS_OF))
            .filter(one -> Decisions.OFFICIAL.equals(one.asOfKind()))
            .filter(one -> date.equals(one.asOfDate()))
            .max(Decision.BY_TIME);
    Integer window = request.windowDays().orElse(null);
    boolean asBefore =
        last.isPresent() && (window == null || Objects.equals(window, last.get().windowDays()));
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

  private static Decision asOf(String id, AsOfRequest request, Instant now) {
    return Decision.asOf(
        id,
        request.date().orElse(null),
        request.kind().id(),
        request.windowDays().orElse(null),
        now);
  }

  /** The submissions that people decided on, as a whole or a cohort of them. */
  static Set<String> files(Collection<Decision> decisions) {
    return ofFiles(decisions).stream().map(Decision::submissionId).collect(toSet());
  }

  /**
   * The submissions that were retracted as a whole, with no cohort of them accepted after that.
   * Which cohorts of the others count is decided by what was decided last of each.
   */
  public static Set<String> retracted(Collection<Decision> decisions) {
    Set<String> retracted = new HashSet<>();
    for (Decision decision : ofFiles(decisions)) {
      if (decision.kind().equals(Decisions.ACCEPT)) {
        retracted.remove(decision.submissionId());
      } else if (decision.graduationYear() == null) {
        retracted.add(decision.submissionId());
      }
    }
    return retracted;
  }

  /** What people decided of files, in the order in which they did. */
  private static List<Decision> ofFiles(Collection<Decision> decisions) {
    return decisions.stream().filter(Decision::isOfFile).sorted(Decision.BY_TIME).toList();
  }

  /** Stamp of the decisions that figures depend on: a lock keeps figures and moves none. */
  static String stamp(Collection<Decision> decisions) {
    return Fingerprint.of(
        decisions.stream()
            .filter(one -> !one.isLock())
            .map(Decision::decisionId)
            .toArray(String[]::new));
  }

  /** Adds a decision to those of a warehouse. */
  public static void append(Warehouse warehouse, Decision decision) {
    warehouse.append(
        Decisions.TABLE, TableRows.of(Decisions.RECORDS, List.of(decision)), "decision");
  }
}
