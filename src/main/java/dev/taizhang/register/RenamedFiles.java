package dev.taizhang.register;

import static java.util.stream.Collectors.groupingBy;

import dev.taizhang.landing.LandingFile;
import dev.taizhang.landing.Survey;
import dev.taizhang.landing.Surveyor;
import dev.taizhang.landing.rows.Rejection;
import dev.taizhang.register.SubmissionRegister.SameContent;
import dev.taizhang.tables.Files.KnownFile;
import dev.taizhang.tables.Submissions;
import dev.taizhang.tables.Submissions.Submission;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes submissions follow the names of their files.
 *
 * @see <a href="../../../../../docs/adr/0026-names-and-order-of-files.md">ADR 0026</a>
 */
final class RenamedFiles {

  private final KnownFiles files;
  private final KnownSubmissions submissions;

  RenamedFiles(KnownFiles files, KnownSubmissions submissions) {
    this.files = files;
    this.submissions = submissions;
  }

  /**
   * Follows the names, as {@link SubmissionRegister#followNames} says.
   *
   * @return names that were given up, with the names that took their places
   */
  Map<String, String> follow(
      List<LandingFile> present, List<Survey> atNewPaths, SameContent sameContent) {
    Map<String, List<LandingFile>> carriers =
        present.stream()
            .filter(file -> files.at(file).isPresent())
            .collect(groupingBy(file -> files.at(file).orElseThrow().submissionId()));
    carriers.forEach(this::takeName);
    Map<String, String> renamed = giveUp(gone(carriers.keySet()), atNewPaths, sameContent);
    forgetUnread();
    return renamed;
  }

  /** A submission is known by the first of the files that have its bytes now, by time and name. */
  private void takeName(String submissionId, List<LandingFile> carriers) {
    LandingFile first =
        carriers.stream()
            .min(Comparator.comparing(LandingFile::modifiedAt).thenComparing(LandingFile::name))
            .orElseThrow();
    Integer part = Surveyor.named(first.feed(), first.name()).map(Survey.Named::part).orElse(null);
    submissions
        .of(submissionId)
        .filter(submission -> !submission.isRejected())
        .map(submission -> submission.withName(first.name(), part))
        .ifPresent(
            named ->
                submissions.put(
                    named.isRenamed()
                        ? named.withStatus(Submissions.ACCEPTED, null, null)
                        : named));
  }

  /** Accepted submissions that no file has any more which had one. */
  private List<Submission> gone(Set<String> present) {
    return files.all().stream()
        .map(KnownFile::submissionId)
        .filter(id -> !present.contains(id))
        .distinct()
        .map(submissions::of)
        .flatMap(Optional::stream)
        .filter(one -> !one.isRejected() && !one.isRenamed())
        .toList();
  }

  /** Gives up each of those that are gone whose file is at a new path. */
  private Map<String, String> giveUp(
      List<Submission> gone, List<Survey> atNewPaths, SameContent sameContent) {
    Map<String, String> renamed = new TreeMap<>();
    List<Submission> left = new ArrayList<>(gone);
    for (Survey survey : atNewPaths) {
      left.stream()
          .filter(before -> isSameFile(before, survey, sameContent))
          .min(Comparator.comparing(before -> !isOfSubmitter(before, survey)))
          .ifPresent(
              before -> {
                giveUp(before, survey.file().name());
                renamed.put(before.fileName(), survey.file().name());
                left.remove(before);
              });
    }
    return renamed;
  }

  /**
   * A file that was renamed keeps its time of modification; one that was written again does not.
   */
  private boolean isSameFile(Submission gone, Survey survey, SameContent sameContent) {
    LandingFile file = survey.file();
    return submissions.of(survey.submissionId()).filter(now -> !now.isRejected()).isPresent()
        && gone.feed().equals(file.feed().id())
        && gone.byteSize() == file.byteSize()
        && files.of(gone.submissionId()).stream()
            .anyMatch(known -> file.modifiedAt().equals(known.modifiedAt()))
        && sameContent.test(
            file,
            new Survey.Named(gone.universityCode(), gone.snapshotDate(), null),
            gone.submissionId());
  }

  /** Equal bytes of two universities, such as of empty ledgers, are told apart by their codes. */
  private static boolean isOfSubmitter(Submission gone, Survey survey) {
    return survey.name() != null && survey.name().submitterCode().equals(gone.universityCode());
  }

  private void giveUp(Submission gone, String name) {
    submissions.put(
        gone.withStatus(
            Submissions.RETRACTED,
            Submissions.RENAMED,
            "文件已更名为 %s，以新名称计。 / The file is now called %s and counts under that name."
                .formatted(name, name)));
    // Should it get its former name back, the path is a new one again.
    files.forget(gone.submissionId());
  }

  /** Submissions of files that could not be read are forgotten once they can be. */
  private void forgetUnread() {
    Set<String> known = files.submissionIds();
    submissions.removeIf(
        one ->
            Rejection.READ_FAULT.equals(one.reasonCode()) && !known.contains(one.submissionId()));
  }
}
