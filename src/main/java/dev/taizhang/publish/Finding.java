package dev.taizhang.publish;

import java.util.Comparator;
import java.util.Objects;

/**
 * What is wrong with one row of a file.
 *
 * @param file number of the file, see {@link Received#number}
 * @param sheet sheet of the workbook; empty for text files
 * @param row row in the file as a person sees it, from 1
 * @param rule id of the rule that the row breaks
 * @param column Chinese name of the column to correct; empty where it is the row as a whole
 * @param messageZh what is wrong and how to correct it, in Chinese
 * @param messageEn the same in English
 * @param severity what became of the row
 * @param value the offending value, where it may be shown; else empty
 */
public record Finding(
    int file,
    String sheet,
    int row,
    String rule,
    String column,
    String messageZh,
    String messageEn,
    Severity severity,
    String value) {

  /** In the order of a workbook: what does not count comes first, then by file and row. */
  static final Comparator<Finding> IN_ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::file)
          .thenComparing(Finding::sheet)
          .thenComparing(Finding::row)
          .thenComparing(Finding::rule);

  /** What became of a row. */
  public enum Severity {
    RETURNED("退回(未计入)", "returned, not counted"),
    HINT("提示(已计入)", "hint, counted");

    private final String chinese;
    private final String english;

    Severity(String chinese, String english) {
      this.chinese = chinese;
      this.english = english;
    }

    String text() {
      return chinese + " / " + english;
    }
  }

  public Finding {
    Objects.requireNonNull(severity, "severity");
    if (row < 1) {
      throw new IllegalArgumentException("Rows are numbered from 1, not " + row);
    }
  }
}
