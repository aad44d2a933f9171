package dev.taizhang.attack;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Which release says something, of which date and cohort, and of which states of people.
 *
 * @param releaseId the release
 * @param asOfDate date that its figures are of
 * @param asOfKind {@code plain} or {@code official}
 * @param graduationYear the cohort
 * @param states the states that its figures are made of
 */
public record Scope(
    String releaseId, LocalDate asOfDate, String asOfKind, int graduationYear, Set<String> states) {

  public Scope {
    states = Set.copyOf(states);
  }

  // Asked for each figure and person, and there are as many states as people.
  @Override
  public int hashCode() {
    return Objects.hash(releaseId, asOfDate, asOfKind, graduationYear);
  }
}
