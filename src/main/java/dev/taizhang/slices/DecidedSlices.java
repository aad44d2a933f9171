package dev.taizhang.slices;

import dev.taizhang.tables.Decisions;
import dev.taizhang.tables.Decisions.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What people decided last of slices, each by itself or with its whole file. */
final class DecidedSlices {

  private final Map<String, Decision> ofFiles = new HashMap<>();
  private final Map<FileCohort, Decision> ofSlices = new HashMap<>();

  private record FileCohort(String submission, int year) {}

  DecidedSlices(List<Decision> decisions) {
    decisions.stream()
        .filter(one -> one.kind().equals(Decisions.ACCEPT) || one.kind().equals(Decisions.RETRACT))
        .sorted(Decision.BY_TIME)
        .forEach(
            one -> {
              if (one.graduationYear() == null) {
                ofFiles.put(one.submissionId(), one);
              } else {
                ofSlices.put(new FileCohort(one.submissionId(), one.graduationYear()), one);
              }
            });
  }

  boolean isRetracted(String submission, int year) {
    return isLast(Decisions.RETRACT, submission, year);
  }

  boolean isAccepted(String submission, int year) {
    return isLast(Decisions.ACCEPT, submission, year);
  }

  private boolean isLast(String kind, String submission, int year) {
    Decision ofFile = ofFiles.get(submission);
    Decision ofSlice = ofSlices.get(new FileCohort(submission, year));
    boolean sliceCounts =
        ofFile == null || (ofSlice != null && Decision.BY_TIME.compare(ofSlice, ofFile) > 0);
    Decision last = sliceCounts ? ofSlice : ofFile;
    return last != null && last.kind().equals(kind);
  }
}
