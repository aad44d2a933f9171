package dev.taizhang.register;

import static java.util.stream.Collectors.toSet;

import dev.taizhang.flow.Fingerprint;
import dev.taizhang.flow.change.CohortFiles;
import dev.taizhang.intake.Taken;
import dev.taizhang.landing.Feed;
import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The submissions that came in, and which of them have to be read once more. */
final class KnownSubmissions {

  private final Map<String, Submission> byId = new TreeMap<>();
  private final Map<String, String> configurations;

  /**
   * Those that a warehouse has.
   *
   * @param configurations what the files of each feed are read under, by its id
   */
  KnownSubmissions(Collection<Submission> submissions, Map<String, String> configurations) {
    submissions.forEach(this::put);
    this.configurations = Map.copyOf(configurations);
  }

  /** All of them, by their ids. */
  List<Submission> all() {
    return List.copyOf(byId.values());
  }

  Optional<Submission> of(String submissionId) {
    return Optional.ofNullable(byId.get(submissionId));
  }

  /** Keeps a submission in the place of what was known of it. */
  void put(Submission submission) {
    byId.put(submission.submissionId(), submission);
  }

  void removeIf(Predicate<Submission> isForgotten) {
    byId.values().removeIf(isForgotten);
  }

  /** What the files of a feed are read under. */
  String configuration(Feed feed) {
    return configurations.get(feed.id());
  }

  /** The submissions whose content is taken in already. */
  Set<String> takenIn(boolean reconform) {
    return byId.values().stream()
        .filter(one -> isTakenIn(one, reconform))
        .map(Submission::submissionId)
        .collect(toSet());
  }

  /**
   * Whether its bytes need not be read: neither was it rejected for another reason than its bytes
   * or under another configuration, nor accepted under one while everything is to be read anew.
   */
  boolean isTakenIn(Submission submission, boolean reconform) {
    return !isTriedAgain(submission)
        && (isCurrent(submission) || (!submission.isRejected() && !reconform));
  }

  /** Whether it is rejected for another reason than its bytes, which may be gone by now. */
  static boolean isTriedAgain(Submission submission) {
    return submission.isRejected()
        && (Rejection.isOfTheMachine(submission.reasonCode())
            || (submission.reasonCode().equals(Rejection.IMPLAUSIBLE_DATE)
                && Taken.isInFuture(submission.snapshotDate(), submission.modifiedAt())));
  }

  private boolean isCurrent(Submission submission) {
    return submission.configuration().equals(configurations.get(submission.feed()));
  }

  /** Accepted submissions that were read under another configuration. */
  long outdated() {
    return byId.values().stream().filter(one -> one.isAccepted() && !isCurrent(one)).count();
  }

  /** Whether there are some, and all of them rejected. */
  boolean areAllRejected() {
    return !byId.isEmpty() && byId.values().stream().allMatch(Submission::isRejected);
  }

  /** Whether any file of a feed has ever come in. */
  boolean haveAny(Feed feed) {
    return byId.values().stream().anyMatch(one -> one.feed().equals(feed.id()));
  }

  /** Whether a ledger counts. */
  boolean haveAcceptedLedger() {
    return byId.values().stream()
        .anyMatch(one -> one.isAccepted() && one.feed().equals(Feed.LEDGER.id()));
  }

  /** The first by time of several files with the same bytes decides their place. */
  void noteTime(LandingFile file, String submissionId) {
    of(submissionId)
        .filter(known -> file.modifiedAt().isBefore(known.modifiedAt()))
        .ifPresent(known -> put(known.withModifiedAt(file.modifiedAt())));
  }

  /** Orders a submission after another one, whose path its bytes took. */
  void comeAfter(String submissionId, Submission before) {
    Instant after = before.place().plus(1, ChronoUnit.MICROS);
    of(submissionId)
        .filter(submission -> after.isAfter(submission.place()))
        .ifPresent(submission -> put(submission.withOrderedAt(after)));
  }

  /**
   * Makes the status of each submission what was decided of it.
   *
   * @param decided the submissions that people decided on
   * @param retracted those of them that do not count as a whole
   * @return whether any changed
   */
  boolean apply(Set<String> decided, Set<String> retracted) {
    boolean changed = false;
    for (String id : decided) {
      String status = retracted.contains(id) ? Submissions.RETRACTED : Submissions.ACCEPTED;
      Optional<Submission> other =
          of(id)
              .filter(one -> !one.isRejected() && !one.isRenamed())
              .filter(one -> !one.status().equals(status));
      other.ifPresent(one -> put(one.withStatus(status)));
      changed |= other.isPresent();
    }
    return changed;
  }

  /** Stamp of everything about accepted submissions that the tables depend on. */
  String stamp() {
    return Fingerprint.of(
        byId.values().stream()
            .filter(Submission::isAccepted)
            .map(CohortFiles::stamp)
            .toArray(String[]::new));
  }

  /** Stamp of what became of every submission, also of those that no rows were taken from. */
  String stampOfEvery() {
    return Fingerprint.of(
        Stream.concat(
                Stream.of(stamp()),
                byId.values().stream()
                    .filter(one -> !one.isAccepted())
                    .map(one -> one.submissionId() + "|" + one.status()))
            .toArray(String[]::new));
  }
}
