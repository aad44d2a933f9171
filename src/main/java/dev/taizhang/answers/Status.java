package dev.taizhang.answers;

import static java.util.Comparator.comparing;

import dev.taizhang.tables.ByteOrder;
import dev.taizhang.tables.Reporting;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import dev.taizhang.warehouse.Warehouse;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who reported: when last, how far behind the newest date, how many rows, and whether in time. */
public final class Status {

  private static final Comparator<Submission> NEWEST_LAST =
      comparing(Submission::snapshotDate).thenComparing(Submission.BY_ARRIVAL);

  // Those of which nobody says that they are late come after those that are.
  private static final Comparator<University> LATE_FIRST =
      comparing(University::isLate)
          .reversed()
          .thenComparing(comparing(University::daysBehind).reversed())
          .thenComparing(University::universityCode, ByteOrder.OF_TEXTS);

  private Status() {}

  /**
   * A university that reported.
   *
   * @param universityName null, as all of its reporting, where the newest week has nothing of it
   * @param lastSnapshot date of its newest ledger
   * @param daysBehind days from there to the newest ledger of any university
   * @param onTime whether that is within its cadence
   * @param ageDays days since its newest slice that counts
   * @param submissions how many ledgers were accepted
   * @param lastRows rows of the newest one
   * @param lastQuarantined of these in quarantine
   * @param lastFlagged of these accepted with a flag
   * @param expectedGraduates as the roster has them
   * @param coverageShare rows that count by those
   */
  public record University(
      String universityCode,
      String universityName,
      LocalDate lastSnapshot,
      int daysBehind,
      Boolean onTime,
      Integer ageDays,
      long submissions,
      Long lastRows,
      Long lastQuarantined,
      Long lastFlagged,
      Long expectedGraduates,
      Double coverageShare) {

    private boolean isLate() {
      return Boolean.FALSE.equals(onTime);
    }
  }

  /** The universities of which a ledger was accepted; the late ones come first. */
  public static List<University> universities(Warehouse warehouse) {
    Map<String, List<Submission>> ledgers =
        warehouse.records(Submissions.RECORDS).stream()
            .filter(one -> one.isAccepted() && one.isLedger())
            .collect(Collectors.groupingBy(Submission::universityCode));
    Optional<LocalDate> newest =
        ledgers.values().stream()
            .flatMap(List::stream)
            .map(Submission::snapshotDate)
            .max(Comparator.naturalOrder());
    Map<String, Reporting.Week> weeks = newestWeek(warehouse);
    List<University> universities = new ArrayList<>();
    ledgers.forEach(
        (code, own) ->
            universities.add(
                university(own, newest.orElseThrow(), Optional.ofNullable(weeks.get(code)))));
    universities.sort(LATE_FIRST);
    return universities;
  }

  private static University university(
      List<Submission> own, LocalDate newest, Optional<Reporting.Week> week) {
    Submission last = own.stream().max(NEWEST_LAST).orElseThrow();
    return new University(
        last.universityCode(),
        week.map(Reporting.Week::universityName).orElse(null),
        last.snapshotDate(),
        Math.toIntExact(ChronoUnit.DAYS.between(last.snapshotDate(), newest)),
        week.map(Reporting.Week::onTime).orElse(null),
        week.map(Reporting.Week::ageDays).orElse(null),
        own.size(),
        last.rowCount(),
        last.quarantinedCount(),
        last.flaggedCount(),
        week.map(Reporting.Week::expectedGraduates).orElse(null),
        week.map(Reporting.Week::coverageShare).orElse(null));
  }

  /** The reporting of the newest week, by university. */
  private static Map<String, Reporting.Week> newestWeek(Warehouse warehouse) {
    List<Reporting.Week> weeks =
        warehouse.exists(Reporting.TABLE) ? warehouse.records(Reporting.RECORDS) : List.of();
    Optional<LocalDate> newest =
        weeks.stream().map(Reporting.Week::weekEnding).max(Comparator.naturalOrder());
    return weeks.stream()
        .filter(week -> week.weekEnding().equals(newest.orElseThrow()))
        .collect(Collectors.toMap(Reporting.Week::universityCode, Function.identity()));
  }
}
