package dev.taizhang.figures.campaign;

import dev.taizhang.figures.courses.State;
import java.io.Serial;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How many graduates are unplaced, and on which days there was last a word on them. Mergeable. */
final class WordsOnUnplaced implements Serializable {

  @Serial private static final long serialVersionUID = 1;

  private long graduates;
  private long unplacedAtSlice;
  private long foundPlaced;
  private long foundUnplaced;
  private final EnumMap<State, Long> states = new EnumMap<>(State.class);
  private final TreeMap<Integer, Long> words = new TreeMap<>();

  /**
   * Counts a graduate.
   *
   * @param told by the slice that speaks, placed or unplaced
   * @param now by what lists found since
   * @param lastWord day of the last word on them, in days since 1970
   */
  void add(State told, State now, int lastWord) {
    graduates++;
    unplacedAtSlice += told.isUnplaced() ? 1 : 0;
    foundPlaced += told.isUnplaced() && !now.isUnplaced() ? 1 : 0;
    foundUnplaced += told.isPlaced() && now.isUnplaced() ? 1 : 0;
    if (now.isUnplaced()) {
      states.merge(now, 1L, Long::sum);
      words.merge(lastWord, 1L, Long::sum);
    }
  }

  WordsOnUnplaced merge(WordsOnUnplaced others) {
    graduates += others.graduates;
    unplacedAtSlice += others.unplacedAtSlice;
    foundPlaced += others.foundPlaced;
    foundUnplaced += others.foundUnplaced;
    others.states.forEach((state, some) -> states.merge(state, some, Long::sum));
    others.words.forEach((day, some) -> words.merge(day, some, Long::sum));
    return this;
  }

  long graduates() {
    return graduates;
  }

  long unplacedAtSlice() {
    return unplacedAtSlice;
  }

  long foundPlaced() {
    return foundPlaced;
  }

  long foundUnplaced() {
    return foundUnplaced;
  }

  long unplaced() {
    return words.values().stream().mapToLong(Long::longValue).sum();
  }

  long of(State state) {
    return states.getOrDefault(state, 0L);
  }

  Optional<LocalDate> oldest() {
    return words.isEmpty() ? Optional.empty() : Optional.of(date(words.firstKey()));
  }

  Optional<LocalDate> newest() {
    return words.isEmpty() ? Optional.empty() : Optional.of(date(words.lastKey()));
  }

  /** The day by which half of them had their last word, the earlier of two. */
  Optional<LocalDate> middle() {
    long half = (unplaced() + 1) / 2;
    long until = 0;
    for (Map.Entry<Integer, Long> day : words.entrySet()) {
      until += day.getValue();
      if (until >= half) {
        return Optional.of(date(day.getKey()));
      }
    }
    return Optional.empty();
  }

  /** On how many there was no word from a day on. */
  long before(LocalDate day) {
    return words.headMap((int) day.toEpochDay(), false).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
