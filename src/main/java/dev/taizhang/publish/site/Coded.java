package dev.taizhang.publish.site;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A column of texts as a list of different ones and, by row, the position in it.
 *
 * @param name the column
 * @param codes its texts
 * @param positions by row; null where it has none
 */
record Coded(String name, List<Object> codes, List<Integer> positions) {

  static Coded of(String name, List<Object> values) {
    Map<Object, Integer> codes = new LinkedHashMap<>();
    values.stream()
        .filter(Objects::nonNull)
        .forEach(value -> codes.computeIfAbsent(value, code -> codes.size()));
    List<Integer> positions = new ArrayList<>();
    values.forEach(value -> positions.add(value == null ? null : codes.get(value)));
    return new Coded(name, List.copyOf(codes.keySet()), positions);
  }

  /**
   * The texts in the order of another column's, as names go with codes: a name that several codes
   * have stands several times, and where a code has none, null stands.
   *
   * @return empty where the other column does not tell the text of a row, or where it would take
   *     more space than positions of its own
   */
  Optional<List<Object>> namesAfter(Coded other) {
    Object[] names = new Object[other.codes().size()];
    boolean[] isTold = new boolean[names.length];
    for (int row = 0; row < positions.size(); row++) {
      Integer at = other.positions().get(row);
      Object name = positions.get(row) == null ? null : codes.get(positions.get(row));
      if (at == null || (isTold[at] && !Objects.equals(names[at], name))) {
        return Optional.empty();
      }
      names[at] = name;
      isTold[at] = true;
    }
    boolean isShort = names.length <= codes.size() + codes.size() / 2;
    return isShort ? Optional.of(Arrays.asList(names)) : Optional.empty();
  }
}
