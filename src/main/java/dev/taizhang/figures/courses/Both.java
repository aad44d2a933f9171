package dev.taizhang.figures.courses;

import java.util.function.IntBinaryOperator;
import java.util.function.ToIntFunction;

/**
 * Two counts of the same courses, so that courses are gone through once for both.
 *
 * @param <A> the ones
 * @param <B> the others
 */
public record Both<A extends CourseCounts<A>, B extends CourseCounts<B>>(A one, B other)
    implements CourseCounts<Both<A, B>> {

  @Override
  public boolean isTold(Watch watch) {
    return one.isTold(watch) || other.isTold(watch);
  }

  @Override
  public int firstDay(Watch watch) {
    return day(watch, some -> some.firstDay(watch), Math::min);
  }

  @Override
  public int lastDay(Watch watch) {
    return day(watch, some -> some.lastDay(watch), Math::max);
  }

  private int day(Watch watch, ToIntFunction<CourseCounts<?>> told, IntBinaryOperator farther) {
    if (one.isTold(watch) && other.isTold(watch)) {
      return farther.applyAsInt(told.applyAsInt(one), told.applyAsInt(other));
    }
    return told.applyAsInt(one.isTold(watch) ? one : other);
  }

  @Override
  public boolean needsFindings(State state) {
    return one.needsFindings(state) || other.needsFindings(state);
  }

  @Override
  public void add(Course course, Watch watch) {
    if (one.isTold(watch)) {
      one.add(course, watch);
    }
    if (other.isTold(watch)) {
      other.add(course, watch);
    }
  }

  @Override
  public Both<A, B> merge(Both<A, B> others) {
    return new Both<>(one.merge(others.one), other.merge(others.other));
  }
}
