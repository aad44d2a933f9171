package dev.taizhang.slices;

import java.time.LocalDate;

/** Why a slice does not count and what to do, in Chinese first. */
final class HoldReasons {

  static final String SUPERSEDED =
      "同一天的较新文件已取代它；若是分部分报送，请命名为 _p1、_p2。 / A later file of the same date replaces it; if the files"
          + " are parts, name them _p1, _p2.";

  private static final String PIN_ZH = "确认无误后用 taizhang accept 采纳。 / ";
  private static final String PIN_EN = " If it is right, accept it with 'taizhang accept'.";

  private HoldReasons() {}

  static String lacking(long lacking, long of) {
    return "缺少同一天已计入文件 %2$d 人中的 %1$d 人，暂不计入。若是分部分报送，请命名为 _p1、_p2；确认无误后用 taizhang accept 采纳。 / The file lacks %1$d of the %2$d graduates in the file that counts for the same date, and is held. If it is one of several parts, name them _p1, _p2; if it is complete, accept it with 'taizhang accept'."
        .formatted(lacking, of);
  }

  static String leaving(long leaving, long of, LocalDate before) {
    return "与 %3$s 的台账相比，%2$d 人中有 %1$d 人将同时消失，疑为文件不完整，暂不计入，仍按原台账统计。%4$sCompared with the slice of %3$s, %1$d of %2$d graduates would leave at once; the file is probably truncated. It is held, and the earlier slice still counts.%5$s"
        .formatted(leaving, of, before, PIN_ZH, PIN_EN);
  }

  static String growing(long now, long before, LocalDate date) {
    return "与 %3$s 的台账相比，人数由 %2$d 增至 %1$d，疑为重复报送，暂不计入，仍按原台账统计。%4$sCompared with the slice of %3$s, the number of graduates grows from %2$d to %1$d; the file probably contains everybody twice, or the earlier one was truncated. It is held, and the earlier slice still counts.%5$s"
        .formatted(now, before, date, PIN_ZH, PIN_EN);
  }

  static String stray(long graduates, long rows, long before) {
    return "该文件 %2$d 行中仅 %1$d 行属于这一届，而此前的台账有 %3$d 人，疑为届别填错；这些人按原状态延续。%4$sOnly %1$d of the file's %2$d rows name this cohort, which had %3$d graduates before; the year is probably mistyped. These rows do not count, and the people keep their last state.%5$s"
        .formatted(graduates, rows, before, PIN_ZH, PIN_EN);
  }
}
