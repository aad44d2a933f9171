package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * How far witnesses move each withheld sum, for somebody who knows sizes alone and for each
 * university's insider, who knows the outcome of all its own people.
 */
final class Evidence {

  private final Sums sums;
  private final Width width;

  private final Baseline baseline;
  private final int[][] openOf;
  private final long[] lowest;
  private final long[] highest;
  private final long[] down;
  private final long[] up;
  private final int[][] downWithout;
  private final int[][] upWithout;
  private final List<List<Witness>> witnesses = new ArrayList<>();

  Evidence(Sums sums, Width width) {
    this.sums = sums;
    this.width = width;
    int count = sums.sums.size();
    baseline = new Baseline(sums);
    openOf = new int[count][];
    lowest = new long[count];
    highest = new long[count];
    down = new long[count];
    up = new long[count];
    downWithout = new int[count][];
    upWithout = new int[count][];
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
    witnesses.add(new ArrayList<>());
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
    witnesses.get(index).add(witness);
    count(witness, index, change);
  }

  private void count(Witness witness, int index, long change) {
    down[index] = Math.max(down[index], -change);
    up[index] = Math.max(up[index], change);
    int[] further = change < 0 ? downWithout[index] : upWithout[index];
    int amount = (int) Math.abs(change);
    for (int university = 0; university < further.length; university++) {
      if (further[university] < amount && !witness.universities().contains(university)) {
        further[university] = amount;
      }
    }
  }

  /** Forgets witnesses that hold no more, and tells which sums they spoke of. */
  Collection<Integer> remove(Collection<Witness> gone) {
    java.util.TreeSet<Integer> touched = new java.util.TreeSet<>();
    java.util.Set<Witness> set =
        java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
    set.addAll(gone);
    gone.forEach(witness -> touched.addAll(witness.changes().keySet()));
    for (int index : touched) {
      if (witnesses.get(index).removeIf(set::contains)) {
        recount(index);
      }
    }
    return touched;
  }

  private void recount(int index) {
    down[index] = 0;
    up[index] = 0;
    Arrays.fill(downWithout[index], 0);
    Arrays.fill(upWithout[index], 0);
    for (Witness witness : witnesses.get(index)) {
      count(witness, index, witness.changes().get(index));
    }
  }

  /** Witnesses that move a withheld sum. */
  List<Witness> witnessesOf(Sum sum) {
    return List.copyOf(witnesses.get(sum.index));
  }

  /** What a sum needs of witnesses. */
  Need need(Sum sum) {
    long low = lowest[sum.index];
    long high = highest[sum.index];
    Need wanted =
        width.isWhole(sum.graduates)
            ? Need.both(sum, sum.placed - low, high - sum.placed)
            : Need.span(sum, width.span(high - low));
    return wanted.having(down[sum.index], up[sum.index]);
  }

  /** What a sum needs of witnesses that a university's insider must believe. */
  Need need(Sum sum, int university) {
    long open = openOf[sum.index][university];
    if (open < 0) {
      open = width.span(baseline.without(sum, university).open());
      openOf[sum.index][university] = (int) open;
    }
    return Need.span(sum, width.span(open))
        .having(downWithout[sum.index][university], upWithout[sum.index][university]);
  }

  /** What an insider knows of a sum without this release is narrower than was thought. */
  void narrow(Sum sum, int university, long open) {
    openOf[sum.index][university] = (int) Math.min(open, openOf[sum.index][university]);
  }
}
