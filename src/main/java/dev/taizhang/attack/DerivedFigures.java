package dev.taizhang.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** An attack on what is computed from counts and printed beside them, or elsewhere. */
public final class DerivedFigures {

  private DerivedFigures() {}

  /**
   * Something that is computed from the counts of some figures, such as a gap between two groups.
   *
   * @param inWords what it is
   * @param isShown whether it is printed
   * @param from the figures
   */
  public record Derived(String inWords, boolean isShown, List<PublishedFigure> from) {

    public Derived {
      from = List.copyOf(from);
    }
  }

  /** What is printed although a figure that it is computed from is withheld. */
  public static List<Derived> ofWithheld(List<Derived> derived) {
    return derived.stream()
        .filter(Derived::isShown)
        .filter(one -> one.from().stream().anyMatch(PublishedFigure::isWithheld))
        .toList();
  }

  /**
   * Rates and limits that tell more of withheld or rounded counts than the counts themselves do.
   *
   * @param rows rows of published tables
   * @param known whose people say how large a group is
   * @param requirement what must be left of a figure
   */
  public static List<Breach> ofRates(
      List<PrintedRow> rows, SideKnowledge known, Requirement requirement) {
    Places places = new Places(known.people());
    return rows.stream()
        .filter(row -> row.figure().isWithheld() || row.figure().isRounded())
        .filter(row -> row.isDerivedShown() && !row.followsFromPrintedCounts())
        .map(row -> breach(row, size(row.figure(), known, places), known, requirement))
        .flatMap(Optional::stream)
        .toList();
  }

  private static long size(PublishedFigure figure, SideKnowledge known, Places places) {
    long size = 0;
    for (int number : places.of(figure)) {
      size += known.people().get(number).graduates();
    }
    return size;
  }

  private static Optional<Breach> breach(
      PrintedRow row, long size, SideKnowledge known, Requirement requirement) {
    if (size == 0) {
      return Optional.empty();
    }
    List<Long> possible = row.possibleNumerators(size);
    long least = row.figure().lowestPlaced().orElse(0);
    long most = Math.min(size, row.figure().highestPlaced().orElse(size));
    // A rate that comes from no count at all is a mistake, and tells what the mistake was made of.
    LongStream counts = possible.stream().mapToLong(Long::longValue);
    long lowest = counts.min().orElse(least);
    long highest = possible.stream().mapToLong(Long::longValue).max().orElse(most);
    boolean met =
        !possible.isEmpty()
            && !row.figure().isWithheld()
            && requirement.isMet(lowest, highest, possible.size(), least, most, most - least + 1);
    return met
        ? Optional.empty()
        : Optional.of(
            new Breach(
                Breach.Kind.NARROW,
                new Width(
                    row.figure(),
                    size,
                    lowest,
                    highest,
                    Math.max(1, possible.size()),
                    Checked.EVERY),
                known.inWords() + ", and the printed rate"));
  }
}
