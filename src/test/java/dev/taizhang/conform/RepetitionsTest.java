package dev.taizhang.conform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.spark.unsafe.types.UTF8String;

/** Repetitions in compact arrays are those that the definition names. */
class RepetitionsTest {

  /** A row as repetitions look at it. */
  record Seen(Integer year, String student, String person, long hash) {}

  @Provide
  Arbitrary<List<Seen>> files() {
    return Combinators.combine(
            Arbitraries.of(2024, 2025).injectNull(0.2),
            Arbitraries.of("a", "b", "c").injectNull(0.4),
            Arbitraries.of("p", "q", "r").injectNull(0.4),
            Arbitraries.longs().between(1, 3))
        .as(Seen::new)
        .list()
        .ofMaxSize(14);
  }

  @Property
  void kindsAreThoseOfTheDefinition(
      @ForAll("files") List<Seen> file, @ForAll boolean identicalOnly, @ForAll boolean backwards) {
    Repetitions repetitions = new Repetitions(file.size(), identicalOnly);
    // The order in which rows are taken is not that in which they stand in the file.
    for (int i = 0; i < file.size(); i++) {
      int row = backwards ? file.size() - 1 - i : i;
      Seen seen = file.get(row);
      repetitions.add(
          row, row, seen.year(), text(seen.student()), text(seen.person()), seen.hash());
    }
    assertArrayEquals(expected(file, identicalOnly), repetitions.kinds(file.size()));
  }

  private static UTF8String text(String text) {
    return text == null ? null : UTF8String.fromString(text);
  }

  private static Repetitions.Kind[] expected(List<Seen> file, boolean identicalOnly) {
    Repetitions.Kind[] kinds = new Repetitions.Kind[file.size()];
    IntStream.range(0, file.size())
        .boxed()
        .filter(row -> identity(file, file.get(row)) != null)
        .collect(
            groupingBy(
                row ->
                    file.get(row).year()
                        + identity(file, file.get(row))
                        + (identicalOnly ? file.get(row).hash() : "")))
        .values()
        .forEach(rows -> decide(file, rows, kinds));
    return kinds;
  }

  private static void decide(List<Seen> file, List<Integer> rows, Repetitions.Kind[] kinds) {
    long last = file.get(rows.stream().max(Comparator.naturalOrder()).orElseThrow()).hash();
    int kept = rows.stream().filter(row -> file.get(row).hash() == last).findFirst().orElseThrow();
    Set<String> people =
        rows.stream().map(row -> file.get(row).person()).filter(Objects::nonNull).collect(toSet());
    for (int row : rows) {
      if (people.size() > 1) {
        kinds[row] = Repetitions.Kind.SHARED;
      } else if (file.get(row).hash() != last) {
        kinds[row] = Repetitions.Kind.CONFLICT;
      } else if (row != kept) {
        kinds[row] = Repetitions.Kind.DUPLICATE;
      }
    }
  }

  private static String identity(List<Seen> file, Seen seen) {
    if (seen.student() != null || seen.person() == null) {
      return seen.student();
    }
    Set<String> students =
        file.stream()
            .filter(
                other ->
                    Objects.equals(other.year(), seen.year())
                        && seen.person().equals(other.person()))
            .map(Seen::student)
            .filter(Objects::nonNull)
            .collect(toSet());
    return students.size() == 1 ? students.iterator().next() : seen.person();
  }
}
