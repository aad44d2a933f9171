package dev.taizhang.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a sum says beside figures of groups within its own that are shown of the same place: the
 * rest of its people. Of these few must not be told by subtraction, although they are no group of
 * their own; and a total that is withheld says no more than its shown parts and the rest.
 */
final class ShownParts {

  private static final Comparator<Sum> LARGEST_FIRST =
      Comparator.comparingLong((Sum part) -> -part.graduates).thenComparing(part -> part.index);

  private final Sums sums;

  /** Sums of the same place that add up some of the people of each sum alone. */
  private final List<SortedSet<Sum>> parts = new ArrayList<>();

  ShownParts(Sums sums) {
    this.sums = sums;
    sums.sums.forEach(sum -> parts.add(new TreeSet<>(LARGEST_FIRST)));
    atPlaces().forEach(this::takeNote);
  }

  private Collection<Set<Sum>> atPlaces() {
    Map<List<Object>, Set<Sum>> atPlace = new HashMap<>();
    for (Sum sum : sums.sums) {
      for (Figure figure : sum.figures) {
        List<Object> place = List.of(figure.level(), figure.code());
        atPlace.computeIfAbsent(place, key -> new HashSet<>()).add(sum);
      }
    }
    return atPlace.values();
  }

  private void takeNote(Set<Sum> ofOnePlace) {
    Map<Sum, BitSet> members = new HashMap<>();
    ofOnePlace.forEach(sum -> members.put(sum, members(sum)));
    members.forEach(
        (whole, all) ->
            members.forEach(
                (part, some) -> {
                  if (part != whole && isWithin(some, all)) {
                    parts.get(whole.index).add(part);
                  }
                }));
  }

  private static BitSet members(Sum sum) {
    BitSet members = new BitSet();
    Arrays.stream(sum.members).forEach(members::set);
    return members;
  }

  private static boolean isWithin(BitSet part, BitSet whole) {
    BitSet outside = (BitSet) part.clone();
    outside.andNot(whole);
    return outside.isEmpty();
  }

  /** How many people a sum adds up beside its shown parts, largest first, up to so many. */
  long rest(Sum sum, long most) {
    return rest(sum, -1, most);
  }

  /** How many of them are at other universities than an insider's. */
  long rest(Sum sum, int insider, long most) {
    long shown = 0;
    for (Sum part : parts.get(sum.index)) {
      shown += part.isSeen() ? part.graduates : 0;
    }
    return sum.graduates - shown >= most ? most : Math.min(most, count(sum, insider));
  }

  /**
   * What must be withheld, since a shown total and its shown parts would tell of a few others.
   *
   * @param few so many people or fewer
   */
  Optional<Sum> telling(Sum total, long few) {
    if (!total.isSeen() || parts.get(total.index).isEmpty()) {
      return Optional.empty();
    }
    long rest = rest(total, few + 1);
    if (rest == 0 || rest > few) {
      return Optional.empty();
    }
    return total.isKnown()
        ? parts.get(total.index).stream()
            .filter(part -> part.isSeen() && !part.isKnown())
            .min(Comparator.comparingDouble(Sum::information).thenComparing(part -> part.index))
        : Optional.of(total);
  }

  /** Sums that have this one as a part. */
  List<Sum> wholes(Sum part) {
    return sums.sums.stream().filter(sum -> parts.get(sum.index).contains(part)).toList();
  }

  private long count(Sum sum, int insider) {
    BitSet rest = members(sum);
    for (Sum part : parts.get(sum.index)) {
      if (part.isSeen() && isWithin(members(part), rest)) {
        rest.andNot(members(part));
      }
    }
    return rest.stream()
        .filter(index -> sums.universityOfPeople[index] != insider)
        .mapToLong(sums::graduates)
        .sum();
  }
}
