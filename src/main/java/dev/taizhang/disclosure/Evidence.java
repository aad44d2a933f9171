package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far witnesses move each withheld sum, for somebody who knows sizes alone and for each
 * university's insider, who knows the outcome of all its own people.
 */
final class Evidence {

  private final Sums sums;
  private final Width width;

  private final Baseline baseline;
  private final ShownParts shownParts;
  private final int[][] openOf;
  private final long[] lowest;
  private final long[] highest;
  private final long[] down;
  private final long[] up;
  private final int[][] downWithout;
  private final int[][] upWithout;

  /** How far at least for each insider, so that most witnesses need not be held against all. */
  private final int[] leastDown;

  private final int[] leastUp;

  /** Whether witnesses have gone since what they say of a sum was counted. */
  private final boolean[] stale;

  private final List<List<Testimony>> testimonies = new ArrayList<>();

  /** What a witness says of a sum, and whether that goes further than what others said before. */
  private static final class Testimony {
    private final Witness witness;
    private final int change;
    private boolean further;

    Testimony(Witness witness, long change) {
      this.witness = witness;
      this.change = Math.toIntExact(change);
    }
  }

  Evidence(Sums sums, Width width) {
    this.sums = sums;
    this.width = width;
    int count = sums.sums.size();
    baseline = new Baseline(sums);
    shownParts = new ShownParts(sums);
    openOf = new int[count][];
    lowest = new long[count];
    highest = new long[count];
    down = new long[count];
    up = new long[count];
    downWithout = new int[count][];
    upWithout = new int[count][];
    leastDown = new int[count];
    leastUp = new int[count];
    stale = new boolean[count];
    sums.sums.forEach(this::bound);
  }

  private void bound(Sum sum) {
    int universities = sums.universities.size();
    Baseline.Bounds bounds = baseline.of(sum);
    lowest[sum.index] = bounds.lowest();
    highest[sum.index] = bounds.highest();
    downWithout[sum.index] = new int[universities];
    upWithout[sum.index] = new int[universities];
    openOf[sum.index] = new int[universities];
    Arrays.fill(openOf[sum.index], -1);
    testimonies.add(new ArrayList<>());
  }

  /** What is known of a sum without this release is narrower than was thought. */
  void narrow(Sum sum, long low, long high) {
    lowest[sum.index] = Math.max(lowest[sum.index], low);
    highest[sum.index] = Math.min(highest[sum.index], high);
  }

  void add(Witness witness) {
    witness.changes().forEach((index, change) -> add(witness, index, change));
  }

  private void add(Witness witness, int index, long change) {
    if (!sums.sums.get(index).isTarget()) {
      return;
    }
    Testimony testimony = new Testimony(witness, change);
    testimonies.get(index).add(testimony);
    if (!stale[index]) {
      count(testimony, index);
    }
  }

  private void count(Testimony testimony, int index) {
    int change = testimony.change;
    int amount = Math.abs(change);
    testimony.further = change < 0 ? amount > down[index] : amount > up[index];
    down[index] = Math.max(down[index], -change);
    up[index] = Math.max(up[index], change);
    int[] least = change < 0 ? leastDown : leastUp;
    if (amount > least[index]) {
      int[] further = change < 0 ? downWithout[index] : upWithout[index];
      boolean[] moved = new boolean[further.length];
      testimony.witness.universities().forEach(university -> moved[university] = true);
      int smallest = Integer.MAX_VALUE;
      for (int university = 0; university < further.length; university++) {
        if (further[university] < amount && !moved[university]) {
          further[university] = amount;
          testimony.further = true;
        }
        smallest = Math.min(smallest, further[university]);
      }
      least[index] = smallest;
    }
  }

  /**
   * Withholds totals that would tell of few people beside their shown parts.
   *
   * @return whether there were any
   */
  boolean withholdTotals() {
    List<Sum> telling =
        sums.sums.stream().flatMap(sum -> telling(sum).stream()).distinct().toList();
    telling.forEach(sum -> sum.withheld = true);
    return !telling.isEmpty();
  }

  /** Whether a sum that is shown tells of few people beside others that are. */
  boolean isTelling(Sum sum) {
    return telling(sum).isPresent()
        || shownParts.wholes(sum).stream().anyMatch(whole -> telling(whole).isPresent());
  }

  private Optional<Sum> telling(Sum sum) {
    return shownParts.telling(sum, width.wholeUpTo());
  }

  /** Forgets witnesses that hold no more. */
  void remove(Collection<Witness> gone) {
    Set<Integer> touched = new TreeSet<>();
    Set<Witness> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(gone);
    gone.forEach(witness -> touched.addAll(witness.changes().keySet()));
    for (int index : touched) {
      List<Testimony> left = new ArrayList<>();
      boolean narrower = false;
      for (Testimony testimony : testimonies.get(index)) {
        if (set.contains(testimony.witness)) {
          narrower |= testimony.further;
        } else {
          left.add(testimony);
        }
      }
      testimonies.set(index, left);
      stale[index] |= narrower;
    }
  }

  /** Only once somebody asks, since witnesses may come back before. */
  private void recount(int index) {
    if (!stale[index]) {
      return;
    }
    stale[index] = false;
    down[index] = 0;
    up[index] = 0;
    leastDown[index] = 0;
    leastUp[index] = 0;
    Arrays.fill(downWithout[index], 0);
    Arrays.fill(upWithout[index], 0);
    testimonies.get(index).forEach(testimony -> count(testimony, index));
  }

  /** Witnesses that move a withheld sum. */
  List<Witness> witnessesOf(Sum sum) {
    return testimonies.get(sum.index).stream().map(testimony -> testimony.witness).toList();
  }

  /** What a sum needs of witnesses. */
  Need need(Sum sum) {
    recount(sum.index);
    long low = lowest[sum.index];
    long high = highest[sum.index];
    Need wanted =
        width.isWhole(sum.graduates)
            ? Need.both(sum, sum.placed - low, high - sum.placed)
            : Need.span(sum, shownParts.rest(sum, width.span(high - low)));
    return wanted.having(down[sum.index], up[sum.index]);
  }

  /** What a sum needs of witnesses that a university's insider must believe. */
  Need need(Sum sum, int university) {
    recount(sum.index);
    long open = openOf[sum.index][university];
    if (open < 0) {
      open = width.span(baseline.without(sum, university).open());
      openOf[sum.index][university] = (int) open;
    }
    return Need.span(sum, shownParts.rest(sum, university, width.span(open)))
        .having(downWithout[sum.index][university], upWithout[sum.index][university]);
  }

  /** What an insider knows of a sum without this release is narrower than was thought. */
  void narrow(Sum sum, int university, long open) {
    openOf[sum.index][university] = (int) Math.min(open, openOf[sum.index][university]);
  }
}
