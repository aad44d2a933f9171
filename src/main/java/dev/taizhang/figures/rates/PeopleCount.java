package dev.taizhang.figures.rates;

import static java.util.Objects.requireNonNull;

import dev.taizhang.figures.FieldCode;
import java.io.Serializable;
import java.util.List;

/**
 * Graduates of a slice who study the same discipline and are in exactly the same hardship groups.
 *
 * @param slice whose graduates they are, on which date
 * @param discipline what they studied
 * @param groups every hardship group but all that they are in, sorted
 * @param graduates how many there are
 * @param placed of these, placed
 */
public record PeopleCount(
    CountedSlice slice, FieldCode discipline, List<String> groups, long graduates, long placed)
    implements Serializable {

  public PeopleCount {
    requireNonNull(slice, "slice");
    requireNonNull(discipline, "discipline");
    groups = List.copyOf(groups);
    if (placed < 0 || placed > graduates) {
      throw new IllegalArgumentException(placed + " of " + graduates + " cannot be placed");
    }
  }
}
