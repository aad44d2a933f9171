package dev.taizhang.disclosure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A cohort on a date.
 *
 * @param asOfDate the date
 * @param asOfKind {@code plain} or {@code official}
 * @param graduationYear the cohort
 * @param people everybody, in parts that do not overlap
 */
public record Population(
    LocalDate asOfDate, String asOfKind, int graduationYear, List<People> people) {

  public Population {
    people = List.copyOf(people);
    Set<String> keys = new HashSet<>();
    for (People part : people) {
      if (!keys.add(part.key())) {
        throw new IllegalArgumentException("People are told twice: " + part.key());
      }
    }
  }

  Figure figure(Level level, String code, String group) {
    return new Figure(asOfDate, asOfKind, graduationYear, level, code, group);
  }
}
