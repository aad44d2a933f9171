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

  private static final int NOBODY = -1;

  private final Sums sums;

  /** The people of each sum. */
  private final List<BitSet> members;

  /** Sums of the same place that add up some of the people of each sum alone. */
  private final List<SortedSet<Sum>> parts = new ArrayList<>();

  ShownParts(Sums sums) {
    this.sums = sums;
    members = sums.sums.stream().map(ShownParts::members).toList();
    sums.sums.forEach(sum -> parts.add(new TreeSet<>(LARGEST_FIRST)));
    atPlaces().forEach(this::takeNote);
  }

  private static BitSet members(Sum sum) {
    BitSet members = new BitSet();
    Arrays.stream(sum.members).forEach(members::set);
    return members;
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
    for (Sum whole : ofOnePlace) {
      for (Sum part : ofOnePlace) {
        if (part != whole && isWithin(part, members.get(whole.index))) {
          parts.get(whole.index).add(part);
        }
      }
    }
  }

  private boolean isWithin(Sum part, BitSet people) {
    BitSet outside = (BitSet) members.get(part.index).clone();
    outside.andNot(people);
    return outside.isEmpty();
  }

  /** The fewest people that shown parts which do not overlap leave of a sum, up to so many. */
  long rest(Sum sum, long most) {
    return rest(sum, NOBODY, most);
  }

  /** The fewest of them at other universities than an insider's. */
  long rest(Sum sum, int insider, long most) {
    return fewest(sum, insider, 0, most);
  }

  /**
   * What must be withheld, since a shown total and its shown parts would tell of a few others.
   *
   * @param few so many people or fewer
   */
  Optional<Sum> telling(Sum total, long few) {
    if (!total.isSeen() || fewest(total, NOBODY, 1, few + 1) > few) {
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

  /** The fewest people, but so many at least, that some shown parts leave; else the most. */
  private long fewest(Sum sum, int insider, long least, long most) {
    List<Sum> shown = parts.get(sum.index).stream().filter(Sum::isSeen).toList();
    long all = shown.stream().mapToLong(part -> part.graduates).sum();
    return sum.graduates - all >= most
        ? most
        : fewest(members.get(sum.index), shown, insider, least, most);
  }

  private long fewest(BitSet rest, List<Sum> shown, int insider, long least, long most) {
    long left = graduates(rest, insider);
    long fewest = left >= least ? Math.min(left, most) : most;
    for (int first = 0; first < shown.size(); first++) {
      List<Sum> others = shown.subList(first, shown.size());
      if (left - others.stream().mapToLong(part -> part.graduates).sum() >= fewest) {
        break;
      }
      if (isWithin(shown.get(first), rest)) {
        BitSet without = (BitSet) rest.clone();
        without.andNot(members.get(shown.get(first).index));
        List<Sum> next = shown.subList(first + 1, shown.size());
        fewest = Math.min(fewest, fewest(without, next, insider, least, fewest));
      }
    }
    return fewest;
  }

  private long graduates(BitSet people, int insider) {
    return people.stream()
        .filter(index -> sums.universityOfPeople[index] != insider)
        .mapToLong(sums::graduates)
        .sum();
  }
}
