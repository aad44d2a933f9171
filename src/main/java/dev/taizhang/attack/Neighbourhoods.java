package dev.taizhang.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Everything known, a few universities at a time. From one solution, the unknowns of some
 * universities are moved such that every sum stays as it is. Moves in different neighbourhoods go
 * together, since none of them changes a sum. So what is found in each of many small systems is
 * found in the large one: a sum reaches its end where its pieces do, and when one university stays
 * as it is, only the moves of its own neighbourhood must be found anew.
 */
final class Neighbourhoods {

  // Fewer have little to exchange with each other; more take longer for each programme.
  static final int UNIVERSITIES = 20;

  private final Knowledge whole;
  private final long[] values;
  private final Methods methods;
  private final IntUnaryOperator parting;
  private final List<int[]> neighbourhoods;

  /**
   * @param values whole numbers that agree with everything known
   * @param parting the number of the neighbourhood of each university
   */
  Neighbourhoods(Knowledge whole, long[] values, IntUnaryOperator parting, Methods methods) {
    if (!whole.allows(values)) {
      throw new ContradictionException("it is not what is said to be true");
    }
    this.whole = whole;
    this.values = values;
    this.methods = methods;
    this.parting = parting;
    this.neighbourhoods = parted();
  }

  /**
   * Ways to part universities, cheapest first: who has nothing to exchange with others in one may
   * have in the next.
   *
   * @param together how many are in a neighbourhood
   */
  static List<IntUnaryOperator> partings(int universities, int together) {
    int many = Math.max(1, (universities + together - 1) / together);
    // Where all are neighbours there is nobody else to move.
    return many == 1
        ? List.of(university -> 0)
        : List.of(
            university -> university / together,
            university -> university % many,
            university -> university / (2 * together));
  }

  /** The unknowns of each neighbourhood. */
  private List<int[]> parted() {
    TreeMap<Integer, List<Integer>> parted = new TreeMap<>();
    for (int unknown = 0; unknown < whole.unknowns(); unknown++) {
      parted
          .computeIfAbsent(
              parting.applyAsInt(whole.university(unknown)), ignored -> new ArrayList<>())
          .add(unknown);
    }
    return parted.values().stream()
        .map(some -> some.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }

  /** What each sum reaches within each neighbourhood. */
  List<List<Reached>> reached(List<int[]> sums) {
    return IntStream.range(0, neighbourhoods.size())
        .parallel()
        .mapToObj(number -> reached(neighbourhoods.get(number), sums))
        .toList();
  }

  /** What each sum reaches when all are moved together. */
  List<Reached> reachedTogether(List<int[]> sums) {
    List<List<Reached>> each = reached(sums);
    return IntStream.range(0, sums.size())
        .mapToObj(
            sum -> each.stream().map(some -> some.get(sum)).reduce(Reached.known(0), Reached::and))
        .toList();
  }

  /** What each sum reaches within the neighbourhood of a university that stays as it is. */
  List<Reached> reachedWithout(int university, List<int[]> sums) {
    int[] others =
        Arrays.stream(neighbourhoods.get(neighbourhood(university)))
            .filter(unknown -> whole.university(unknown) != university)
            .toArray();
    return reached(others, sums);
  }

  int neighbourhood(int university) {
    for (int number = 0; number < neighbourhoods.size(); number++) {
      if (parting.applyAsInt(whole.university(neighbourhoods.get(number)[0]))
          == parting.applyAsInt(university)) {
        return number;
      }
    }
    throw new IllegalArgumentException("No such university: " + university);
  }

  private List<Reached> reached(int[] some, List<int[]> sums) {
    int[] places = Knowledge.places(some, whole.unknowns());
    List<int[]> pieces = sums.stream().map(sum -> Knowledge.inside(sum, places)).toList();
    long[] inside = Arrays.stream(some).mapToLong(unknown -> values[unknown]).toArray();
    Knowledge nearby = whole.of(some, values).withoutSlack(inside);
    return new Sums(nearby, methods::together).reached(pieces, inside);
  }
}
