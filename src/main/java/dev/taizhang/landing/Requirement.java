package dev.taizhang.landing;

import dev.taizhang.tables.LedgerColumn;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;

/**
 * Something that the files of a feed must tell, in one column or another.
 *
 * @param name how a university knows it
 * @param either columns of which one is enough
 */
record Requirement(String name, List<LedgerColumn> either) implements Serializable {

  private static final Requirement IDENTITY =
      new Requirement("学号/身份证号", List.of(LedgerColumn.STUDENT_NUMBER, LedgerColumn.ID_NUMBER));
  private static final Requirement YEAR =
      new Requirement(
          "毕业年份/毕业时间", List.of(LedgerColumn.GRADUATION_YEAR, LedgerColumn.GRADUATION_DATE));
  private static final Requirement OUTCOME =
      new Requirement("毕业去向(代码)", List.of(LedgerColumn.OUTCOME_CODE, LedgerColumn.OUTCOME));
  private static final Requirement STATE =
      new Requirement(
          "毕业去向/未就业原因/就业意愿/单位名称",
          List.of(
              LedgerColumn.OUTCOME_CODE,
              LedgerColumn.OUTCOME,
              LedgerColumn.UNPLACED_REASON,
              LedgerColumn.JOB_INTENTION,
              LedgerColumn.EMPLOYER_NAME));

  private static final Requirement MEASURE = new Requirement("帮扶措施", List.of(LedgerColumn.MEASURE));

  Requirement {
    either = List.copyOf(either);
  }

  /** All that the files of a feed must tell. */
  static List<Requirement> of(Feed feed) {
    return switch (feed) {
      case LEDGER -> List.of(IDENTITY, YEAR, OUTCOME);
      case FOLLOW_UP -> List.of(IDENTITY, STATE);
      case ASSISTANCE -> List.of(IDENTITY, MEASURE);
    };
  }

  /** Whether one of its columns is there. */
  boolean isMetBy(Collection<LedgerColumn> present) {
    return either.stream().anyMatch(present::contains);
  }
}
