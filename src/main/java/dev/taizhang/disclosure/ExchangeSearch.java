package dev.taizhang.disclosure;

import dev.taizhang.disclosure.Swap.Way;
import java.util.Comparator;
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
  private final Swaps swaps;
  private final Reaches.Memory memory;

  ExchangeSearch(Sums sums) {
    this.sums = sums;
    places = new Places(sums);
    layers = new Layers(sums, places);
    swaps = new Swaps(layers);
    memory = new Reaches.Memory(places, layers, new Moves(sums, Set.of()));
  }

  /**
   * What moves a sum so far, or as far towards it as is found.
   *
   * @param far up or, below 0, down
   * @param insiders universities whose people stay
   * @param most what is shown may move if less is lost; what does, is withheld
   */
  Optional<Witness> witness(Sum target, long far, Set<Integer> insiders, double most) {
    if (target.figures.isEmpty()) {
      return Optional.empty();
    }
    return new Attempt(target, far, insiders, most).witness();
  }

  /** What the first exchange towards it would cost; those that follow often cost nothing more. */
  double price(Sum target, long far, Set<Integer> insiders) {
    return far == 0 || target.figures.isEmpty()
        ? Double.POSITIVE_INFINITY
        : new Attempt(target, far, insiders, Double.POSITIVE_INFINITY)
            .best()
            .map(Exchange::loss)
            .orElse(Double.POSITIVE_INFINITY);
  }

  /** Exchanges that move one sum in one direction, one after the other. */
  private final class Attempt {
    private final int place;
    private final int group;
    private final int sign;
    private final double most;
    private final Moves moves;
    private final Reaches reaches;
    private final Set<Way> barred = new HashSet<>();
    private long missing;
    private int tried;
    private int unsound;
    private final Set<Integer> avoided = new HashSet<>();

    Attempt(Sum target, long far, Set<Integer> insiders, double most) {
      place = places.placeOf(target);
      group = places.group(target.figures.get(target.figures.size() - 1).group());
      sign = Long.signum(far);
      missing = Math.abs(far);
      this.most = most;
      moves = new Moves(sums, insiders);
      reaches = new Reaches(places, layers, moves, insiders, memory);
      places.refresh();
    }

    /** A witness that moves the sum as far as is found, if at all. */
    Optional<Witness> witness() {
      long wanted = missing;
      Optional<Exchange> best = next();
      while (best.isPresent()) {
        long amount = Math.min(missing, best.get().room());
        carryOut(best.get(), amount);
        if (isSound()) {
          missing -= amount;
        } else {
          carryOut(best.get(), -amount);
          avoid(best.get());
        }
        best = next();
      }
      return missing < wanted ? Optional.of(agreed(moves.witness())) : Optional.empty();
    }

    private Optional<Exchange> next() {
      return missing > 0 && unsound < PATIENCE ? best() : Optional.empty();
    }

    /** What an earlier release said of some universities together speaks against others. */
    private void avoid(Exchange exchange) {
      unsound++;
      tried = 0;
      if (exchange.universities().isEmpty()) {
        barred.add(exchange.ways().get(0));
      }
      avoided.addAll(exchange.universities());
    }

    /**
     * Whether nothing known has moved; what is shown and has is withheld from now on. Where only
     * this release speaks, places know all there is, and a free way round is sound.
     */
    private boolean isSound() {
      if (most == 0 && !sums.spokeBefore) {
        return true;
      }
      Witness witness = moves.witness();
      boolean sound = agrees(witness);
      if (sound) {
        withhold(witness);
      }
      return sound;
    }

    private Witness agreed(Witness witness) {
      if (!agrees(witness)) {
        throw new IllegalStateException("Exchanges move what is known of " + place);
      }
      return witness;
    }

    private void carryOut(Exchange exchange, long amount) {
      exchange.carryOut(amount, moves);
      exchange.people().keySet().forEach(reaches::takeNote);
    }

    /** Looks at all sums, those of earlier releases too, of which places know nothing. */
    private boolean agrees(Witness witness) {
      return witness.changes().keySet().stream()
          .map(sums.sums::get)
          .noneMatch(sum -> most > 0 ? sum.isKnown() : sum.isSeen());
    }

    private void withhold(Witness witness) {
      List<Sum> shown =
          witness.changes().keySet().stream().map(sums.sums::get).filter(Sum::isSeen).toList();
      if (!shown.isEmpty()) {
        shown.forEach(sum -> sum.withheld = true);
        places.refresh();
      }
    }

    Optional<Exchange> best() {
      return most > 0 ? cheapest() : free();
    }

    /** Swaps that did not serve before do not serve once more people have moved. */
    private Optional<Exchange> free() {
      List<Swap> all = swaps.of(group);
      for (; tried < all.size(); tried++) {
        if (places.loss(place, all.get(tried).groups()) == 0) {
          Optional<Exchange> exchange = round(all.get(tried), 0);
          if (exchange.isPresent()) {
            return exchange;
          }
        }
      }
      return Optional.empty();
    }

    private Optional<Exchange> cheapest() {
      Optional<Exchange> best = Optional.empty();
      double least = most;
      for (Swap swap : nearlyFreeFirst()) {
        if (least == 0) {
          break;
        }
        Optional<Exchange> exchange = round(swap, least);
        if (exchange.isPresent() && exchange.get().loss() < least) {
          best = exchange;
          least = exchange.get().loss();
        }
      }
      return best;
    }

    private List<Swap> nearlyFreeFirst() {
      return swaps.of(group).stream()
          .sorted(Comparator.comparingDouble(swap -> places.loss(place, swap.groups())))
          .toList();
    }

    private Optional<Exchange> round(Swap swap, double most) {
      int turn = swap.sign(group) * (places.isDiscipline(place) ? sign : -sign);
      Set<Way> without = new HashSet<>(barred);
      Optional<Exchange> exchange;
      do {
        exchange = new Round(places, reaches, swap, turn, without, avoided).at(place, most, moves);
      } while (exchange.isPresent() && isBlocked(exchange.get(), without));
      return exchange;
    }

    /** Whether it cannot be carried out; what blocks it is looked at again, or left out. */
    private boolean isBlocked(Exchange exchange, Set<Way> without) {
      if (exchange.room() > 0) {
        return false;
      }
      boolean refreshed = false;
      for (Way way : exchange.ways()) {
        refreshed |= reaches.isRefreshed(way);
      }
      if (!refreshed) {
        without.add(exchange.ways().get(0));
      }
      return true;
    }
  }
}
