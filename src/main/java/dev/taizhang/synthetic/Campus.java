package dev.taizhang.synthetic;

import java.util.List;
import java.util.Map;

/**
 * A university with everything that stays the same from week to week.
 *
 * @param index its place in the province, from 0
 * @param code five digits
 * @param name its name
 * @param place its prefecture
 * @param size how many graduates it has
 * @param pace how fast its graduates are placed, as a multiple of the usual hazard
 * @param degrees which levels, by share
 * @param majors what it teaches, by level
 * @param style the columns of its files
 * @param form what its files are
 * @param wording how it writes codes, dates and hardships
 */
record Campus(
    int index,
    String code,
    String name,
    String place,
    int size,
    double pace,
    Weighted<Degree> degrees,
    Map<Degree, List<Major>> majors,
    Style style,
    FileForm form,
    Wording wording) {

  /** What it does for those who are unplaced. */
  Helping helping() {
    return Helping.of(index);
  }
}
