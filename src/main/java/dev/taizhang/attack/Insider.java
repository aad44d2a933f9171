package dev.taizhang.attack;

import java.util.Map;

/**
 * Somebody at a university, who knows the outcome of each of its graduates.
 *
 * @param universityCode the university
 * @param placedOfPeople how many are placed of each of the university's {@link KnownPeople}, by id
 */
public record Insider(String universityCode, Map<String, Long> placedOfPeople) {

  public Insider {
    placedOfPeople = Map.copyOf(placedOfPeople);
  }
}
