package dev.taizhang.publish;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

/**
 * What one university is told about the files that it sent.
 *
 * @param universityCode five digits
 * @param universityName its name; empty where the roster lacks it
 * @param files what came in, one or more
 * @param brokenRules what is wrong with rows, by file and rule
 */
public record Feedback(
    String universityCode,
    String universityName,
    List<Received> files,
    List<BrokenRule> brokenRules) {

  public Feedback {
    // It becomes part of a file's name.
    if (!universityCode.matches("\\d{5,6}")) {
      throw new IllegalArgumentException("No code of a university: " + universityCode);
    }
    if (files.isEmpty()) {
      throw new IllegalArgumentException("Feedback of " + universityCode + " is about no file");
    }
    files = List.copyOf(files);
    brokenRules = brokenRules.stream().sorted(BrokenRule.IN_ORDER).toList();
  }

  /** Whether there is something for the university to do. */
  public boolean asksForCorrection() {
    return !brokenRules.isEmpty() || files.stream().anyMatch(Received::asksForCorrection);
  }

  /** Rows that do not count. */
  public long returnedRows() {
    return rows(Finding.Severity.RETURNED);
  }

  /** Flags on rows that count; a row may have several. */
  public long hints() {
    return rows(Finding.Severity.HINT);
  }

  private long rows(Finding.Severity severity) {
    return brokenRules.stream()
        .filter(rule -> rule.first().severity() == severity)
        .mapToLong(BrokenRule::rows)
        .sum();
  }

  /** Files that were rejected and not replaced, or that are held. */
  public long filesNotCounted() {
    return files.stream().filter(Received::asksForCorrection).count();
  }

  LocalDate newestSnapshot() {
    return files.stream().map(Received::snapshotDate).max(Comparator.naturalOrder()).orElseThrow();
  }

  /** The name of its workbook. */
  public String fileName() {
    return universityCode
        + "_整改_"
        + DateTimeFormatter.BASIC_ISO_DATE.format(newestSnapshot())
        + ".xlsx";
  }

  Received file(int number) {
    return files.stream().filter(file -> file.number() == number).findFirst().orElseThrow();
  }
}
