package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

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
    private final Statement statement;
    private final int index;
    private final int change;
    private boolean further;

    Testimony(Statement statement, int index, long change) {
      this.statement = statement;
      this.index = index;
      this.change = Math.toIntExact(change);
    }
  }

  /** All that a witness says of withheld sums, which holds until it is set aside. */
  static final class Statement {
    private final Witness witness;
    private final List<Testimony> testimonies = new ArrayList<>();
    private boolean setAside;

    private Statement(Witness witness) {
      this.witness = witness;
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
    Statement statement = new Statement(witness);
    witness.changes().forEach((index, change) -> add(statement, index, change));
  }

  private void add(Statement statement, int index, long change) {
    if (sums.sums.get(index).isTarget()) {
      Testimony testimony = new Testimony(statement, index, change);
      statement.testimonies.add(testimony);
      testimonies.get(index).add(testimony);
      takeIn(testimony);
    }
  }

  private void takeIn(Testimony testimony) {
    if (!stale[testimony.index]) {
      count(testimony);
    }
  }

  private void count(Testimony testimony) {
    int index = testimony.index;
    int change = testimony.change;
    int amount = Math.abs(change);
    testimony.further = change < 0 ? amount > down[index] : amount > up[index];
    down[index] = Math.max(down[index], -change);
    up[index] = Math.max(up[index], change);
    int[] least = change < 0 ? leastDown : leastUp;
    if (amount > least[index]) {
      int[] further = change < 0 ? downWithout[index] : upWithout[index];
      boolean[] moved = new boolean[further.length];
      testimony.statement.witness.universities().forEach(university -> moved[university] = true);
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

  /** What witnesses say that move a withheld sum. */
  List<Statement> statementsOn(Sum sum) {
    return testimonies.get(sum.index).stream()
        .map(testimony -> testimony.statement)
        .filter(statement -> !statement.setAside)
        .toList();
  }

  /** Withheld sums that some of it speaks of. */
  List<Sum> subjects(List<Statement> statements) {
    BitSet subjects = new BitSet();
    statements.forEach(told -> told.testimonies.forEach(one -> subjects.set(one.index)));
    return subjects.stream().mapToObj(sums.sums::get).toList();
  }

  /** As if it had not been said. */
  void setAside(List<Statement> statements) {
    for (Statement statement : statements) {
      statement.setAside = true;
      statement.testimonies.forEach(told -> stale[told.index] |= told.further);
    }
  }

  /** What was set aside holds after all. */
  void takeBack(List<Statement> statements) {
    for (Statement statement : statements) {
      statement.setAside = false;
      statement.testimonies.forEach(this::takeIn);
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
    for (Testimony testimony : testimonies.get(index)) {
      if (!testimony.statement.setAside) {
        count(testimony);
      }
    }
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
    int reachedDown = downWithout[sum.index][university];
    int reachedUp = upWithout[sum.index][university];
    Need most = Need.span(sum, open).having(reachedDown, reachedUp);
    return most.isMet()
        ? most
        : Need.span(sum, shownParts.rest(sum, university, open)).having(reachedDown, reachedUp);
  }

  /** What an insider knows of a sum without this release is narrower than was thought. */
  void narrow(Sum sum, int university, long open) {
    openOf[sum.index][university] = (int) Math.min(open, openOf[sum.index][university]);
  }
}
