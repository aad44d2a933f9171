package dev.taizhang.disclosure;

import dev.taizhang.disclosure.Swap.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the cheapest way round that a swap can take so that it moves figures of one place.
 *
 * <p>A swap among the people of a university in a discipline moves the figures of both. What moves
 * at the university is made up for by the reverse swap in another discipline of it, or else its
 * figures move, and those of what it is a part of, unless the reverse swap is made at another part;
 * and so on. So swaps flow through a network: between universities and disciplines through their
 * people, and between a place and what it is a part of through the figures of the place, which cost
 * what is lost if they move. Everywhere and the disciplines meet in a last node. A flow that leaves
 * out no node is a change of outcomes that agrees with everything but the figures it runs through.
 */
final class Round {

  private static final int NOWHERE = -1;

  private final Places places;
  private final Reaches reaches;
  private final Swap swap;
  private final int turn;
  private final Set<Way> barred;
  private final double[] distance;
  private final boolean[] settled;
  private final int[] before;
  private final Way[] by;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final long[] reached;

  /**
   * A search.
   *
   * @param turn 1 where the swap is made on the way from disciplines to universities and its
   *     reverse on the way back, -1 the other way round
   * @param barred ways of swapping that are not to be used
   * @param avoided universities that it may not lead to
   */
  Round(
      Places places, Reaches reaches, Swap swap, int turn, Set<Way> barred, Set<Integer> avoided) {
    this.places = places;
    this.reaches = reaches;
    this.swap = swap;
    this.turn = turn;
    this.barred = barred;
    distance = new double[places.count()];
    settled = new boolean[places.count()];
    before = new int[places.count()];
    by = new Way[places.count()];
    reached = new long[(places.ends() + Long.SIZE - 1) / Long.SIZE];
    for (int university : avoided) {
      settled[university] = true;
      reached[university / Long.SIZE] |= 1L << university;
    }
  }

  /**
   * The exchange that moves the figures of a place.
   *
   * @param most it must lose less than that, or nothing
   */
  Optional<Exchange> at(int place, double most, Moves moves) {
    int goal = places.wholeOf(place);
    double first = places.loss(place, swap.groups());
    if (first > 0 && first >= most) {
      return Optional.empty();
    }
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(before, NOWHERE);
    settle(place, 0);
    while (!settled[goal]) {
      if (waiting.isEmpty() && !settleNearest(most - first)) {
        return Optional.empty();
      }
      int from = waiting.poll();
      swapAt(from);
      cross(from, place, goal);
    }
    return Optional.of(exchange(place, goal, first + distance[goal], moves));
  }

  private void settle(int place, double far) {
    distance[place] = far;
    settled[place] = true;
    waiting.add(place);
    if (places.isEnd(place)) {
      reached[place / Long.SIZE] |= 1L << place;
    }
  }

  private boolean settleNearest(double most) {
    int nearest = NOWHERE;
    for (int place = 0; place < distance.length; place++) {
      if (!settled[place] && distance[place] < (nearest < 0 ? most : distance[nearest])) {
        nearest = place;
      }
    }
    if (nearest < 0) {
      return false;
    }
    settle(nearest, distance[nearest]);
    return true;
  }

  /** People make up for each other between this end and others, which costs nothing. */
  private void swapAt(int from) {
    if (!places.isEnd(from)) {
      return;
    }
    for (Way way : swap.waysAt().get(from)) {
      if (!barred.contains(way)) {
        long[] common = common(way, from);
        for (int word = 0; word < common.length; word++) {
          for (long rest = common[word]; rest != 0; rest &= rest - 1) {
            int to = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            before[to] = from;
            by[to] = way;
            settle(to, distance[from]);
          }
        }
      }
    }
  }

  /** Ends where people of all combinations can go that were not reached yet. */
  private long[] common(Way way, int from) {
    long[] common = new long[reached.length];
    long some = 0;
    for (int word = 0; word < common.length; word++) {
      common[word] = ~reached[word];
      some |= common[word];
    }
    for (int position = 0; position < way.size() && some != 0; position++) {
      int rarest = way.rarestFirst(position);
      long[] ends = reaches.ends(way.layer(rarest), sign(way, rarest), from);
      some = 0;
      for (int word = 0; word < common.length; word++) {
        common[word] &= ends[word];
        some |= common[word];
      }
    }
    return common;
  }

  private int sign(Way way, int position) {
    return -way.sign(position) * turn;
  }

  /** Figures of a place move together with those of what it is a part of, but the wanted ones. */
  private void cross(int from, int start, int goal) {
    if (!places.isLast(from) && from != start) {
      crossTo(from, places.wholeOf(from), from);
    }
    for (int part : places.partsOf(from)) {
      if (from != goal || part != start) {
        crossTo(from, part, part);
      }
    }
  }

  private void crossTo(int from, int to, int moving) {
    double far = distance[from] + places.loss(moving, swap.groups());
    if (!settled[to] && far < distance[to]) {
      before[to] = from;
      by[to] = null;
      if (far == distance[from]) {
        settle(to, far);
      } else {
        distance[to] = far;
      }
    }
  }

  private Exchange exchange(int start, int goal, double loss, Moves moves) {
    SortedMap<Integer, Integer> people = new TreeMap<>();
    Deque<Way> ways = new ArrayDeque<>();
    List<Integer> universities = new ArrayList<>();
    boolean blocked = false;
    for (int at = goal; at != start; at = before[at]) {
      Way way = by[at];
      if (places.isUniversity(at)) {
        universities.add(at);
      }
      if (way != null) {
        ways.addFirst(way);
        for (int position = 0; position < way.size(); position++) {
          Reach reach = reaches.reach(way.layer(position), sign(way, position), before[at], at);
          if (reach.isFound()) {
            reach.way((index, sign) -> people.merge(index, sign, Integer::sum));
          } else {
            blocked = true;
          }
        }
      }
    }
    people.values().removeIf(times -> times == 0);
    long room = blocked ? 0 : room(people, moves);
    return new Exchange(people, universities, List.copyOf(ways), room, loss);
  }

  private static long room(SortedMap<Integer, Integer> people, Moves moves) {
    return people.entrySet().stream()
        .mapToLong(
            step ->
                moves.room(step.getKey(), Integer.signum(step.getValue()))
                    / Math.abs(step.getValue()))
        .min()
        .orElse(0);
  }
}
