package dev.taizhang.attack;

import java.time.LocalDate;
import java.util.Set;

/**
 * Which release says something, of which date and cohort, and which states of universities speak
 * then.
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
}
