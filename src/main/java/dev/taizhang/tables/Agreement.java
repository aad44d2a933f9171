package dev.taizhang.tables;

import static java.util.stream.Collectors.joining;

import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two tallies that have to say the same: a whole and its parts, or figures and what they are made
 * of. Many of them are asked in one pass over the rows of a table, or one by one as a query.
 *
 * @param first one of them
 * @param second the other one, with as many keys and counts
 * @param bothThere whether a sum that one of them lacks is a breach even where it is nothing
 */
public record Agreement(Tally first, Tally second, boolean bothThere) {

  public Agreement {
    if (first.by().size() != second.by().size()
        || first.counts().size() != second.counts().size()
        || first.by().isEmpty()
        || first.counts().isEmpty()) {
      throw new IllegalArgumentException(
          "Tallies of %s and %s cannot be compared"
              .formatted(first.table().name(), second.table().name()));
    }
  }

  /** Both have the same sums. */
  public static Agreement between(Tally first, Tally second) {
    return new Agreement(first, second, true);
  }

  /** The same, where a sum of nothing may be lacking. */
  public Agreement orNothing() {
    return new Agreement(first, second, false);
  }

  /** The tables that it reads. */
  public Stream<Table> tables() {
    return Stream.concat(first.tables(), second.tables()).distinct();
  }

  /** SQL that finds the sums that differ. */
  String breaches() {
    int keys = first.by().size();
    int counts = first.counts().size();
    String differing =
        each(counts, " OR ", i -> "sum(first_%1$d) <> sum(second_%1$d)".formatted(i));
    return """
    SELECT %s, %s FROM (
      %s
      UNION ALL
      %s)
    GROUP BY %s HAVING %s"""
        .formatted(
            each(keys, ", ", "key_%d"::formatted),
            each(
                counts,
                ", ",
                i -> "sum(first_%1$d) AS one_%1$d, sum(second_%1$d) AS other_%1$d".formatted(i)),
            first.numbers(true),
            second.numbers(false),
            each(keys, ", ", "key_%d"::formatted),
            bothThere ? differing + " OR sum(of_first) = 0 OR sum(of_second) = 0" : differing);
  }

  private static String each(int size, String separator, IntFunction<String> form) {
    return IntStream.rangeClosed(1, size).mapToObj(form).collect(joining(separator));
  }
}
