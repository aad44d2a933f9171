package dev.taizhang.publish.site;

import dev.taizhang.publish.edition.EditionTable;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts that many tables of an edition have, such as dates and names of majors: each is written
 * once for all of them, and the tables have its number.
 */
final class Words {

  /** In fewer tables, a text costs less than its number and the list. */
  private static final long FEWEST_TABLES = 3;

  /** Shorter ones are no longer than their numbers. */
  private static final int SHORTEST_BYTES = 4;

  private final List<String> texts;
  private final Map<String, Integer> numbers;

  private Words(List<String> texts) {
    this.texts = texts;
    this.numbers =
        IntStream.range(0, texts.size()).boxed().collect(Collectors.toMap(texts::get, at -> at));
  }

  /** The words of some tables: what most of them have first, which gets the shortest numbers. */
  static Words of(List<EditionTable> tables) {
    Map<String, Long> uses = new HashMap<>();
    for (EditionTable table : tables) {
      table.rows().stream()
          .flatMap(List::stream)
          .map(cell -> TableScript.scriptValue(cell.value()))
          .filter(String.class::isInstance)
          .map(String.class::cast)
          .distinct()
          .forEach(text -> uses.merge(text, 1L, Long::sum));
    }
    return new Words(
        uses.entrySet().stream()
            .filter(use -> use.getValue() >= FEWEST_TABLES)
            .filter(use -> use.getKey().getBytes(StandardCharsets.UTF_8).length >= SHORTEST_BYTES)
            .sorted(
                Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** The texts; the number of each is its position. */
  List<String> texts() {
    return texts;
  }

  /** The number of a text, or the text itself where it has none. */
  Object numberOr(Object text) {
    Integer number = text instanceof String ? numbers.get(text) : null;
    return number == null ? text : number;
  }
}
