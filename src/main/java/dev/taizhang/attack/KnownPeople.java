package dev.taizhang.attack;

import java.util.Set;

/**
 * Graduates whom nothing published tells apart. How many there are is known to an attacker; how
 * many of them are placed is not.
 *
 * @param id names them, by which an insider's knowledge is told
 * @param state fingerprint of what is said of them: the same state that speaks on another date or
 *     in another release is the same unknown
 * @param universityCode their university
 * @param provinceCode province of the university
 * @param prefectureCode prefecture of the university
 * @param discipline catalogue and code, joined by a colon
 * @param groups exact combination of hardship groups, without {@code all}
 * @param graduates how many they are
 */
public record KnownPeople(
    String id,
    String state,
    String universityCode,
    String provinceCode,
    String prefectureCode,
    String discipline,
    Set<String> groups,
    long graduates) {

  public KnownPeople {
    groups = Set.copyOf(groups);
    if (graduates < 0) {
      throw new IllegalArgumentException("Fewer than no graduates: " + id);
    }
    if (groups.contains(PublishedFigure.ALL)) {
      throw new IllegalArgumentException("Everybody is in the group all: " + id);
    }
  }
}
