package dev.taizhang.release;

import static java.util.Comparator.comparing;

import dev.taizhang.publish.edition.EditionTable;
import dev.taizhang.publish.edition.Shown;
import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import dev.taizhang.tables.LockedFigures.LockedFigure;
import dev.taizhang.tables.PlacementRates.PlacementRate;
import dev.taizhang.tables.Revisions.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes {@code revisions} and {@code official_figures}: what figures were, and are now. */
final class RevisionTables {

  /** Whoever wants more asks the table itself: a page shows a screen or two. */
  private static final int NEWEST = 500;

  private final EditionSource source;
  private final EditionWords words;
  private final List<String> groups;

  RevisionTables(EditionSource source, EditionWords words, List<String> groups) {
    this.source = source;
    this.words = words;
    this.groups = groups;
  }

  List<EditionTable> tables() {
    return List.of(revisions(), official());
  }

  private EditionTable revisions() {
    return new TableLayout<Revision>(words)
        .value("revised_at", Revision::revisedAt)
        .value("as_of_date", Revision::asOfDate)
        .value("as_of_kind", Revision::asOfKind)
        .value("university_code", Revision::universityCode)
        .count("graduation_year", Revision::graduationYear)
        .value("snapshot_date_before", Revision::snapshotDateBefore)
        .value("snapshot_date_now", Revision::snapshotDateNow)
        .count("graduates_before", Revision::graduatesBefore)
        .count("graduates_now", Revision::graduatesNow)
        .count("placed_before", Revision::placedBefore)
        .count("placed_now", Revision::placedNow)
        .table(
            "revisions",
            "latest",
            source.revisions().stream()
                .sorted(
                    comparing(Revision::revisedAt, Comparator.<Instant>reverseOrder())
                        .thenComparing(Revision::asOfDate, Comparator.<LocalDate>reverseOrder())
                        .thenComparing(Revision::asOfKind)
                        .thenComparing(Revision::universityCode)
                        .thenComparing(Revision::graduationYear))
                .limit(NEWEST)
                .toList());
  }

  /** A cut of an official date. */
  private record Cut(LocalDate date, int graduationYear, String degreeLevel, String group) {}

  /** A cut as locked and as known today; 0 graduates where it had or has none. */
  private static final class Official {

    private final Cut cut;
    private final Decision lock;
    private long graduatesLocked;
    private long placedLocked;
    private long graduatesNow;
    private long placedNow;

    Official(Cut cut, Decision lock) {
      this.cut = cut;
      this.lock = lock;
    }

    Double rateLocked() {
      return rate(placedLocked, graduatesLocked);
    }

    Double rateNow() {
      return rate(placedNow, graduatesNow);
    }

    Double moved() {
      return rateLocked() == null || rateNow() == null ? null : rateNow() - rateLocked();
    }

    private static Double rate(long placed, long graduates) {
      return graduates == 0 ? null : (double) placed / graduates;
    }
  }

  private EditionTable official() {
    return new TableLayout<Official>(words)
        .value("as_of_date", one -> one.cut.date())
        .count("graduation_year", one -> one.cut.graduationYear())
        .value("degree_level", one -> one.cut.degreeLevel())
        .value("hardship_group", one -> one.cut.group())
        .count("graduates_locked", one -> one.graduatesLocked)
        .count("graduates_now", one -> one.graduatesNow)
        .count("graduates_moved", one -> one.graduatesNow - one.graduatesLocked)
        .count("placed_locked", one -> one.placedLocked)
        .count("placed_now", one -> one.placedNow)
        .count("placed_moved", one -> one.placedNow - one.placedLocked)
        .shown("placement_rate_locked", one -> share(one.rateLocked(), one.graduatesLocked))
        .shown("placement_rate_now", one -> share(one.rateNow(), one.graduatesNow))
        .shown(
            "placement_rate_moved",
            one -> share(one.moved(), Math.min(one.graduatesLocked, one.graduatesNow)))
        .value("locked_at", one -> one.lock.decidedAt())
        .value("why", one -> one.lock.why())
        .table("official_figures", "all", officialRows());
  }

  private static Shown share(Double share, long graduates) {
    return RateLayout.marked(Shown.share(share), graduates);
  }

  private List<Official> officialRows() {
    Map<LocalDate, Decision> locks = new HashMap<>();
    source.locks().stream()
        .sorted(Decision.BY_TIME)
        .forEach(lock -> locks.put(lock.asOfDate(), lock));
    Map<Cut, Official> rows = new LinkedHashMap<>();
    for (LockedFigure figure : source.locked()) {
      Decision lock = locks.get(figure.asOfDate());
      if (lock != null && lock.decidedAt().equals(figure.lockedAt())) {
        Official row = rows.computeIfAbsent(cut(figure), cut -> new Official(cut, lock));
        row.graduatesLocked = figure.graduates();
        row.placedLocked = figure.placed();
      }
    }
    for (PlacementRate rate : source.rates()) {
      Decision lock = locks.get(rate.asOfDate());
      if (lock != null
          && rate.asOfKind().equals(Decisions.OFFICIAL)
          && EditionCuts.isHeadline(rate)) {
        Official row = rows.computeIfAbsent(cut(rate), cut -> new Official(cut, lock));
        row.graduatesNow = rate.graduates();
        row.placedNow = rate.placed();
      }
    }
    return inOrder(rows.values());
  }

  private List<Official> inOrder(Iterable<Official> rows) {
    List<Official> sorted = new ArrayList<>();
    rows.forEach(sorted::add);
    sorted.sort(
        Comparator.<Official, LocalDate>comparing(
                one -> one.cut.date(), Comparator.<LocalDate>reverseOrder())
            .thenComparing(one -> one.cut.graduationYear(), Comparator.<Integer>reverseOrder())
            .thenComparing(one -> groups.indexOf(one.cut.group()))
            .thenComparing(one -> RateOrder.DEGREES.indexOf(one.cut.degreeLevel())));
    return sorted;
  }

  private static Cut cut(LockedFigure figure) {
    return new Cut(
        figure.asOfDate(), figure.graduationYear(), figure.degreeLevel(), figure.hardshipGroup());
  }

  private static Cut cut(PlacementRate rate) {
    return new Cut(
        rate.asOfDate(), rate.graduationYear(), rate.degreeLevel(), rate.hardshipGroup());
  }
}
