package dev.taizhang.history;

import dev.taizhang.tables.Entries;
import dev.taizhang.tables.GraduationDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The hardship tags that a graduate is compared by: those of the state on the graduation day, or of
 * the first state after it. A tag that is given or dropped later, perhaps because of the outcome,
 * does not move them.
 *
 * @param tags the tags
 * @param detail what the file could tell
 * @see <a href="../../../../../docs/definitions.md">definitions.md, "Baseline tags"</a>
 */
record BaselineTags(ArrayData tags, UTF8String detail) {

  private static final int TAGS = Entries.STATE.indexOf(Entries.HARDSHIP_TAGS);
  private static final int DETAIL = Entries.STATE.indexOf(Entries.HARDSHIP_DETAIL);
  private static final int GRADUATION_DATE = Entries.STATE.indexOf(Entries.GRADUATION_DATE);

  /** The tags of a state. */
  static BaselineTags of(UnsafeRow state) {
    return new BaselineTags(state.getArray(TAGS), state.getUTF8String(DETAIL));
  }

  /** The graduation day of whoever is in a state. */
  static LocalDate graduationDay(int graduationYear, UnsafeRow state) {
    return GraduationDay.of(
        graduationYear,
        state.isNullAt(GRADUATION_DATE)
            ? null
            : LocalDate.ofEpochDay(state.getInt(GRADUATION_DATE)));
  }

  /**
   * The tags that count in each interval: until the graduation day its own.
   *
   * @param intervals of one graduate, in order
   * @param before what counted before them; empty where there is nothing before them
   * @param tags of a state
   * @param graduationDay that a state tells
   * @param <S> how states are held
   * @param <B> how tags are held
   */
  static <S, B> List<B> of(
      List<Interval<S>> intervals,
      Optional<B> before,
      Function<S, B> tags,
      Function<S, LocalDate> graduationDay) {
    List<B> all = new ArrayList<>(intervals.size());
    Optional<B> counting = before;
    for (Interval<S> interval : intervals) {
      S state = interval.state();
      if (state != null
          && (counting.isEmpty() || !interval.from().isAfter(graduationDay.apply(state)))) {
        counting = Optional.of(tags.apply(state));
      }
      all.add(counting.orElseThrow(() -> new IllegalStateException("Nobody leaves before coming")));
    }
    return all;
  }
}
