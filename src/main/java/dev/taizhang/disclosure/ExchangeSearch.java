package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Looks for witnesses that are exchanges of people, which takes no programme, and whose moves are
 * whole people.
 */
final class ExchangeSearch {

  /** So many exchanges that something else speaks against are enough to give up. */
  private static final int PATIENCE = 8;

  private final Sums sums;
  private final Places places;
  private final Layers layers;

  ExchangeSearch(Sums sums) {
    this.sums = sums;
    places = new Places(sums);
    layers = new Layers(sums, places);
  }

  /**
   * What moves a sum so far, or as far towards it as is found.
   *
   * @param far up or, below 0, down
   * @param insiders universities whose people stay
   * @param soft whether what is shown may move; what does, is withheld
   */
  Optional<Witness> witness(Sum target, long far, Set<Integer> insiders, boolean soft) {
    Moves moves = new Moves(sums, insiders);
    Optional<Witness> witness = Optional.empty();
    Set<Integer> barred = new HashSet<>();
    int sign = Long.signum(far);
    long missing = Math.abs(far);
    while (missing > 0 && barred.size() < PATIENCE) {
      Optional<Exchange> best = best(target, sign, missing, moves, soft, barred);
      if (best.isEmpty()) {
        break;
      }
      long amount = Math.min(missing, best.get().room());
      best.get().carryOut(amount, moves);
      Witness next = moves.witness();
      if (agrees(next, soft)) {
        missing -= amount;
        witness = Optional.of(next);
        withhold(next);
      } else {
        best.get().carryOut(-amount, moves);
        barred.add(best.get().end());
      }
    }
    return witness;
  }

  /** What the first exchange towards it would cost, for each of those that move. */
  double price(Sum target, long far, Set<Integer> insiders) {
    return best(
            target,
            Long.signum(far),
            Math.abs(far),
            new Moves(sums, insiders),
            true,
            new HashSet<>())
        .map(exchange -> exchange.price(Math.abs(far)))
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Looks at all sums, those of earlier releases too, of which places know nothing. */
  private boolean agrees(Witness witness, boolean soft) {
    return witness.changes().keySet().stream()
        .map(sums.sums::get)
        .noneMatch(sum -> soft ? sum.isKnown() : sum.isSeen());
  }

  private void withhold(Witness witness) {
    witness.changes().keySet().stream()
        .map(sums.sums::get)
        .filter(Sum::isSeen)
        .forEach(sum -> sum.withheld = true);
  }

  private Optional<Exchange> best(
      Sum target, int sign, long wanted, Moves moves, boolean soft, Set<Integer> barred) {
    Optional<Exchange> best = Optional.empty();
    if (target.figures.isEmpty()) {
      return best;
    }
    Figure figure = target.figures.get(target.figures.size() - 1);
    int place = places.placeOf(figure);
    for (int start : starts(place, figure.level())) {
      From from = new From(start, sign, moves);
      for (int one = 0; one < layers.count(); one++) {
        if (layers.isIn(one, figure.group())) {
          for (int other = 0; other < layers.count(); other++) {
            if (!layers.isIn(other, figure.group())) {
              best = from.better(best, place, one, other, wanted, soft, barred);
              if (best.isPresent() && best.get().loss() == 0) {
                return best;
              }
            }
          }
        }
      }
    }
    return best;
  }

  private List<Integer> starts(int place, Level level) {
    if (level == Level.DISCIPLINE) {
      return List.of(place);
    }
    List<Integer> starts = new ArrayList<>();
    for (int university = 0; university < sums.universities.size(); university++) {
      if (places.isIn(university, place)) {
        starts.add(university);
      }
    }
    return starts;
  }

  /** Exchanges that begin at one end. */
  private final class From {
    private final int start;
    private final int sign;
    private final Moves moves;
    private final Reach[] ones = new Reach[layers.count()];
    private final Reach[] others = new Reach[layers.count()];

    From(int start, int sign, Moves moves) {
      this.start = start;
      this.sign = sign;
      this.moves = moves;
    }

    Optional<Exchange> better(
        Optional<Exchange> before,
        int place,
        int one,
        int other,
        long wanted,
        boolean soft,
        Set<Integer> barred) {
      double most = before.map(exchange -> exchange.price(wanted)).orElse(Double.POSITIVE_INFINITY);
      if (layers.people(one, start).isEmpty() || layers.people(other, start).isEmpty()) {
        return before;
      }
      int[] moving = layers.difference(one, other);
      double least = places.loss(start, moving);
      if (least / wanted >= most || (!soft && least > 0)) {
        return before;
      }
      double[] losses = places.losses(moving);
      Exchange best = before.orElse(null);
      for (int end = 0; end < places.ends(); end++) {
        if (!barred.contains(end)
            && end != start
            && places.divides(place, start, end)
            && reaches(one, other, end)) {
          double loss = places.loss(start, end, losses);
          if (loss / wanted < most && (soft || loss == 0)) {
            long room = Math.min(ones[one].room(end, moves), others[other].room(end, moves));
            Exchange exchange = new Exchange(ones[one], others[other], end, room, loss);
            if (exchange.price(wanted) < most || isRoomier(exchange, best, wanted)) {
              best = exchange;
              most = exchange.price(wanted);
            }
          }
        }
      }
      return Optional.ofNullable(best);
    }

    private boolean isRoomier(Exchange exchange, Exchange best, long wanted) {
      return best != null
          && exchange.loss() == 0
          && best.loss() == 0
          && best.room() < Math.min(wanted, exchange.room());
    }

    private boolean reaches(int one, int other, int end) {
      if (ones[one] == null) {
        ones[one] = new Reach(places, layers, one, start, sign, moves);
      }
      if (!ones[one].reaches(end)) {
        return false;
      }
      if (others[other] == null) {
        others[other] = new Reach(places, layers, other, start, -sign, moves);
      }
      return others[other].reaches(end);
    }
  }
}
